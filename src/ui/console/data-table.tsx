import type { ComponentChildren } from 'preact'
import { useMemo, useRef } from 'preact/hooks'
import { useVirtualRows } from './use-virtual-rows.ts'

export interface Column<Row, Name extends string = string> {
  name: Name
  label: string
  cell: (row: Row) => ComponentChildren
  /** Numbers are aligned right, names left. */
  start?: boolean
  tone?: 'amber' | 'violet'
  sortable?: boolean
}

export interface Sort<Name extends string = string> {
  by: Name
  down: boolean
}

interface DataTableProps<Row, Name extends string> {
  label: string
  /** Must be the same array as long as nothing in it changes. */
  columns: readonly Column<Row, Name>[]
  count: number
  /** The row at an index; undefined while it is being fetched. */
  rowAt: (index: number) => Row | undefined
  keyOf: (row: Row) => string
  sort?: Sort<Name> | null
  onSort?: (sort: Sort<Name>) => void
  empty: string
}

const ROW_HEIGHT = 34
const arrows = { ascending: '↑', descending: '↓' }

/**
 * A table of any length: only the visible rows are in the document; screen readers get the total
 * count.
 */
export function DataTable<Row, Name extends string>({
  label,
  columns,
  count,
  rowAt,
  keyOf,
  sort,
  onSort,
  empty,
}: DataTableProps<Row, Name>) {
  const scroller = useRef<HTMLDivElement>(null)
  const { items, height } = useVirtualRows(count, ROW_HEIGHT, scroller)
  const directionOf = ({ name }: Column<Row, Name>): 'ascending' | 'descending' | undefined => {
    if (sort?.by !== name) return undefined
    return sort.down ? 'descending' : 'ascending'
  }
  const arrowOf = (column: Column<Row, Name>): string => {
    const direction = directionOf(column)
    return direction ? arrows[direction] : ''
  }
  return (
    <div class="table-scroll" ref={scroller} role="region" aria-label={label} tabIndex={0}>
      <div
        class={`table columns-${columns.length}`}
        role="table"
        aria-label={label}
        aria-rowcount={count + 1}
        aria-colcount={columns.length}
      >
        <div class="table-head" role="rowgroup">
          <div class="table-row" role="row" aria-rowindex={1}>
            {columns.map((column) => (
              <span
                key={column.name}
                role="columnheader"
                class={column.start ? 'start' : undefined}
                aria-sort={directionOf(column)}
              >
                {column.sortable && onSort ? (
                  <button
                    type="button"
                    onClick={() =>
                      onSort({
                        by: column.name,
                        down: sort?.by === column.name ? !sort.down : !column.start,
                      })
                    }
                  >
                    {column.label}
                    <span class="sort" aria-hidden="true">
                      {arrowOf(column)}
                    </span>
                  </button>
                ) : (
                  column.label
                )}
              </span>
            ))}
          </div>
        </div>
        <div class="table-body" role="rowgroup" style={{ height: `${height}px` }}>
          {items.map(({ index, start }) => {
            const row = rowAt(index)
            return (
              <TableRow
                key={row ? keyOf(row) : index}
                row={row}
                index={index}
                start={start}
                columns={columns}
              />
            )
          })}
        </div>
        {count === 0 && <p class="table-empty">{empty}</p>}
      </div>
    </div>
  )
}

interface TableRowProps<Row, Name extends string> {
  row: Row | undefined
  index: number
  /** Distance from the top, pixels. */
  start: number
  columns: readonly Column<Row, Name>[]
}

/** A row that stays in sight while the table scrolls is not painted again. */
function TableRow<Row, Name extends string>({
  row,
  index,
  start,
  columns,
}: TableRowProps<Row, Name>) {
  return useMemo(
    () => (
      <div
        class="table-row"
        role="row"
        aria-rowindex={index + 2}
        style={{ transform: `translateY(${start}px)` }}
      >
        {columns.map((column) => (
          <span
            key={column.name}
            role="cell"
            class={`${column.start ? 'start' : ''} ${column.tone ?? ''}`}
          >
            {row ? column.cell(row) : '…'}
          </span>
        ))}
      </div>
    ),
    [row, index, start, columns],
  )
}
