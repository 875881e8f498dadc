import * as v from 'valibot'
import { known, type Known } from '../../known.ts'
import { cCount } from '../clarity.ts'
import { readFirstAvailable } from '../read-first-available.ts'
import type { CycleReading } from '../readings.ts'
import type { Reader, Source } from '../source.ts'

type Phase = CycleReading['phase']

// `last-operation-done` by family [dual-stacking 1.5, 9.1].
const phaseNumbers: Record<'v1' | 'v2', readonly Phase[]> = {
  v1: [
    'snapshots',
    'concluded',
    'ratio-proposed',
    'ratio-validated',
    'weights',
    'distributing',
    'finalized',
  ],
  v2: [
    'snapshots',
    'buffer',
    'concluded',
    'ratio-validated',
    'weights',
    'distributing',
    'finalized',
  ],
}

/** A number that no family defines is a bad answer, never a guessed phase. */
const phaseSchema = (phases: readonly Phase[]) =>
  v.pipe(
    cCount,
    v.transform((number) => phases[number]),
    v.check((phase) => phase !== undefined),
    v.transform((phase) => phase!),
  )

const calendarFields = {
  'cycle-id': cCount,
  'current-cycle-bitcoin-block-height': cCount,
  'next-cycle-bitcoin-block-height': cCount,
  'snapshots-per-cycle': cCount,
  'blocks-per-snapshot': cCount,
}
const calendarNames = [
  ...Object.keys(calendarFields),
  'current-cycle-participants-count',
  'current-snapshot-index',
]
const calendarShape = v.object({
  ...calendarFields,
  'participants-count': cCount,
  'current-snapshot-index': cCount,
  'buffer-blocks-per-cycle': v.optional(cCount, 0n),
})
const snapshotShape = v.object({
  'current-snapshot-bitcoin-block-height': cCount,
  'current-snapshot-count': cCount,
})

/**
 * Reads several data variables as one value, for contracts or hosts whose read functions do not
 * answer.
 */
const variableSources = <T>(
  reader: Reader,
  names: readonly string[],
  schema: v.GenericSchema<unknown, T>,
): Source<T>[] => {
  if (!names.every((name) => reader.capabilities.variables.includes(name))) return []
  const source: Source<T> = {
    ask: async (options) => {
      const values: Record<string, unknown> = {}
      for (const name of names) {
        const read = await reader.client.dataVar(reader.contract, name, options)
        if (!read.ok) return read
        const field = name === 'current-cycle-participants-count' ? 'participants-count' : name
        values[field] = read.value
      }
      const parsed = v.safeParse(schema, values)
      return parsed.success
        ? { ok: true, value: parsed.output }
        : { ok: false, failure: { code: 'bad-answer' } }
    },
  }
  return [source]
}

/**
 * Reads the running cycle: two read functions and the phase, or the same from data variables;
 * `inactive` before the contract was initialized.
 */
export const readRunningCycle = async (reader: Reader): Promise<Known<CycleReading>> => {
  const { family } = reader.capabilities
  const isV2 = family === 'v2'
  const schema = phaseSchema(phaseNumbers[family === 'v1' ? 'v1' : 'v2'])
  const [calendar, snapshot, phase, rollback] = await Promise.all([
    readFirstAvailable(reader, [
      { read: 'cycle-data', schema: calendarShape },
      ...variableSources(
        reader,
        [...calendarNames, ...(isV2 ? ['buffer-blocks-per-cycle'] : [])],
        calendarShape,
      ),
    ]),
    readFirstAvailable(reader, [
      { read: 'snapshot-data', schema: snapshotShape },
      ...variableSources(
        reader,
        ['current-snapshot-bitcoin-block-height', 'current-snapshot-count'],
        snapshotShape,
      ),
    ]),
    readFirstAvailable(reader, [
      { read: 'get-last-operation-state', schema },
      { variable: 'last-operation-done', schema },
    ]),
    isV2
      ? readFirstAvailable(reader, [{ variable: 'current-cycle-rollback-id', schema: cCount }])
      : known(0),
  ])
  if (!calendar.known) return calendar
  if (!snapshot.known) return snapshot
  if (!phase.known) return phase
  const { value } = calendar
  const nextStartHeight = value['next-cycle-bitcoin-block-height']
  return known({
    id: value['cycle-id'],
    startHeight: value['current-cycle-bitcoin-block-height'],
    nextStartHeight,
    snapshotsPerCycle: value['snapshots-per-cycle'],
    blocksPerSnapshot: value['blocks-per-snapshot'],
    bufferBlocks: value['buffer-blocks-per-cycle'],
    snapshotIndex: value['current-snapshot-index'],
    snapshotHeight: snapshot.value['current-snapshot-bitcoin-block-height'],
    capturedCount: snapshot.value['current-snapshot-count'],
    participantsCount: value['participants-count'],
    // Before initialization the next cycle's height is 0 [dual-stacking 5].
    phase: nextStartHeight === 0 ? 'inactive' : phase.value,
    ...(isV2 && rollback.known && { rollbackId: rollback.value }),
  })
}
