import * as v from 'valibot'

/**
 * What of a holder's pools may be told: rewards; punishments; pauses and their end; that nothing
 * earns; contract calls switched off and on again.
 */
export const poolNewsKinds = ['reward', 'slash', 'paused', 'inactive', 'calls'] as const
export type PoolNewsKind = (typeof poolNewsKinds)[number]

export const poolNewsSettings = v.object({
  reward: v.boolean(),
  slash: v.boolean(),
  paused: v.boolean(),
  inactive: v.boolean(),
  calls: v.boolean(),
})

export const allPoolNews = { reward: true, slash: true, paused: true, inactive: true, calls: true }
