import * as v from 'valibot'

/**
 * What a holder may be notified of: rewards; slashes; pauses and their end; that no key of a pool
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
