/** Width of a label with its gap, in the units of the drawing. */
const LABEL_WIDTH = 34

/** The labels of an axis that fit side by side, the more important ones (lower rank) first. */
export function pickAxisLabels(
  wanted: readonly { at: bigint; rank: number }[],
  x: (at: bigint) => number,
): bigint[] {
  const kept: bigint[] = []
  for (const { at } of wanted.toSorted((a, b) => a.rank - b.rank))
    if (kept.every((other) => Math.abs(x(other) - x(at)) > LABEL_WIDTH)) kept.push(at)
  return kept
}
