import type { ApiTransaction } from './answers.ts'

/**
 * Whether a transaction is a successful call of this function of this contract: hosts that ignore a
 * filter list others too.
 */
export const isCallOf = (transaction: ApiTransaction, contract: string, name: string): boolean =>
  transaction.tx_id !== '' &&
  transaction.tx_status === 'success' &&
  transaction.canonical !== false &&
  transaction.contract_call?.contract_id === contract &&
  transaction.contract_call.function_name === name &&
  typeof transaction.block_height === 'number'
