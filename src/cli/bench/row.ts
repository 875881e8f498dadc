/** One line of the table. A row without a bound only informs. */
export interface Row {
  what: string
  median: number
  unit: 'ms' | 'kB' | '×' | 'MB' | 'requests' | 'per minute'
  /** The largest median that passes. */
  atMost?: number
  /** The smallest median that passes. */
  atLeast?: number
  /** What it stands beside, measured in the same run. */
  comparedWith?: string
}

/** A file of `rows/` exports one of these as `rows`. */
export type Rows = () => Row[] | Promise<Row[]>

/** Whether the median keeps to its bounds. */
export const passes = ({ median, atMost = Infinity, atLeast = -Infinity }: Row): boolean => median <= atMost && median >= atLeast
