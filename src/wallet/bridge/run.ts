import type { StacksProvider } from '@stacks/connect'
import { askProfiles, askSend } from '../dusk/ask.ts'
import type { DuskWallets } from '../dusk/provider.ts'
import { askAddresses, askCall } from '../stacks/ask.ts'
import { findWallet } from '../stacks/wallets.ts'
import { providerAt } from './find.ts'
import { eventName, type Job, type Outcome } from './job.ts'

/**
 * Does one job with a wallet in this page and announces its outcome by an event; a late answer of a
 * wallet that timed out is announced as well.
 */
export async function runJob(scope: Window, job: Job, duskWallets: DuskWallets): Promise<void> {
  const announce = (outcome: Outcome) =>
    scope.dispatchEvent(new CustomEvent(eventName(job.nonce), { detail: JSON.stringify(outcome) }))
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
  job: Job,
  duskWallets: DuskWallets,
): (() => Promise<Outcome>) | null {
  if (job.kind === 'dusk-connect' || job.kind === 'dusk-call') {
    const provider = duskWallets.provider(job.walletId)
    if (!provider) return null
    return () =>
      job.kind === 'dusk-connect'
        ? askProfiles(provider, job.caip2)
        : askSend(provider, job.request)
  }
  const wallet = findWallet(job.walletId)
  const provider = wallet && (providerAt(scope, wallet.provider) as StacksProvider | undefined)
  if (!wallet || !provider) return null
  return () =>
    job.kind === 'connect'
      ? askAddresses(wallet, provider, job.network)
      : askCall(wallet, provider, job.request)
}
