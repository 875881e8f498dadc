import type { Niche, Shape } from './codec.ts'

/** Where each field of a struct lies, in the order in which the fields are declared. */
export interface Arrangement extends Shape {
  offsets: number[]
}

type Bias = 'start' | 'end'

const zeros = (value: number): number => 31 - Math.clz32(value & -value)
const roundUp = (value: number, step: number): number => Math.ceil(value / step) * step
const nicheOf = ({ niche }: Shape): number => niche?.count ?? 0

/** Fields sort by this first, the largest ahead: how well what they take keeps others aligned. */
const group = (shape: Shape, bias: Bias, most: { align: number; niche: number }): number => {
  const own = zeros(Math.max(shape.align, shape.size))
  if (most.niche === 0) return own
  if (bias === 'start') return Math.min(zeros(most.align), own)
  return nicheOf(shape) === most.niche ? zeros(shape.align) : own
}

/** Fields of a group sort by their niche: one that is near the edge of the struct is of use. */
const nicheKey = (shape: Shape, bias: Bias): [number, number] => {
  if (bias === 'start') return [-nicheOf(shape), shape.niche?.at ?? 0]
  const behind = shape.niche ? shape.size - 1 - shape.niche.at : 0
  return [nicheOf(shape), -behind]
}

const arrangeWith = (shapes: readonly Shape[], bias: Bias): Arrangement => {
  const most = {
    align: Math.max(1, ...shapes.map(({ align }) => align)),
    niche: Math.max(0, ...shapes.map(nicheOf)),
  }
  const keys = shapes.map((shape) => [-group(shape, bias, most), ...nicheKey(shape, bias)])
  const order = shapes
    .map((_, index) => index)
    .sort((a, b) => {
      const differing = keys[a]!.findIndex((key, place) => key !== keys[b]![place])
      return differing < 0 ? a - b : keys[a]![differing]! - keys[b]![differing]!
    })
  const offsets = Array.from(shapes, () => 0)
  let end = 0
  let niche: Niche | null = null
  for (const index of order) {
    const shape = shapes[index]!
    const at = roundUp(end, shape.align)
    offsets[index] = at
    end = at + shape.size
    const better =
      bias === 'start'
        ? nicheOf(shape) > (niche?.count ?? 0)
        : nicheOf(shape) >= (niche?.count ?? 0)
    if (shape.niche && better) niche = { count: shape.niche.count, at: at + shape.niche.at }
  }
  return { offsets, size: roundUp(end, most.align), align: most.align, niche }
}

/** Bytes between the niche and the nearer edge; none without a niche. */
const fromEdge = ({ niche, size }: Shape): number =>
  niche ? Math.min(niche.at, size - niche.at - 1) : 0

/**
 * Lays out a struct as the compilers of Dusk's contracts do: rkyv leaves the order of fields to
 * them. Fields are sorted so that little is lost to alignment; a second attempt puts the niche at
 * the end, and is taken when it comes nearer to an edge.
 */
export const arrange = (shapes: readonly Shape[]): Arrangement => {
  const first = arrangeWith(shapes, 'start')
  if (shapes.length < 2 || fromEdge(first) === 0) return first
  const second = arrangeWith(shapes, 'end')
  return fromEdge(first) > fromEdge(second) ? second : first
}
