import { useState } from 'preact/hooks'
import * as v from 'valibot'
import type { Sort } from '../../../ui/console/data-table.tsx'
import { ParticipantsView, type ParticipantColumn } from '../../../ui/console/participants-view.tsx'
import type { ConsoleContext } from '../console-context.ts'
import { useRows } from '../use-rows.ts'
import { Unplanned } from './unplanned.tsx'

const amount = v.nullable(v.bigint())
const row = v.object({
  address: v.string(),
  sats: amount,
  microStx: amount,
  ratio: amount,
  boost: amount,
  expectedSats: amount,
})

/** All participants of the running cycle. */
export function ParticipantsTab({ link, chain }: ConsoleContext) {
  const [sort, setSort] = useState<Sort<ParticipantColumn> | null>({ by: 'sats', down: true })
  const [search, setSearch] = useState('')
  const { count, rowAt } = useRows(
    link,
    row,
    { table: 'participants', search, sort },
    chain.revision,
  )
  if (!chain.plan) return <Unplanned chain={chain} />
  return (
    <ParticipantsView
      count={count}
      rowAt={rowAt}
      sort={sort}
      onSort={setSort}
      search={search}
      onSearch={setSearch}
      indexing={chain.indexing}
    />
  )
}
