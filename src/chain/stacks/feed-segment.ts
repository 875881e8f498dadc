import * as v from 'valibot'
import type { BitcoinTip } from '../http/cache.ts'

const mark = v.tuple([v.number(), v.string()])

/**
 * A stretch of a newest-first list, read without a gap. `marks`: positions from its top and the
 * keys there, by which it is found again when the list has changed above it. `tops`: at which
 * Bitcoin height the list's top was at which position or above. `ended`: nothing follows below it.
 */
export const segment = v.object({
  count: v.number(),
  marks: v.array(mark),
  tops: v.array(v.tuple([v.number(), v.number()])),
  ended: v.boolean(),
})
export type Segment = v.InferOutput<typeof segment>
type Marks = Segment['marks']

/** How many items consecutive pages overlap. */
export const OVERLAP = 6
const DENSE = 60
const SPARSE = 60
const SETTLED_BLOCKS = 6
/** So many items of a list never seen before are taken for young. */
const YOUNG = 60

/** Keeps every mark near both ends and a group of them here and there between. */
const thin = (marks: Marks, count: number): Marks =>
  marks.filter(
    ([position]) => position < DENSE || position >= count - OVERLAP || position % SPARSE < OVERLAP,
  )

const marksOf = (keys: readonly string[], from: number): Marks =>
  keys.map((key, index) => [from + index, key])

/** The first page of a list as a stretch of its own. */
export const segmentOf = (
  keys: readonly string[],
  ended: boolean,
  tip: BitcoinTip,
  isFirst: boolean,
): Segment => ({
  count: keys.length,
  marks: thin(marksOf(keys, 0), keys.length),
  ended,
  tops: [
    ...(isFirst ? [[tip.height - SETTLED_BLOCKS, YOUNG] as [number, number]] : []),
    [tip.height, 0],
  ],
})

/** Without its first `dropped` items and with `shift` places added before it. */
const moved = (
  { marks, tops }: Segment,
  dropped: number,
  shift: number,
): Pick<Segment, 'marks' | 'tops'> => ({
  marks: marks
    .filter(([position]) => position >= dropped)
    .map(([position, key]) => [position - dropped + shift, key]),
  // Where exactly an older top was among what is dropped does not matter: deeper is safe.
  tops: tops.map(([height, position]) => [height, Math.max(position, dropped) - dropped + shift]),
})

/**
 * What of a stretch was settled when it was read at `tip`, so that no reorganisation of up to six
 * Bitcoin blocks can have changed it since; undefined: nothing.
 */
export const settledPart = (old: Segment, tip: BitcoinTip): Segment | undefined => {
  const from = Math.min(
    Infinity,
    ...old.tops
      .filter(([height]) => height <= tip.height - SETTLED_BLOCKS)
      .map(([, position]) => position),
  )
  return from < old.count ? { ...old, ...moved(old, from, 0), count: old.count - from } : undefined
}

/** Where keys meet a stretch: the first from which on they are its marks, as far as it has them. */
export const findOverlap = (
  keys: readonly string[],
  { marks }: Segment,
): { index: number; position: number } | undefined => {
  const positions = new Map(marks.map(([position, key]) => [key, position]))
  const at = new Map(marks)
  for (const [index, key] of keys.entries()) {
    const position = positions.get(key)
    if (
      position !== undefined &&
      keys.slice(index).every((later, step) => (at.get(position + step) ?? later) === later)
    )
      return { index, position }
  }
  return undefined
}

export const extendBottom = (old: Segment, keys: readonly string[]): Segment => {
  const count = old.count + keys.length
  return { ...old, count, marks: thin([...old.marks, ...marksOf(keys, old.count)], count) }
}

/**
 * Where the tops of a stretch are now that its young part was read again as `upper`: exactly there
 * when nothing below them changed.
 */
const topsAgain = (before: Segment, upper: Segment): Segment['tops'] | undefined => {
  const keys = upper.marks.filter(([position], index) => position === index).map(([, key]) => key)
  const met = keys.length >= upper.count ? findOverlap(keys, before) : undefined
  return (
    met &&
    before.tops.map(([height, position]) => [
      height,
      Math.max(position - met.position, 0) + met.index,
    ])
  )
}

/**
 * Two stretches as one: `lower` without its first `dropped` items follows `upper`, which was read
 * at `tip`. `before`: the lower one with the young part that it had when it was read last.
 */
export const joinSegments = (
  upper: Segment,
  lower: Segment,
  dropped: number,
  tip: BitcoinTip,
  before?: Segment,
): Segment => {
  const count = upper.count + lower.count - dropped
  const { marks, tops } = moved(lower, dropped, upper.count)
  const known = (before && topsAgain(before, upper)) ?? tops
  const newestSettled = Math.max(
    ...known.map(([height]) => (height <= tip.height - SETTLED_BLOCKS ? height : -Infinity)),
  )
  return {
    count,
    ended: lower.ended,
    marks: thin([...upper.marks, ...marks], count),
    tops: [
      ...known.filter(([height]) => height >= newestSettled && height < tip.height),
      [tip.height, 0],
    ],
  }
}
