import * as v from 'valibot'
import type { ApiTransaction } from './answers.ts'

/** Where a transaction stands: Stacks height, index in its block. */
export const place = v.tuple([v.number(), v.number()])
export type Place = v.InferOutput<typeof place>

export const placeOf = ({ block_height, tx_index }: ApiTransaction): Place => [
  block_height ?? 0,
  tx_index ?? 0,
]

export const isBefore = (a: Place, b: Place): boolean =>
  a[0] < b[0] || (a[0] === b[0] && a[1] < b[1])

/**
 * Whether a transaction is a successful call of this function of this contract: hosts that ignore a
 * filter list others too.
 */
export const isCallOf = (transaction: ApiTransaction, contract: string, name: string): boolean =>
  transaction.tx_status === 'success' &&
  transaction.canonical !== false &&
  transaction.contract_call?.contract_id === contract &&
  transaction.contract_call.function_name === name &&
  typeof transaction.block_height === 'number'
