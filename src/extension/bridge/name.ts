import type { WalletJob } from '../../wallet/bridge/wallet-job.ts'
import type { FoundWallet } from '../../wallet/found-wallet.ts'

/**
 * Where the bridge is below `window` of a page; a page that puts something else there only fools
 * itself, because outcomes are checked.
 */
export const bridgeName = 'twinstackBridge'

export interface Bridge {
  find(longestMs: number): Promise<FoundWallet[]>
  findDusk(longestMs: number): Promise<FoundWallet[]>
  has(nonce: string): boolean
  run(job: WalletJob): void
}
