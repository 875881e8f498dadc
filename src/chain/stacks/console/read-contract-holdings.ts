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
 * Reads what the contract holds for each member's tracking and stacking address: from the captures
 * when they add up to the contract's own total and rows that share a stacking address agree, else
 * from the maps, with two requests for each member.
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
    const { sats: captured, microStx: stacked } = captureSumsOf(record.cycles[cycle])
    total += captured
    stackedTotal += stacked
    sats.set(row.trackingAddress, (sats.get(row.trackingAddress) ?? 0n) + captured)
    const earlier = microStx.get(row.stackingAddress)
    const isConsistent = earlier === undefined || earlier === stacked
    microStx.set(row.stackingAddress, isConsistent ? stacked : null)
  }
  const agrees = total === totals.sats && stackedTotal === totals.microStx
  const id = { 'cycle-id': clUint(cycle) }
  const readStored = async (
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
        : await readStored('tracking-holding', 'tracking-address', row.trackingAddress),
      microStx:
        agrees && typeof stacked === 'bigint'
          ? stacked
          : await readStored('stacking-holding', 'stacking-address', row.stackingAddress),
    })
  }
  return result
}
