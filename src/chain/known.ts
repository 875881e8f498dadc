import * as v from 'valibot'

// The first thing that is wrong is enough: an answer with a hundred thousand wrong fields would
// otherwise cost as many reports.
v.setGlobalConfig({ abortEarly: true })

/**
 * A value that was read, or the reason why it could not be: unknown is never shown as zero, false
 * or "not enrolled".
 */
export type Known<T> = { known: true; value: T } | { known: false; reason: UnknownReason }

/**
 * Why a value is unknown, in this order: never read yet; the contract itself has not decided it
 * yet; the network did not answer; it answered nonsense; the read no longer runs on this network
 * (`at-block` since epoch 3.4); this contract has no way to tell it; the request limit is used up
 * for now.
 */
export const unknownReasons = [
  'not-read',
  'not-yet',
  'offline',
  'bad-answer',
  'at-block-unavailable',
  'not-offered',
  'rate-limited',
] as const
/** Why a value is unknown. */
export type UnknownReason = (typeof unknownReasons)[number]

/** Schema of `Known<T>` for a schema of T. */
/* @__NO_SIDE_EFFECTS__ */
export const knownOf = <S extends v.GenericSchema>(value: S) =>
  v.variant('known', [
    v.object({ known: v.literal(true), value }),
    v.object({ known: v.literal(false), reason: v.picklist(unknownReasons) }),
  ])

export const known = <T>(value: T): Known<T> => ({ known: true, value })
export const unknown = (reason: UnknownReason): { known: false; reason: UnknownReason } => ({
  known: false,
  reason,
})
