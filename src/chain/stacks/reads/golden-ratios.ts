import * as v from 'valibot'
import { known, type Known } from '../../known.ts'
import { clTuple, clUint, cUint } from '../clarity.ts'
import type { Deployment } from '../deployments.ts'
import { readFirstAvailable } from '../read-first-available.ts'
import type { CycleReading } from '../readings.ts'
import type { Reader, Source } from '../source.ts'

const PAST_CYCLES = 5
const SETTLED_BLOCKS = 4032
const RECENT_BLOCKS = 144

type Ratio = { cycle: number; ratio: bigint }

const notedRatio = v.union([
  v.null(),
  v.pipe(
    v.string(),
    v.regex(/^\d+$/),
    v.transform((text) => BigInt(text)),
  ),
])

const ratioSources = (cycle: number): Source<bigint | null>[] => [
  {
    map: 'ratio-used',
    key: clTuple({ 'cycle-id': clUint(cycle) }),
    schema: v.union([
      v.null(),
      v.pipe(
        v.object({ 'used-ratio': cUint }),
        v.transform((entry) => entry['used-ratio']),
      ),
    ]),
  },
  {
    map: 'validated-golden-ratio-per-cycle',
    key: clTuple({ 'cycle-id': clUint(cycle) }),
    schema: v.union([
      v.null(),
      v.pipe(
        v.object({ 'golden-ratio': cUint }),
        v.transform((entry) => entry['golden-ratio']),
      ),
    ]),
  },
]

/**
 * Reads one cycle's validated golden ratio, null when it has none (yet). A past cycle's is read
 * once; the newest past one again while a reorganisation could change it.
 */
const readGoldenRatio = async (
  reader: Reader,
  cycle: number,
  age: number,
): Promise<Known<bigint | null>> => {
  const note = `ratio ${reader.contract} ${cycle}`
  const recent = v.safeParse(notedRatio, reader.client.note.get(note, RECENT_BLOCKS))
  if (age > 0 && recent.success) return known(recent.output)
  const settled = v.safeParse(notedRatio, reader.client.note.get(note, SETTLED_BLOCKS))
  if (age > 1 && settled.success && settled.output !== null) return known(settled.output)
  const read = await readFirstAvailable(reader, ratioSources(cycle))
  if (read.known && age > 0)
    reader.client.note.set(note, read.value === null ? null : read.value.toString())
  return read
}

const mayHaveRatio = (phase: CycleReading['phase']) =>
  !['inactive', 'snapshots', 'buffer'].includes(phase)

/**
 * Reads the validated golden ratios of the running cycle and the five before it, newest first;
 * known as soon as one of them is.
 */
export const readGoldenRatios = async (
  reader: Reader,
  cycle: CycleReading,
  deployment: Deployment,
): Promise<Known<Ratio[]>> => {
  const first = Math.max(deployment.firstCycle ?? 0, cycle.id - PAST_CYCLES, 0)
  const cycleIds = Array.from(
    { length: cycle.id - first + 1 },
    (_, index) => cycle.id - index,
  ).filter((id) => id < cycle.id || mayHaveRatio(cycle.phase))
  const read = await Promise.all(
    cycleIds.map(async (id) => ({
      cycle: id,
      ratio: await readGoldenRatio(reader, id, cycle.id - id),
    })),
  )
  const unread = read.find(({ ratio }) => !ratio.known)?.ratio
  const ratios = read.flatMap(({ cycle: id, ratio }) =>
    ratio.known && ratio.value !== null ? [{ cycle: id, ratio: ratio.value }] : [],
  )
  return ratios.length === 0 && unread && !unread.known ? unread : known(ratios)
}
