import type { CommandResult } from '../../../app/command-result.ts'
import type { CycleRecord } from '../../../app/dual-stacking/cycle-record.ts'
import {
  accountsItem,
  cycleRecordsItem,
  networkItem,
} from '../../../app/dual-stacking/stored-items.ts'
import { known, type Known } from '../../../chain/known.ts'
import { readPastCycle, type PastCycle } from '../../../chain/stacks/read-past-cycle.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import type { StacksChain } from './stacks-chain.ts'

const KEPT = 60

/**
 * Reads what the contract has on record of the selected account in a cycle, and keeps it for the
 * views.
 */
export async function readCycleRecord(
  store: ItemStore,
  { client, deployment }: StacksChain,
  cycle: number,
): Promise<CommandResult> {
  const { selected: address } = store.get(accountsItem)
  if (address === null) return { ok: false, code: 'no-account' }
  const network = store.get(networkItem)
  const now =
    network?.deployment === deployment.id && network.cycle.known ? network.cycle.value : null
  const running = now?.id === cycle
  const { reading } = await readPastCycle(
    client,
    deployment,
    { address, cycle },
    {
      running,
      ...(running && now.rollbackId !== undefined && { rollbackId: now.rollbackId }),
    },
  )
  if (!reading) return { ok: false, code: 'no-answer' }
  const record = recordOf(reading, now?.snapshotsPerCycle ?? 0, Date.now())
  const same = (each: CycleRecord) =>
    each.deployment === record.deployment && each.address === address && each.cycle === cycle
  await store.update(cycleRecordsItem, (records) =>
    [
      { ...record, audit: records.find(same)?.audit ?? null },
      ...records.filter((each) => !same(each)),
    ].slice(0, KEPT),
  )
  return { ok: true }
}

/** The reading in the shape that views show; sums of nothing captured are 0. */
function recordOf(
  { deployment, address, cycle, holding, weight, sizes, finalized }: PastCycle,
  usualSnapshots: number,
  readAt: number,
): CycleRecord {
  const of = <T>(
    pick: (entry: NonNullable<Extract<typeof holding, { known: true }>['value']>) => T,
    none: T,
  ): Known<T> =>
    holding.known ? known(holding.value === null ? none : pick(holding.value)) : holding
  return {
    deployment,
    address,
    cycle,
    readAt,
    weight,
    finalized,
    snapshots: sizes.known && sizes.value ? sizes.value.snapshots : usualSnapshots,
    captured: of((entry) => entry.lastSnapshot + 1, 0),
    sats: of((entry) => entry.sats, 0n),
    microStx: of((entry) => entry.microStx, 0n),
    rewardSats: of((entry) => (entry.rewarded ? entry.rewardSats : null), null),
    audit: null,
  }
}
