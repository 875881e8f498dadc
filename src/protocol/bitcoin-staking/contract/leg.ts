/** What shares belong to: a bond by its index, or undefined for the STX-only leg. */
export type Leg = bigint | undefined

/** The part of a map's key that names a leg. */
export const legKey = (leg: Leg): string => (leg === undefined ? 'stx' : leg.toString())

/** The leg of a `bond-index` argument. */
export const legOf = (bondIndex: { readonly some: bigint } | null): Leg => bondIndex?.some
