import { type Account, STAKE, TRANSFER } from '../../../../protocol/hyperstaking/core/ids.ts'
import { hex } from '../../../../protocol/hyperstaking/host/signature.ts'
import type { ChainEvent } from '../../../../protocol/hyperstaking/host/trace.ts'
import { SOZU_POOL_TYPES } from '../../../../protocol/hyperstaking/rkyv/index.ts'
import { bytesOf, type Drivers } from './drivers.ts'

type Told = Record<string, unknown>

/** Withdrawals name their receiver by its kind; the model pays public accounts only. */
const transferData = (topic: string, data: Told): Told =>
  topic === 'withdraw' && data.sender !== undefined
    ? { ...data, receiver: { Moonlight: data.receiver } }
    : data

/** Sozu's event for a call of this project's pool underneath. */
const sozuData = (topic: string, data: Told, keys: readonly Account[]): Told | null => {
  switch (topic) {
    case 'deposit':
      return { ...data, amount: (data.amount as bigint) - (data.fee as bigint) }
    case 'unstake':
      return { ...data, provisioners: keys }
    case 'reward':
      return {
        ...data,
        operation: 'recycle',
        provisioners: keys,
        fee_pool: data.fee_total,
        fee_operators: {},
      }
    default:
      return null
  }
}

/**
 * The rkyv bytes of an event as hex, as its contract prints them; null for what it does not print.
 * `poolKeysOf`: the provisioners of a pool.
 */
export const eventHex = (
  drivers: Drivers,
  poolKeysOf: (contract: string) => readonly Account[],
  { contract, topic, data }: ChainEvent,
): string | null => {
  const types = drivers.of(contract)
  const codec = types?.events[topic]
  if (!types || !codec) return null
  let told = data
  if (contract === TRANSFER) told = transferData(topic, data as Told)
  else if (contract !== STAKE && types.events === SOZU_POOL_TYPES.events)
    told = sozuData(topic, data as Told, poolKeysOf(contract))
  const bytes = bytesOf(codec, told)
  return bytes && hex(bytes)
}
