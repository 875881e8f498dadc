import type { StacksProvider } from '@stacks/connect'
import type { Job, Outcome } from '../bridge/job.ts'
import { askAddresses, askCall } from '../stacks/ask.ts'
import { normaliseFailure } from '../stacks/failures.ts'
import { walletConnect } from './wallet.ts'

/**
 * Does one job with a wallet on another device. A call needs a session first: it is asked for where
 * there is none, and one that holds other accounts is not asked to sign.
 */
export async function runWalletConnect(
  job: Job,
  open: () => Promise<StacksProvider>,
): Promise<Outcome> {
  try {
    if (job.kind !== 'connect' && job.kind !== 'call')
      return { result: 'failed', failure: 'wallet-missing' }
    const provider = await open()
    const connected = await askAddresses(
      walletConnect,
      provider,
      job.kind === 'connect' ? job.network : job.request.network,
    )
    if (job.kind === 'connect' || connected.result !== 'connected') return connected
    if (!connected.addresses.includes(job.request.account))
      return { result: 'failed', failure: 'wrong-account' }
    return await askCall(walletConnect, provider, job.request)
  } catch (thrown) {
    return { result: 'failed', failure: normaliseFailure(thrown) }
  }
}
