/** A figure for a slow, a usual and a fast income. */
export interface ByIncome<T> {
  low: T
  middle: T
  high: T
}

/** The same for each figure of a range. */
export const mapByIncome = <T, R>(range: ByIncome<T>, map: (value: T) => R): ByIncome<R> => ({
  low: map(range.low),
  middle: map(range.middle),
  high: map(range.high),
})
