import * as v from 'valibot'
import { decodeClarity, type PlainClarity } from '../clarity.ts'
import { adminEvents } from './admin.ts'
import { cycleEvents } from './cycle.ts'
import { participantEvents } from './participants.ts'
import { rewardEvents } from './rewards.ts'

const known = [...participantEvents, ...cycleEvents, ...rewardEvents, ...adminEvents] as const
type Known = v.InferOutput<(typeof known)[number]>

/**
 * A print event of a Dual Stacking contract, v1 and v2 in one shape; what is not recognised is kept
 * as it was printed, with its function name if it has one.
 */
export type DualStackingEvent =
  | Known
  | { kind: 'unknown'; name: string | null; value: PlainClarity }

const nameOf = (value: PlainClarity): string | null => {
  const name =
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? value['function-name']
      : undefined
  return typeof name === 'string' ? name : null
}

type EventSchema = v.GenericSchema<unknown, Known> & {
  pipe: readonly [{ entries: Record<string, { literal?: string }> }, ...unknown[]]
}

// Most events are identified by their function name alone, so that a page of events needs one or
// two tries each.
const byName = new Map<string | null, EventSchema[]>()
for (const schema of known as unknown as readonly EventSchema[]) {
  const name = schema.pipe[0].entries['function-name']?.literal ?? null
  byName.set(name, [...(byName.get(name) ?? []), schema])
}

/** Decodes a plain Clarity value that the contract printed [dual-stacking 4, 9.5]. */
export const decodeEvent = (value: PlainClarity): DualStackingEvent => {
  const name = nameOf(value)
  for (const schema of byName.get(name) ?? []) {
    const parsed = v.safeParse(schema, value)
    if (parsed.success) return parsed.output
  }
  return { kind: 'unknown', name, value }
}

/** Decodes the serialized value of a `contract_log`; undefined when it is not a Clarity value. */
export const decodeEventHex = (hex: string): DualStackingEvent | undefined => {
  const value = decodeClarity(hex)
  return value === undefined ? undefined : decodeEvent(value)
}
