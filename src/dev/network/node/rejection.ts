/** Why a transaction was refused, in the node's own words. */
export type Rejection = {
  error: 'transaction rejected'
  reason: string
  reason_data?: Record<string, unknown>
  txid?: string
}

const amountHex = (microStx: bigint) => `0x${microStx.toString(16).padStart(32, '0')}`

export const rejection = (
  txid: string | undefined,
  reason: string,
  data?: Record<string, unknown>,
): Rejection => ({
  error: 'transaction rejected',
  reason,
  ...(data && { reason_data: data }),
  ...(txid !== undefined && { txid }),
})

export const notEnoughFunds = (txid: string, expected: bigint, actual: bigint) =>
  rejection(txid, 'NotEnoughFunds', { expected: amountHex(expected), actual: amountHex(actual) })
