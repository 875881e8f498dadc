import type { RelayNews, RelayTask } from '../../../src/extension/relay/protocol.ts'
import type { JobOutcome } from '../../../src/wallet/bridge/job-outcome.ts'
import type { WalletJob } from '../../../src/wallet/bridge/wallet-job.ts'
import type { FoundWallet } from '../../../src/wallet/found-wallet.ts'

/** A page as the background sees it: what its bridge finds and was asked, what its relay knows. */
export interface FakePage {
  /** Whether the browser lets scripts in: after a click on the toolbar button, or a grant. */
  isGranted: boolean
  wallets: FoundWallet[]
  duskWallets: FoundWallet[]
  /** Jobs that the bridge was started for, oldest first. */
  jobs: WalletJob[]
  /** Nonces that the relay listens for, and those that were answered. */
  listening: Map<string, 'waiting' | 'answered'>
}

export const createPage = (change: Partial<FakePage> = {}): FakePage => ({
  isGranted: true,
  wallets: [{ id: 'leather', name: 'Leather' }],
  duskWallets: [{ id: 'dusk-1', name: 'Dusk Wallet', product: 'dusk.wallet' }],
  jobs: [],
  listening: new Map(),
  ...change,
})

/** What a function of the bridge answers in this page. */
export function callBridge(page: FakePage, method: string, values: readonly unknown[]): unknown {
  switch (method) {
    case 'find':
      return page.wallets
    case 'findDusk':
      return page.duskWallets
    case 'has':
      return page.jobs.some(({ nonce }) => nonce === values[0])
    case 'run': {
      const job = values[0] as WalletJob
      if (!page.listening.has(job.nonce)) throw new Error('The relay does not listen yet')
      page.jobs.push(job)
      return null
    }
    default:
      throw new Error(`The bridge has no ${method}`)
  }
}

/** What the relay in this page answers. */
export function callRelay(page: FakePage, task: RelayTask): unknown {
  if (task.type === 'relay/listen') page.listening.set(task.nonce, 'waiting')
  return { state: page.listening.get(task.nonce) ?? 'unknown' }
}

/** What the relay reports of a job's outcome. */
export const outcomeNews = (
  { id, nonce }: Pick<WalletJob, 'id' | 'nonce'>,
  outcome: JobOutcome,
): RelayNews => ({ type: 'relay/outcome', id, nonce, outcome })
