import { known, unknown, type Known } from '../../known.ts'
import { askContractCalls } from '../api/contract-calls.ts'
import { decodeClarity, type PlainClarity } from '../clarity.ts'
import type { StacksClient } from '../client.ts'
import { stacksUnknownReason } from '../read-failure.ts'
import { decodePoxEvent, type PoxEvent } from './events/pox-events.ts'
import type { StakingDeployment } from './staking-deployments.ts'

/** A calculation of the past: sats, microSTX, per share scaled by 10^18 [bitcoin-staking 4.11]. */
export type CalculationRecord = Omit<Extract<PoxEvent, { kind: 'calculate-rewards' }>, 'kind'>

/** Calculations without a gap, newest first. */
export interface IncomeHistory {
  calculations: CalculationRecord[]
  /** Whether older ones are missing or were not asked for. */
  hasOlder: boolean
}

const HISTORY_BLOCKS = 6
const LARGEST_PAGE = 50

/**
 * Reads past calculations, at most 50: one request, as each answers what it prints. One that was
 * made through another contract is in no list of calls: the history ends where the reserve shows
 * that one is missing [bitcoin-staking 8.2].
 */
export async function readIncomeHistory(
  client: StacksClient,
  { pox }: StakingDeployment,
  limit = LARGEST_PAGE,
): Promise<Known<IncomeHistory>> {
  const asked = { name: 'calculate-rewards', limit, offset: 0 }
  const answer = await askContractCalls(client, pox, asked, { validBlocks: HISTORY_BLOCKS })
  if (!answer.ok) return unknown(stacksUnknownReason(answer.failure))
  const succeeded = answer.value.results.filter(({ tx_status: status }) => status === 'success')
  const calculations: CalculationRecord[] = []
  for (const { tx_result: result } of succeeded) {
    const record = recordOf(result && decodeClarity(result.hex))
    if (record === undefined) return unknown('bad-answer')
    const newer = calculations.at(-1)
    if (newer && newer.reserveSats - newer.reserveDepositSats !== record.reserveSats)
      return known({ calculations, hasOlder: true })
    calculations.push(record)
  }
  const first = calculations.at(-1)
  const isFirst = first === undefined || first.reserveSats === first.reserveDepositSats
  return known({ calculations, hasOlder: !answer.value.isLast || !isFirst })
}

/** A calculation answers the fields of its print. */
function recordOf(result: PlainClarity | undefined): CalculationRecord | undefined {
  if (typeof result !== 'object' || result === null || Array.isArray(result)) return undefined
  const fields = result.ok
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return undefined
  const event = decodePoxEvent({ topic: 'calculate-rewards', ...fields })
  if (event.kind !== 'calculate-rewards') return undefined
  const { kind: _, ...record } = event
  return record
}
