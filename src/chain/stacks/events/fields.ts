import * as v from 'valibot'
import { cBareOrOptional, cCount, cPrincipal, cUint } from '../clarity.ts'

/** Address fields, bare or as an optional: both shapes occur [dual-stacking 4.3, 8.1.24]. */
export const address = cPrincipal
export const perhapsAddress = cBareOrOptional(cPrincipal)
/** A field that only one of the versions prints. */
export const absentAsNull = <T>(
  schema: v.GenericSchema<unknown, T>,
): v.GenericSchema<unknown, T | null> => v.optional(v.nullable(schema), null)

export const cycleId = { 'cycle-id': cCount }
export const burnHeight = { 'bitcoin-block-height': cCount }
export const named = <N extends string>(name: N) => ({ 'function-name': v.literal(name) })
export const sats = cUint
export const count = cCount
