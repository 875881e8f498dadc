import * as v from 'valibot'
import { uint } from '../../chain/uint.ts'

/**
 * News of a pool. `lux`: about what a reward brought this holder; what of the pool a punishment has
 * locked (`slash`) or burned (`burn`). `shaded`: the network closed this one pool; `unread`: what
 * happened to its provisioners before the height was not read; `earned`: what rewards add up to;
 * `below`: what the account has fell below what it wants to be told of.
 */
export const duskNotice = v.object({
  key: v.string(),
  kind: v.picklist([
    'reward',
    'warned',
    'slash',
    'burn',
    'paused',
    'resumed',
    'inactive',
    'calls-closed',
    'calls-open',
    'shaded',
    'unshaded',
    'unread',
    'earned',
    'below',
  ]),
  pool: v.nullable(v.object({ id: v.string(), name: v.string() })),
  height: uint,
  lux: v.nullable(uint),
})

export type DuskNotice = v.InferOutput<typeof duskNotice>
