import type { StxAccount } from '../../host/stx-account.ts'
import type { Balances, AssetBalance } from '../../ledger/balances.ts'

const holdingJson = ({ balance, sent, received }: AssetBalance) => ({
  balance: balance.toString(),
  total_sent: sent.toString(),
  total_received: received.toString(),
})

/** STX of a principal as the API shows it; `balance` includes what is locked. */
export const stxJson = (
  account: StxAccount,
  { stx, feesMicroStx }: Balances,
  lock: { txid: string; stacks: number; burn: number },
) => ({
  estimated_balance: (account.unlocked + account.locked).toString(),
  pending_balance_inbound: '0',
  pending_balance_outbound: '0',
  balance: (account.unlocked + account.locked).toString(),
  total_sent: stx.sent.toString(),
  total_received: stx.received.toString(),
  total_fees_sent: feesMicroStx.toString(),
  total_miner_rewards_received: '0',
  lock_tx_id: account.locked > 0n ? lock.txid : '',
  locked: account.locked.toString(),
  lock_height: account.locked > 0n ? lock.stacks : 0,
  burnchain_lock_height: account.locked > 0n ? lock.burn : 0,
  burnchain_unlock_height: account.unlockHeight,
})

export const fungibleJson = (balances: Balances) =>
  Object.fromEntries(
    [...balances.fungible].map(([asset, holding]) => [asset, holdingJson(holding)]),
  )

export const nonFungibleJson = (balances: Balances) =>
  Object.fromEntries(
    [...balances.nonFungible].map(([asset, { balance, sent, received }]) => [
      asset,
      {
        count: balance.toString(),
        total_sent: sent.toString(),
        total_received: received.toString(),
      },
    ]),
  )
