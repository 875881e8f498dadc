import * as v from 'valibot'

/** A programme to read from its network, which need not be the one in use. */
export const programmeMessage = v.strictObject({
  type: v.literal('programme'),
  network: v.picklist(['mainnet', 'testnet', 'devnet']),
  contract: v.pipe(v.string(), v.maxLength(200)),
  apiBases: v.pipe(v.array(v.pipe(v.string(), v.maxLength(500))), v.maxLength(10)),
})
