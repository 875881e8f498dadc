import { useState } from 'preact/hooks'
import * as v from 'valibot'
import type { Sort } from '../../../ui/console/data-table.tsx'
import { DistributionView, type MemberReward } from '../../../ui/console/distribution-view.tsx'
import type { ConsoleContext } from '../console-context.ts'
import { useRows } from '../use-rows.ts'
import { Unplanned } from './unplanned.tsx'

const row = v.object({
  address: v.string(),
  weight: v.nullable(v.bigint()),
  expectedSats: v.nullable(v.bigint()),
  paidSats: v.nullable(v.bigint()),
  state: v.picklist(['waiting', 'paid', 'zero', 'shared', 'failed']),
})

/** What the running cycle pays to whom. */
export function RewardsTab({ link, chain }: ConsoleContext) {
  const [sort, setSort] = useState<Sort<keyof MemberReward> | null>({ by: 'weight', down: true })
  const { count, rowAt } = useRows(
    link,
    row,
    { table: 'rewards', search: '', sort },
    chain.revision,
  )
  const { plan } = chain
  if (!plan) return <Unplanned chain={chain} />
  return (
    <DistributionView
      toDistribute={plan.toDistributeSats}
      paid={plan.paid}
      finalizedAt={plan.finalizedAt}
      count={count}
      rowAt={rowAt}
      sort={sort}
      onSort={setSort}
    />
  )
}
