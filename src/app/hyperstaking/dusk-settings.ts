import * as v from 'valibot'

/** Which Dusk network, and the user's own node where there is one. */
export const duskSettings = v.object({
  network: v.picklist(['mainnet', 'testnet', 'local']),
  base: v.nullable(v.string()),
})

export type DuskSettings = v.InferOutput<typeof duskSettings>

export const initialDuskSettings = (): DuskSettings => ({ network: 'local', base: null })
