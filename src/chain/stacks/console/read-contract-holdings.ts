import * as v from 'valibot'
import type { PlannedParticipant } from '../../../protocol/dual-stacking/planner/index.ts'
import { clPrincipal, clTuple, clUint, cUint } from '../clarity.ts'
import { captureSumsOf } from '../contract-index/participant-record.ts'
import type { IndexedMember } from '../contract-index/read-members.ts'
import type { PresentValues } from './present-values.ts'

type Amounts = Pick<PlannedParticipant, 'sats' | 'microStx'>
type Totals = { sats: bigint; microStx: bigint }

const amount = v.pipe(
  v.object({ amount: cUint }),
  v.transform((entry) => entry.amount),
)

/**
 * What the contract holds of each member's tracking and stacking address. From the captures when
 * they add up to the contract's own total and rows that share a stacking address agree; else from
 * the maps, two requests for each member.
 */
export const readContractHoldings = async (
  values: PresentValues,
  cycle: number,
  members: readonly IndexedMember[],
  totals: Totals,
): Promise<Amounts[]> => {
  const sats = new Map<string, bigint>()
  const microStx = new Map<string, bigint | null>()
  let total = 0n
  let stackedTotal = 0n
  for (const { record, row } of members) {
    const { sats: held, microStx: stacked } = captureSumsOf(record.cycles[cycle])
    total += held
    stackedTotal += stacked
    sats.set(row.trackingAddress, (sats.get(row.trackingAddress) ?? 0n) + held)
    const before = microStx.get(row.stackingAddress)
    microStx.set(row.stackingAddress, before === undefined || before === stacked ? stacked : null)
  }
  const agrees = total === totals.sats && stackedTotal === totals.microStx
  const id = { 'cycle-id': clUint(cycle) }
  const stored = async (
    map: string,
    key: 'tracking-address' | 'stacking-address',
    address: string,
  ) => (await values.entry(map, clTuple({ ...id, [key]: clPrincipal(address) }), amount)) ?? 0n
  const result: Amounts[] = []
  for (const { row } of members) {
    const stacked = microStx.get(row.stackingAddress)
    result.push({
      sats: agrees
        ? sats.get(row.trackingAddress)!
        : await stored('tracking-holding', 'tracking-address', row.trackingAddress),
      microStx:
        agrees && typeof stacked === 'bigint'
          ? stacked
          : await stored('stacking-holding', 'stacking-address', row.stackingAddress),
    })
  }
  return result
}
