import type { RewardLedger } from '../../../../app/dual-stacking/stored-items.ts'
import { emptyFeed } from '../../../../chain/stacks/read-feed.ts'
import type { CollectedRewards } from '../../../../chain/stacks/rewards/collect-rewards.ts'
import { emptyRewards, type RewardCursor } from '../../../../chain/stacks/rewards/reward-cursor.ts'

/** The keys of the payments to these addresses that the ledger shows. */
const shownKeys = (
  ledger: RewardLedger,
  deployments: readonly string[],
  addresses: readonly string[],
): string[] =>
  Object.entries(ledger)
    .filter(
      ([, { gone, payment }]) =>
        !gone &&
        deployments.includes(payment.deployment) &&
        addresses.includes(payment.rewardAddress),
    )
    .map(([key]) => key)

/** Every list from its beginning. */
const restart = (scans: RewardCursor['scans']): RewardCursor['scans'] =>
  Object.fromEntries(
    Object.entries(scans).map(([address, { wantedAt }]) => [
      address,
      { feed: emptyFeed, wantedAt },
    ]),
  )

/**
 * Where the search goes on: with other hosts from the beginning, as what the ones before have left
 * out, or made up, must end with them. What is shown stays until the new ones have told
 * everything.
 */
export function cursorFor(
  hosts: string,
  kept: RewardCursor | undefined,
  ledger: RewardLedger,
  deployments: readonly string[],
): RewardCursor {
  if (!kept) return { ...emptyRewards, hosts }
  if ((kept.hosts ?? hosts) === hosts) return { ...kept, hosts }
  const addresses = [...Object.keys(kept.scans), ...(kept.calls?.addresses ?? [])]
  const doubted = shownKeys(ledger, deployments, addresses)
  return { ...emptyRewards, scans: restart(kept.scans), young: kept.young, hosts, doubted }
}

/**
 * What remains in doubt after a search; once it is through, that never was, as far as these hosts
 * know.
 */
export function settleDoubts(
  { doubted = [] }: RewardCursor,
  { found, cursor, requestsLeft, problem }: CollectedRewards,
): { doubted: string[]; gone: string[] } {
  const told = new Set([
    ...found.map(({ key }) => key),
    ...cursor.young.filter(({ goneAt }) => goneAt === null).map(({ payment }) => payment.key),
  ])
  const left = doubted.filter((key) => !told.has(key))
  const isThrough = requestsLeft === null && problem === null
  return isThrough ? { doubted: [], gone: left } : { doubted: left, gone: [] }
}
