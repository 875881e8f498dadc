import { payerOf, type ChainTransaction } from '../../ledger/chain-transaction.ts'
import type { LedgerEvent } from '../../ledger/ledger-event.ts'
import { valueJson } from './value.ts'

type Movement<Kind extends 'stx' | 'ft' | 'nft'> = Extract<LedgerEvent, { kind: Kind }>

const movementsOf = <Kind extends 'stx' | 'ft' | 'nft'>(
  { events }: ChainTransaction,
  kind: Kind,
  principal: string,
): Movement<Kind>[] =>
  events.filter(
    (event): event is Movement<Kind> =>
      event.kind === kind &&
      'sender' in event &&
      (event.sender === principal || event.recipient === principal),
  )

const countsOf = (movements: readonly { movement: string }[]) =>
  Object.fromEntries(
    ['transfer', 'mint', 'burn'].map((each) => [
      each,
      movements.filter(({ movement }) => movement === each).length,
    ]),
  )

const sum = (transfers: readonly Movement<'stx'>[]): bigint =>
  transfers.reduce((total, { microStx }) => total + BigInt(microStx), 0n)

/** STX that a transaction moved for a principal, its fee included; decimal microSTX. */
const stxJson = (transaction: ChainTransaction, principal: string) => {
  const moved = movementsOf(transaction, 'stx', principal)
  const fee = payerOf(transaction) === principal ? transaction.feeMicroStx : 0n
  return {
    stx_sent: (sum(moved.filter(({ sender }) => sender === principal)) + fee).toString(),
    stx_received: sum(moved.filter(({ recipient }) => recipient === principal)).toString(),
  }
}

/** What a transaction moved for a principal, as counts: the API's second version. */
export const activityJson = (transaction: ChainTransaction, principal: string) => ({
  ...stxJson(transaction, principal),
  events: {
    stx: countsOf(movementsOf(transaction, 'stx', principal)),
    ft: countsOf(movementsOf(transaction, 'ft', principal)),
    nft: countsOf(movementsOf(transaction, 'nft', principal)),
  },
})

const sides = ({ sender, recipient }: { sender: string; recipient: string }) => ({
  ...(sender !== '' && { sender }),
  ...(recipient !== '' && { recipient }),
})

/** The same, movement by movement: the API's first version. */
export const transfersJson = (transaction: ChainTransaction, principal: string) => ({
  ...stxJson(transaction, principal),
  stx_transfers: movementsOf(transaction, 'stx', principal).map((each) => ({
    amount: each.microStx,
    ...sides(each),
  })),
  ft_transfers: movementsOf(transaction, 'ft', principal).map((each) => ({
    asset_identifier: each.asset,
    amount: each.amount,
    ...sides(each),
  })),
  nft_transfers: movementsOf(transaction, 'nft', principal).map((each) => ({
    asset_identifier: each.asset,
    value: valueJson(each.hex),
    ...sides(each),
  })),
})
