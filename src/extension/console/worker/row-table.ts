type Cell = bigint | string | boolean | number | null

interface Query<Row> {
  search: string
  sort: { by: keyof Row & string; down: boolean } | null
}

/** Unknown values last, whatever the direction. */
function compare(one: Cell, other: Cell, down: boolean): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  if (one === other) return 0
  return one < other === down ? 1 : -1
}

/**
 * Rows that can be searched by address, sorted by any column and looked at in parts; the order of
 * the last question is kept.
 */
export function createRowTable<Row extends { address: string }>() {
  let all: readonly Row[] = []
  let ordered: { key: string; rows: readonly Row[] } = { key: '', rows: all }

  return {
    set(rows: readonly Row[]): void {
      all = rows
      ordered = { key: '', rows }
    },
    part({ search, sort }: Query<Row>, from: number, to: number): { count: number; rows: Row[] } {
      const wanted = search.trim().toUpperCase()
      const key = JSON.stringify([wanted, sort])
      if (ordered.key !== key) {
        const found =
          wanted === '' ? all : all.filter(({ address }) => address.toUpperCase().includes(wanted))
        const rows =
          sort === null
            ? found
            : found.toSorted((a, b) => compare(a[sort.by] as Cell, b[sort.by] as Cell, sort.down))
        ordered = { key, rows }
      }
      return { count: ordered.rows.length, rows: ordered.rows.slice(from, to) }
    },
  }
}
