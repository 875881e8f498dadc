import type { CycleClock } from '../../../../protocol/bitcoin-staking/cycle-clock.ts'
import { answered, failed, type Answer, type Failure } from '../../../http/answer.ts'
import { clUint, cUint } from '../../clarity.ts'
import type { StacksClient } from '../../client.ts'
import type { StacksReadFailure } from '../../stacks-read.ts'
import { managerShapeOf } from '../manager-shape.ts'
import { PoxReader } from '../pox-reader.ts'
import { clLeg } from '../pox-values.ts'
import { readClock } from '../read-clock.ts'
import type { StakingDeployment } from '../staking-deployments.ts'
import { claimsOfCycle, timedTransactions, type ClaimedLeg } from './claims-of-cycle.ts'
import { continuePrintList, emptyPrintList, renewPrintList, type PrintList } from './print-list.ts'
import { collectSbtcChanges, type SbtcChange } from './sbtc-changes.ts'

/** All that an audit of a cycle is made from. */
export interface AuditMaterial {
  clock: CycleClock
  pox: PrintList
  managers: PrintList[]
  /** Bitcoin heights by transaction. */
  heights: ReadonlyMap<string, bigint>
  /** Basis points fixed for the cycle by `manager bond`; null is unknown. */
  fees: ReadonlyMap<string, bigint | null>
  /** Movements of sBTC, from which income is recomputed; null: they were not asked for. */
  changes: readonly SbtcChange[] | null
}

/** What is told while an audit's material is collected. */
export interface CollectionProgress {
  /** Lists of an earlier run. */
  kept: readonly PrintList[]
  /** Called after every request with what has been collected, and how many are left, if known. */
  report: (lists: readonly PrintList[], left: number) => void
}

/** The key of a leg's fee. */
export const feeKey = (manager: string, bond: bigint | null): string => `${manager} ${bond}`

/**
 * Collects what pox-5 has printed since its beginning, what the managers of a cycle's claims have
 * printed as far back as these go, and their fees: a request for every 100 prints, one for every
 * leg, and one for each transaction whose height matters [bitcoin-staking 8.3].
 */
export async function collectAudit(
  client: StacksClient,
  deployment: StakingDeployment,
  options: { cycle: bigint; progress: CollectionProgress; withIncome?: boolean },
): Promise<Answer<AuditMaterial>> {
  const { cycle, progress, withIncome = false } = options
  const tip = await client.tip()
  if (!tip.ok) return tip
  const reader = new PoxReader(client, deployment)
  const clock = await readClock(reader)
  if (!clock.known) return failedRead(reader.failures[0])
  const lists = new Map(progress.kept.map((list) => [list.contract, list]))
  const collect = async (contract: string, isEnough: (list: PrintList) => boolean) => {
    const renewed = await renewPrintList(client, lists.get(contract) ?? emptyPrintList(contract))
    if (!renewed.ok) return renewed
    let list = renewed.value
    while (!list.isComplete && !isEnough(list)) {
      const next = await continuePrintList(client, list)
      if (!next.ok) return next
      list = next.value.list
      lists.set(contract, list)
      progress.report([...lists.values()], next.value.left)
    }
    lists.set(contract, list)
    return answered(list)
  }
  const pox = await collect(deployment.pox, () => false)
  if (!pox.ok) return pox
  const { legs, transactions } = claimsOfCycle(pox.value.prints, cycle)
  const managers: PrintList[] = []
  for (const [manager, txids] of transactions) {
    const list = await collect(manager, ({ prints }) => {
      const seen = new Set(prints.map(({ txid }) => txid))
      // A page may end in the middle of a transaction, and a claim prints twice.
      const isCut = txids.has(prints.at(-1)?.txid ?? '')
      return !isCut && [...txids].every((txid) => seen.has(txid))
    })
    if (!list.ok) return list
    managers.push(list.value)
  }
  const heights = await readHeights(client, timedTransactions(pox.value.prints))
  if (!heights.ok) return heights
  const fees = await readFees(reader, legs, cycle)
  const left = (count: number) => progress.report([...lists.values()], count)
  const changes = withIncome ? await collectSbtcChanges(client, deployment, left) : null
  if (changes?.ok === false) return changes
  return answered({
    clock: clock.value,
    pox: pox.value,
    managers,
    heights: heights.value,
    fees,
    changes: changes?.value ?? null,
  })
}

const failedRead = (failure: StacksReadFailure | undefined): { ok: false; failure: Failure } => {
  const isRequest = failure && !['at-block', 'aborted', 'missing'].includes(failure.code)
  return isRequest ? { ok: false, failure: failure as Failure } : failed('bad-answer')
}

async function readHeights(
  client: StacksClient,
  txids: readonly string[],
): Promise<Answer<Map<string, bigint>>> {
  const heights = new Map<string, bigint>()
  for (const txid of txids) {
    const found = await client.transaction(txid, { offset: 0, limit: 0 }, { urgency: 'backfill' })
    if (!found.ok) return found
    const { burn_block_height: height } = found.value
    if (height === undefined || height === null) return failed('bad-answer')
    heights.set(txid, BigInt(height))
  }
  return answered(heights)
}

/** A fee that is fixed stays; a manager that fixes none takes none, or does not say. */
async function readFees(
  reader: PoxReader,
  legs: readonly ClaimedLeg[],
  cycle: bigint,
): Promise<Map<string, bigint | null>> {
  const fees = new Map<string, bigint | null>()
  for (const { manager, bond } of legs) {
    const found = await reader.ask((options) => reader.client.contractInterface(manager, options))
    const shape = found.known ? managerShapeOf(found.value) : undefined
    if (shape?.fixesFees !== true) {
      fees.set(feeKey(manager, bond), shape?.family === 'native' ? 0n : null)
      continue
    }
    const fee = await reader.call('get-fee-bips-for-cycle', {
      contract: manager,
      args: [clUint(cycle), clLeg(bond)],
      schema: cUint,
    })
    fees.set(feeKey(manager, bond), fee.known ? fee.value : null)
  }
  return fees
}
