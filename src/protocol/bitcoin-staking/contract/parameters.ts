import type { ParameterType } from '../../clarity/parameter-types.ts'

/** What a holder passes to its manager. */
export const calldata = { optional: { buffer: 500 } } as const satisfies ParameterType

/** A bond, or none for the STX-only leg. */
export const bondIndex = { optional: 'uint' } as const satisfies ParameterType

/** Bonds in the order in which they are served. */
export const bondPeriods = { list: 'uint', max: 6 } as const satisfies ParameterType

/** Part of a Bitcoin script. */
export const scriptBytes = { buffer: 683 } as const satisfies ParameterType

/** A compressed public key. */
export const signerKey = { buffer: 33 } as const satisfies ParameterType
