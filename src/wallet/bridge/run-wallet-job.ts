import type { StacksProvider } from '@stacks/connect'
import { askDuskProfiles, askDuskCall } from '../dusk/ask-dusk-wallet.ts'
import type { DuskWallets } from '../dusk/dusk-wallets.ts'
import { askStacksAddresses, askStacksCall } from '../stacks/ask-stacks-wallet.ts'
import { providerAt } from '../stacks/find-stacks-wallets.ts'
import { findStacksWallet } from '../stacks/stacks-wallets.ts'
import { outcomeEventName, type JobOutcome } from './job-outcome.ts'
import type { WalletJob } from './wallet-job.ts'

/**
 * Does one job with a wallet in this page and announces its outcome by an event; a late answer of a
 * wallet that timed out is announced as well.
 */
export async function runWalletJob(
  scope: Window,
  job: WalletJob,
  duskWallets: DuskWallets,
): Promise<void> {
  const announce = (outcome: JobOutcome) =>
    scope.dispatchEvent(
      new CustomEvent(outcomeEventName(job.nonce), { detail: JSON.stringify(outcome) }),
    )
  const ask = asking(scope, job, duskWallets)
  if (!ask) {
    announce({ result: 'failed', failure: 'wallet-missing' })
    return
  }
  const timer = setTimeout(() => announce({ result: 'failed', failure: 'timeout' }), job.timeoutMs)
  const outcome = await ask()
  clearTimeout(timer)
  announce(outcome)
}

/** How to ask the job's wallet; null when it is not in this page. */
function asking(
  scope: Window,
  job: WalletJob,
  duskWallets: DuskWallets,
): (() => Promise<JobOutcome>) | null {
  if (job.kind === 'dusk-connect' || job.kind === 'dusk-call') {
    const provider = duskWallets.provider(job.walletId)
    if (!provider) return null
    return () =>
      job.kind === 'dusk-connect'
        ? askDuskProfiles(provider, job.caip2, job.ownNodes)
        : askDuskCall(provider, job.request)
  }
  const wallet = findStacksWallet(job.walletId)
  const provider = wallet && (providerAt(scope, wallet.provider) as StacksProvider | undefined)
  if (!wallet || !provider) return null
  return () =>
    job.kind === 'connect'
      ? askStacksAddresses(wallet, provider, job.network)
      : askStacksCall(wallet, provider, job.request, job.addressFirst)
}
