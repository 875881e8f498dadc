import type { StacksProvider } from '@stacks/connect'
import { askAddresses, askCall } from '../stacks/ask.ts'
import { findWallet } from '../stacks/wallets.ts'
import { providerAt } from './find.ts'
import { eventName } from './job.ts'
import type { Job, Outcome } from './job.ts'

/** Does one job with a wallet in this page and announces its outcome by an event; a late answer of a wallet that timed out is announced as well. */
export async function runJob(scope: Window, job: Job): Promise<void> {
  const announce = (outcome: Outcome) => scope.dispatchEvent(new CustomEvent(eventName(job.nonce), { detail: JSON.stringify(outcome) }))
  const wallet = findWallet(job.walletId)
  const provider = wallet && (providerAt(scope, wallet.provider) as StacksProvider | undefined)
  if (!wallet || !provider) {
    announce({ result: 'failed', failure: 'wallet-missing' })
    return
  }
  const timer = setTimeout(() => announce({ result: 'failed', failure: 'timeout' }), job.timeoutMs)
  const outcome = await (job.kind === 'connect' ? askAddresses(provider, job.network) : askCall(wallet, provider, job.request))
  clearTimeout(timer)
  announce(outcome)
}
