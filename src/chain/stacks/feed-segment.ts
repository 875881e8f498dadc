import * as v from 'valibot'
import type { BitcoinTip } from '../http/cache.ts'

const mark = v.tuple([v.number(), v.string()])

/**
 * A gapless part of a newest-first list. `marks`: positions from its top and the keys there, by
 * which it is found again after the list has changed above it. `tops`: at which Bitcoin height the
 * list's top was at which position or above. `ended`: nothing follows below it.
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
/**
 * How many items at most are assumed to be young where nothing tells: items bear no height, and
 * reading a whole list again at each of six blocks would cost too much.
 */
export const ASSUMED_YOUNG = 60

/** Keeps every mark near both ends, and groups of them at intervals between. */
const thin = (marks: Marks, count: number): Marks =>
  marks.filter(
    ([position]) => position < DENSE || position >= count - OVERLAP || position % SPARSE < OVERLAP,
  )

const marksOf = (keys: readonly string[], from: number): Marks =>
  keys.map((key, index) => [from + index, key])

/** A page of a list as a segment; `isFirst`: no settled part of the list is known. */
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
    ...(isFirst ? [[tip.height - SETTLED_BLOCKS, ASSUMED_YOUNG] as [number, number]] : []),
    [tip.height, 0],
  ],
})

/** The marks and tops without the first `dropped` items and moved down by `shift`. */
const moveDown = (
  { marks, tops }: Segment,
  dropped: number,
  shift: number,
): Pick<Segment, 'marks' | 'tops'> => ({
  marks: marks
    .filter(([position]) => position >= dropped)
    .map(([position, key]) => [position - dropped + shift, key]),
  // The exact place of an older top among the dropped items does not matter: deeper is safe.
  tops: tops.map(([height, position]) => [height, Math.max(position, dropped) - dropped + shift]),
})

/**
 * The part of a segment that was settled when it was read at `tip`, so that no reorganisation of up
 * to six Bitcoin blocks can have changed it since; undefined: none.
 */
export const settledPart = (old: Segment, tip: BitcoinTip): Segment | undefined => {
  const from = Math.min(
    Infinity,
    ...old.tops
      .filter(([height]) => height <= tip.height - SETTLED_BLOCKS)
      .map(([, position]) => position),
  )
  return from < old.count
    ? { ...old, ...moveDown(old, from, 0), count: old.count - from }
    : undefined
}

/** Where keys overlap a segment: the first key from which on they agree with all its marks. */
export const findOverlap = (
  keys: readonly string[],
  { marks }: Segment,
): { index: number; position: number } | undefined => {
  const positions = new Map(marks.map(([position, key]) => [key, position]))
  const keyAt = new Map(marks)
  for (const [index, key] of keys.entries()) {
    const position = positions.get(key)
    if (
      position !== undefined &&
      keys.slice(index).every((later, step) => (keyAt.get(position + step) ?? later) === later)
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
 * The tops of a segment after its young part was read again as `upper`: exact when nothing below
 * them changed.
 */
const retraceTops = (before: Segment, upper: Segment): Segment['tops'] | undefined => {
  const keys = upper.marks.filter(([position], index) => position === index).map(([, key]) => key)
  const overlap = keys.length >= upper.count ? findOverlap(keys, before) : undefined
  return (
    overlap &&
    before.tops.map(([height, position]) => [
      height,
      Math.max(position - overlap.position, 0) + overlap.index,
    ])
  )
}

/**
 * Joins two segments: `lower` without its first `dropped` items follows `upper`, which was read at
 * `tip`. `before`: the lower segment with the young part that it had when it was last read.
 */
export const joinSegments = ({
  upper,
  lower,
  dropped,
  tip,
  before,
}: {
  upper: Segment
  lower: Segment
  dropped: number
  tip: BitcoinTip
  before: Segment | undefined
}): Segment => {
  const count = upper.count + lower.count - dropped
  const { marks, tops: movedTops } = moveDown(lower, dropped, upper.count)
  const tops = (before && retraceTops(before, upper)) ?? movedTops
  const newestSettled = Math.max(
    ...tops.map(([height]) => (height <= tip.height - SETTLED_BLOCKS ? height : -Infinity)),
  )
  return {
    count,
    ended: lower.ended,
    marks: thin([...upper.marks, ...marks], count),
    tops: [
      ...tops.filter(([height]) => height >= newestSettled && height < tip.height),
      [tip.height, 0],
    ],
  }
}
