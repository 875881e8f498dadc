import type { StacksProvider } from '@stacks/connect'
import type { JobOutcome } from '../bridge/job-outcome.ts'
import type { WalletJob } from '../bridge/wallet-job.ts'
import { askStacksAddresses, askStacksCall } from '../stacks/ask-stacks-wallet.ts'
import { stacksFailure } from '../stacks/stacks-failure.ts'
import { walletConnect } from './walletconnect-wallet.ts'

/**
 * Does one job with a wallet on another device. A call needs a session first: one is requested
 * where it is missing, and a session with other accounts is not asked to sign.
 */
export async function runWalletConnectJob(
  job: WalletJob,
  open: () => Promise<StacksProvider>,
): Promise<JobOutcome> {
  try {
    if (job.kind !== 'connect' && job.kind !== 'call')
      return { result: 'failed', failure: 'wallet-missing' }
    const provider = await open()
    return job.kind === 'connect'
      ? await askStacksAddresses(walletConnect, provider, job.network)
      : await askStacksCall(walletConnect, provider, job.request, true)
  } catch (thrown) {
    return { result: 'failed', failure: stacksFailure(thrown) }
  }
}
