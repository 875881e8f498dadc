import type { ChainTransaction } from '../../ledger/chain-transaction.ts'
import type { LedgerEvent } from '../../ledger/ledger-event.ts'
import type { LedgerEventAt } from '../../ledger/ledger.ts'
import { valueJson } from './value.ts'

const contentOf = (event: LedgerEvent) => {
  switch (event.kind) {
    case 'log':
      return {
        event_type: 'smart_contract_log',
        contract_log: {
          contract_id: event.contract,
          topic: event.topic,
          value: valueJson(event.hex),
        },
      }
    case 'lock':
      return {
        event_type: 'stx_lock',
        stx_lock_event: {
          locked_amount: event.microStx,
          unlock_height: event.unlockHeight,
          locked_address: event.address,
        },
      }
    case 'stx':
      return {
        event_type: 'stx_asset',
        asset: { ...sides(event), amount: event.microStx, ...(event.memo && { memo: event.memo }) },
      }
    case 'ft':
      return {
        event_type: 'fungible_token_asset',
        asset: { ...sides(event), asset_id: event.asset, amount: event.amount },
      }
    case 'nft':
      return {
        event_type: 'non_fungible_token_asset',
        asset: { ...sides(event), asset_id: event.asset, value: valueJson(event.hex) },
      }
  }
}

const sides = ({
  movement,
  sender,
  recipient,
}: {
  movement: string
  sender: string
  recipient: string
}) => ({ asset_event_type: movement, sender, recipient })

/** An event as the API shows it. */
export const eventJson = ({ transaction, index, event }: LedgerEventAt) => ({
  event_index: index,
  tx_id: transaction.txid,
  ...contentOf(event),
})

/** The events of a transaction from `offset` on, in their order. */
export const eventsJson = (
  transaction: ChainTransaction,
  { limit, offset }: { limit: number; offset: number },
) =>
  transaction.events
    .slice(offset, offset + limit)
    .map((event, index) => eventJson({ transaction, index: offset + index, event }))
