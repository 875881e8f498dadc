import type { CommandResult } from '../../../app/command-result.ts'
import type { CycleRecord } from '../../../app/dual-stacking/cycle-record.ts'
import {
  accountsItem,
  cycleRecordsItem,
  ledgerItem,
  networkItem,
} from '../../../app/dual-stacking/stored-items.ts'
import { known, type Known } from '../../../chain/known.ts'
import type { Deployment } from '../../../chain/stacks/deployments.ts'
import { readPastCycle, type PastCycle } from '../../../chain/stacks/read-past-cycle.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { payingDeployments } from './deployment-in-use.ts'
import type { StacksChain } from './stacks-chain.ts'

const KEPT = 60
/** A reading of a cycle is five requests: only so many earlier contracts are tried. */
const MOST_EARLIER = 2

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
  let reading: PastCycle | null = null
  for (const each of running ? [deployment] : contractsOfCycle(store, deployment, cycle)) {
    const read = await readPastCycle(
      client,
      each,
      { address, cycle },
      {
        running,
        ...(running && now.rollbackId !== undefined && { rollbackId: now.rollbackId }),
      },
    )
    // What nothing says more of is told of the contract in use.
    reading ??= read.reading
    if (read.reading && isRecorded(read.reading)) {
      reading = read.reading
      break
    }
  }
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

/** Whether the contract has anything of the address in that cycle. */
const isRecorded = ({ holding }: PastCycle): boolean => holding.known && holding.value !== null

/**
 * The contracts that may have run a past cycle, likelier ones first: the one that paid the selected
 * address in it; else the one in use and those shortly before it, or the first one for cycles
 * before any later contract began.
 */
function contractsOfCycle(store: ItemStore, deployment: Deployment, cycle: number): Deployment[] {
  const { selected } = store.get(accountsItem)
  const onNetwork = payingDeployments(store, deployment)
  const paid = Object.values(store.get(ledgerItem)).find(
    ({ payment, gone }) =>
      !gone &&
      payment.cycle.known &&
      payment.cycle.value === cycle &&
      [payment.enrolledAddress, payment.rewardAddress].includes(selected ?? ''),
  )
  const payer = onNetwork.find(({ id }) => id === paid?.payment.deployment)
  if (payer) return [payer]
  const begun = onNetwork.filter(({ firstCycle }) => firstCycle !== null && firstCycle <= cycle)
  const isBeforeLater = onNetwork.some(({ firstCycle }) => (firstCycle ?? 0) > cycle)
  if (isBeforeLater && begun.length > 0) return begun
  const [inUse, ...others] = onNetwork
  return [inUse!, ...others.toReversed().slice(0, MOST_EARLIER)]
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
