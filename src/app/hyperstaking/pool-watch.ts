import * as v from 'valibot'
import { unknownReasons } from '../../chain/known.ts'
import { uint } from '../../chain/uint.ts'

const named = v.object({ id: v.string(), name: v.string() })

/** Why something was not read, and from which node: another one may have it. */
const unread = v.nullable(v.object({ reason: v.picklist(unknownReasons), node: v.string() }))

/**
 * Where reading a pool's events has come to. A cursor is of one node; the height of the last event
 * is the chain's own.
 */
export const eventPlace = v.object({
  pool: named,
  height: uint,
  cursor: v.nullable(v.object({ at: v.string(), node: v.string() })),
  /** LUX of rewards not announced yet, where they are announced by their sum. */
  earned: uint,
  unread,
})
export type PoolEventPlace = v.InferOutput<typeof eventPlace>

/**
 * Blocks between two readings in which a pool's keys have changed as a punishment would change
 * them, and how far they have been read: `next` is the first one left. `inactive`: no key was
 * active after them.
 */
export const slashWatch = v.object({
  pool: named,
  from: uint,
  next: uint,
  until: uint,
  keys: v.array(v.string()),
  inactive: v.boolean(),
  unread,
})
export type SlashWatch = v.InferOutput<typeof slashWatch>
