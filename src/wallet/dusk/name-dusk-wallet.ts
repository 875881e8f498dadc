import { foreignName } from '../../words/foreign-name.ts'
import type { FoundWallet } from '../found-wallet.ts'

/** Our names of wallets, by what these announce as their product. */
const KNOWN: ReadonlyMap<string, string> = new Map([['network.dusk.wallet', 'Dusk Wallet']])

/** Whether a product is one that we know, and name ourselves. */
export const isKnownDuskWallet = (product: string | null | undefined): boolean =>
  KNOWN.has(product ?? '')

/** Ids and products are handed back as they came: longer ones are none. */
const LONGEST = 100

/**
 * A wallet that announced itself, as it may be shown and stored: known products under our names,
 * others under what they call themselves. Null when it has no usable id.
 */
export function nameDuskWallet({
  id,
  name,
  product = null,
  ...rest
}: FoundWallet): FoundWallet | null {
  if (id.length > LONGEST || (product?.length ?? 0) > LONGEST) return null
  const shown =
    KNOWN.get(product ?? '') ?? foreignName(name) ?? foreignName(product) ?? foreignName(id)
  return shown === null ? null : { ...rest, id, name: shown, product }
}
