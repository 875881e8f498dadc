import * as v from 'valibot'
import { known, type Known } from '../../known.ts'
import { cCount } from '../clarity.ts'
import type { CycleReading } from '../readings.ts'
import { readFirstAvailable, type Reader, type Source } from '../source.ts'

type Phase = CycleReading['phase']

// `last-operation-done` by family [dual-stacking 1.5, 9.1].
const phaseNumbers: Record<'v1' | 'v2', Phase[]> = {
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
 * Reads several data variables as one value: for contracts or hosts whose read functions do not
 * answer.
 */
const variableSources = <T>(
  reader: Reader,
  names: readonly string[],
  schema: v.GenericSchema<unknown, T>,
): Source<T>[] =>
  names.every((name) => reader.capabilities.variables.includes(name))
    ? [
        {
          ask: async (options) => {
            const values: Record<string, unknown> = {}
            for (const name of names) {
              const read = await reader.client.dataVar(reader.contract, name, options)
              if (!read.ok) return read
              values[name === 'current-cycle-participants-count' ? 'participants-count' : name] =
                read.value
            }
            const parsed = v.safeParse(schema, values)
            return parsed.success
              ? { ok: true, value: parsed.output }
              : { ok: false, failure: { code: 'bad-answer' } }
          },
        },
      ]
    : []

/**
 * The running cycle: two read functions and the phase, or the same from data variables; `inactive`
 * before the contract was initialised.
 */
export const readRunningCycle = async (reader: Reader): Promise<Known<CycleReading>> => {
  const isV2 = reader.capabilities.family === 'v2'
  const [calendar, snapshot, operation, rollback] = await Promise.all([
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
      { read: 'get-last-operation-state', schema: cCount },
      { variable: 'last-operation-done', schema: cCount },
    ]),
    isV2
      ? readFirstAvailable(reader, [{ variable: 'current-cycle-rollback-id', schema: cCount }])
      : known(0),
  ])
  if (!calendar.known) return calendar
  if (!snapshot.known) return snapshot
  if (!operation.known) return operation
  const { value } = calendar
  const nextStartHeight = value['next-cycle-bitcoin-block-height']
  const phase = phaseNumbers[reader.capabilities.family === 'v1' ? 'v1' : 'v2'][operation.value]
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
    // Before initialisation the next cycle's height is 0 [dual-stacking 5].
    phase: nextStartHeight === 0 ? 'inactive' : (phase ?? 'snapshots'),
    ...(isV2 && rollback.known && { rollbackId: rollback.value }),
  })
}
