import { isCalculationExact } from '../../../../protocol/bitcoin-staking/audit/is-calculation-exact.ts'
import { perShare } from '../../../../protocol/bitcoin-staking/math/shares.ts'
import { known, unknown, type Known } from '../../../known.ts'
import { askContractCalls } from '../../api/contract-calls.ts'
import { decodeClarity } from '../../clarity.ts'
import type { StacksClient } from '../../client.ts'
import { stacksUnknownReason } from '../../read-failure.ts'
import { decodePoxEvent } from '../events/pox-events.ts'
import { readIncomeHistory, type CalculationRecord } from '../read-income-history.ts'
import type { StakingDeployment } from '../staking-deployments.ts'

/** What the calculations of a cycle booked for one leg. */
export interface BookedShares {
  /** Per share · 10^18 in all, after each calculation, in their order. */
  perShares: bigint[]
  /** Whether each is what follows from the income, from what bonds took, and from the shares. */
  isExact: boolean
}

/** Events of a calculation: one for each of at most six bonds, its own, and few else. */
const PART = { offset: 0, limit: 50 }
const HISTORY = { name: 'calculate-rewards', limit: 50, offset: 0 } as const

/**
 * Reads the calculations of a cycle, and recomputes each: one request, for a bond's leg two more
 * for each calculation. Unknown where one of them may be missing.
 */
export async function readBookedShares(
  client: StacksClient,
  deployment: StakingDeployment,
  { cycle, bond }: { cycle: bigint; bond: bigint | null },
): Promise<Known<BookedShares>> {
  const history = await readIncomeHistory(client, deployment)
  if (!history.known) return history
  const { calculations, hasOlder } = history.value
  const reachesBefore = !hasOlder || calculations.some((each) => each.cycle < cycle)
  if (!reachesBefore) return unknown('not-offered')
  const own = calculations.filter((each) => each.cycle === cycle).toReversed()
  if (bond !== null) return readBondShares(client, deployment, { own, bond, calculations })
  const perShares = own.map(({ perMicroStx }) => perMicroStx)
  const isExact = own.every((each, i) => isCalculationExact(each, perShares[i - 1] ?? 0n))
  return known({ perShares, isExact })
}

/** A bond's part is in no answer of the call: its print is among the transaction's events. */
async function readBondShares(
  client: StacksClient,
  { pox }: StakingDeployment,
  {
    own,
    bond,
    calculations,
  }: { own: CalculationRecord[]; bond: bigint; calculations: CalculationRecord[] },
): Promise<Known<BookedShares>> {
  const calls = await askContractCalls(client, pox, HISTORY, { validBlocks: 6 })
  if (!calls.ok) return unknown(stacksUnknownReason(calls.failure))
  const succeeded = calls.value.results.filter(({ tx_status: status }) => status === 'success')
  const perShares: bigint[] = []
  let isExact = true
  for (const calculation of own) {
    const txid = succeeded[calculations.indexOf(calculation)]?.tx_id
    if (txid === undefined) return unknown('bad-answer')
    const answer = await client.transactionEvents(txid, PART)
    if (!answer.ok) return unknown(stacksUnknownReason(answer.failure))
    const printed = answer.value.events
      .flatMap((event) =>
        event.event_type === 'smart_contract_log' && event.contract_log.contract_id === pox
          ? [decodeClarity(event.contract_log.value.hex)]
          : [],
      )
      .map((value) => (value === undefined ? null : decodePoxEvent(value)))
      .find((event) => event?.kind === 'bond-distribution' && event.bond === bond)
    // A bond that was not active in a half has no part in it.
    if (printed?.kind !== 'bond-distribution') continue
    const accrued = perShare(printed.paidSats, printed.stakedSats)
    const before = perShares.at(-1) ?? 0n
    isExact &&=
      printed.paidSats <= printed.targetSats &&
      printed.accruedPerSat === accrued &&
      printed.perSat === before + accrued
    perShares.push(printed.perSat)
  }
  return known({ perShares, isExact })
}
