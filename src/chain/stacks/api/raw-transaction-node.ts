import * as v from 'valibot'

/** `/v3/transaction/{id}` of a node: the bytes of a mined transaction, as hex with 0x. */
export const rawTransactionNode = v.pipe(
  v.object({ tx: v.pipe(v.string(), v.regex(/^(0x)?[0-9a-f]+$/i)) }),
  v.transform(({ tx }) => ({ tx: tx.startsWith('0x') ? tx : `0x${tx}` })),
)
