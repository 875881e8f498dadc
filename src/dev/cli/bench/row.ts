/** One line of the table. A row without a bound only informs. */
export interface Row {
  what: string
  median: number
  /** Empty for what has no unit, such as a layout shift. */
  unit:
    | 'ms'
    | 'kB'
    | 'KiB'
    | 'B'
    | 'MB'
    | '×'
    | '%'
    | 'requests'
    | 'per minute'
    | 'calls'
    | 'points'
    | ''
  /** The largest median that passes. */
  atMost?: number
  /** The smallest median that passes. */
  atLeast?: number
  /** A yardstick measured in the same run: a peer, a simpler way, or the physical limit. */
  comparedWith: string
}

/** A file of `rows/` exports one of these as `rows`. */
export type Rows = () => Row[] | Promise<Row[]>

/** Rows under their heading. */
export interface Subject {
  heading: string
  rows: readonly Row[]
}

/** Whether the median is within its bounds. */
export const passes = ({ median, atMost = Infinity, atLeast = -Infinity }: Row): boolean =>
  median <= atMost && median >= atLeast
