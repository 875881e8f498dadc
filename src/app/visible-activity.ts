/**
 * What became of a request to a wallet, for the person who made it; `needs-attention`: a
 * transaction was sent, or may have been, that has to be looked after.
 */
export type ActivityStatus = 'pending' | 'needs-attention' | 'succeeded' | 'failed'

const DAY_MS = 86_400_000

/**
 * The requests still worth showing: everything pending or needing attention, and of the rest the
 * latest one (a success for a day only). Whatever came before that is history.
 */
export function visibleActivity<Asked extends { updatedAt: number }>(
  all: readonly Asked[],
  statusOf: (asked: Asked) => ActivityStatus,
  now: number,
): Asked[] {
  const newest = all
    .filter((asked) => statusOf(asked) !== 'needs-attention')
    .reduce((latest, { updatedAt }) => Math.max(latest, updatedAt), 0)
  return all.filter((asked) => {
    const status = statusOf(asked)
    if (status === 'pending' || status === 'needs-attention') return true
    return asked.updatedAt === newest && (status === 'failed' || now - asked.updatedAt < DAY_MS)
  })
}
