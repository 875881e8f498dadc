/** One line of the table. A row without a bound only informs. */
export interface Row {
  what: string
  median: number
  /** None for what has no unit, as a layout shift. */
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
  /**
   * What it stands beside: a peer, a simpler way, or what is physically possible, measured in the
   * same run.
   */
  comparedWith: string
}

/** A file of `rows/` exports one of these as `rows`. */
export type Rows = () => Row[] | Promise<Row[]>

/** Rows under their heading. */
export interface Subject {
  heading: string
  rows: readonly Row[]
}

/** Whether the median keeps to its bounds. */
export const passes = ({ median, atMost = Infinity, atLeast = -Infinity }: Row): boolean =>
  median <= atMost && median >= atLeast
