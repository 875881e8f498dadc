import type { Account } from '../../protocol/hyperstaking/core/ids.ts'
import type { OwnPoolEvent, SozuEvent, StakeEvent, TransferEvent } from './contract-events.ts'

type Receiver = { kind: 'phoenix' } | { kind: 'moonlight'; moonlight: Account }

/** A shielded receiver is not known. */
const publicReceiver = (receiver: Receiver): Account | null =>
  receiver.kind === 'moonlight' ? receiver.moonlight : null

const named = (...accounts: (Account | null | undefined)[]): Account[] =>
  accounts.filter((account) => account !== null && account !== undefined)

/** The provisioner keys that an event of the stake contract speaks of. */
export const keysOfStakeEvent = ({ topic, data }: StakeEvent): Account[] => {
  if (topic === 'reward') return data.map(({ account }) => account)
  return 'keys' in data ? [data.keys.account] : [data.account]
}

/** The accounts that pay or are paid in an event of the transfer contract. */
export const accountsOfTransferEvent = ({ topic, data }: TransferEvent): Account[] => {
  switch (topic) {
    case 'moonlight':
      return named(data.sender, data.receiver, data.refundInfo?.[0])
    case 'contract_to_account':
      return [data.receiver]
    case 'deposit':
      return named(data.sender)
    case 'convert':
      return named(data.sender, publicReceiver(data.receiver))
    case 'withdraw':
    case 'mint':
      return named(publicReceiver(data.receiver))
    default:
      return []
  }
}

/** The holder that a pool's event speaks of; none for what concerns all. */
export const holdersOfPoolEvent = (event: SozuEvent | OwnPoolEvent): Account[] => {
  if (event.topic === 'transfer') return [event.data.sender, event.data.receiver]
  return 'account' in event.data ? [event.data.account] : []
}
