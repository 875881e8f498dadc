import * as v from 'valibot'
import { cBareOrOptional, cCount, cPrincipal, cUint } from '../clarity.ts'

/** Address fields, bare or as an optional: both shapes occur [dual-stacking 4.3, 8.1.24]. */
export const addressField = cPrincipal
export const optionalAddressField = cBareOrOptional(cPrincipal)
/** A field that only one of the versions prints. */
/* @__NO_SIDE_EFFECTS__ */
export const absentAsNull = <T>(
  schema: v.GenericSchema<unknown, T>,
): v.GenericSchema<unknown, T | null> => v.optional(v.nullable(schema), null)

export const cycleIdFields = { 'cycle-id': cCount }
export const burnHeightFields = { 'bitcoin-block-height': cCount }
export const functionNameField = <N extends string>(name: N) => ({
  'function-name': v.literal(name),
})
export const satsField = cUint
export const countField = cCount
