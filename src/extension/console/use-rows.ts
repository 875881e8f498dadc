import { useEffect, useRef, useState } from 'preact/hooks'
import * as v from 'valibot'
import type { WorkerLink } from './worker-link.ts'
import { type ConsoleQuestion, rowsAnswer } from './worker/protocol.ts'

type Query = Pick<Extract<ConsoleQuestion, { kind: 'rows' }>, 'table' | 'search' | 'sort'>

const PAGE = 200

/** What is held of one order of the table: pages by number, `null` while one is fetched. */
interface Held<Row> {
  query: Query
  /** Null until the table was asked for the first time. */
  count: number | null
  pages: Map<number, Row[] | null>
}

/**
 * Rows of a table that the worker keeps: those in sight are fetched, and the ones before stay until
 * the new ones are there. `revision`: of the table's contents.
 */
export function useRows<Row>(
  link: WorkerLink,
  row: v.GenericSchema<unknown, Row>,
  query: Query,
  revision: number,
): { count: number | null; rowAt: (index: number) => Row | undefined } {
  const [held, setHeld] = useState<Held<Row>>({ query, count: null, pages: new Map() })
  const latest = useRef(held)
  latest.current = held
  const [, render] = useState(0)
  const { table, search, sort } = query

  const fetchPage = async (wanted: Query, page: number) => {
    const answer = await link.ask(
      { kind: 'rows', ...wanted, from: page * PAGE, to: (page + 1) * PAGE },
      rowsAnswer,
    )
    return { count: answer.count, rows: v.parse(v.array(row), answer.rows) }
  }

  useEffect(() => {
    let wanted = true
    const next = { table, search, sort }
    fetchPage(next, 0).then(
      ({ count, rows }) => wanted && setHeld({ query: next, count, pages: new Map([[0, rows]]) }),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [link, table, search, sort?.by, sort?.down, revision])

  const rowAt = (index: number): Row | undefined => {
    const page = Math.floor(index / PAGE)
    const rows = held.pages.get(page)
    if (rows) return rows[index % PAGE]
    if (rows === undefined) {
      held.pages.set(page, null)
      fetchPage(held.query, page).then(
        (found) => {
          held.pages.set(page, found.rows)
          if (latest.current === held) render((n) => n + 1)
        },
        () => held.pages.delete(page),
      )
    }
    return undefined
  }
  return { count: held.count, rowAt }
}
