import { mapKey } from '../../clarity/contract-map.ts'
import type { Principal } from '../../clarity/principal.ts'
import { PRECISION } from '../constants.ts'
import { legKey, type Leg } from '../contract/leg.ts'
import type { PoxState } from '../contract/pox-state.ts'
import { stakerEarned, type StakerShare } from '../contract/settlement.ts'
import { bondCycle, bondEndCycle } from '../cycle-clock.ts'
import type { CycleWindow } from './apply-position.ts'
import type { FeeSchedule } from './fee-schedule.ts'
import type { HolderAudit } from './staking-audit.ts'

/** What an audit knows of holders. */
export interface HolderRecords {
  state: PoxState
  stakers: ReadonlySet<Principal>
  /** Every bond that was set up. */
  bonds: ReadonlySet<bigint>
  cycles: CycleWindow
  /** Gross sats that were claimed, by manager, cycle, leg and staker. */
  claimed: ReadonlyMap<string, bigint>
  fees: FeeSchedule
}

/** One row for each holder, cycle and leg that has shares or was paid. */
export function holderAudits(records: HolderRecords): HolderAudit[] {
  const { state, stakers, cycles } = records
  const rows: HolderAudit[] = []
  for (let cycle = cycles.first; cycle <= cycles.last; cycle++) {
    const legs: Leg[] = [undefined, ...bondsOf(records, cycle)]
    for (const staker of stakers) {
      const signer = state.cycleMemberships.get(mapKey(staker, cycle))?.signer
      if (signer === undefined) continue
      for (const leg of legs) {
        const row = rowOf(records, { signer, cycle, leg, staker })
        if (row !== undefined) rows.push(row)
      }
    }
  }
  return rows
}

const bondsOf = ({ state, bonds }: HolderRecords, cycle: bigint): bigint[] =>
  [...bonds].filter(
    (bond) => bondCycle(state.clock, bond) <= cycle && cycle < bondEndCycle(state.clock, bond),
  )

function rowOf({ state, claimed, fees }: HolderRecords, share: StakerShare) {
  const { signer, cycle, leg, staker } = share
  const key = mapKey(signer, cycle, legKey(leg), staker)
  const shares = state.stakerShares.get(key) ?? 0n
  const claimedSats = claimed.get(key) ?? 0n
  const claimableSats = stakerEarned(state, share)
  if (shares === 0n && claimedSats === 0n && claimableSats === 0n) return undefined
  return {
    staker,
    manager: signer,
    cycle,
    bond: leg ?? null,
    claimedSats,
    claimableSats,
    unpulledSats: earnedAfterPull(state, share) - claimableSats,
    feeBips: fees.of(signer, cycle, leg),
  }
}

/** Gross sats that a holder could claim if its manager pulled first [bitcoin-staking 6.3]. */
function earnedAfterPull(state: PoxState, share: StakerShare): bigint {
  const { signer, cycle, leg, staker } = share
  const key = [signer, cycle, legKey(leg)] as const
  if (state.signerShares.of(...key) === 0n) return stakerEarned(state, share)
  const paid = state.stakerPaid.of(...key, staker)
  const accrued = state.stakerShares.of(...key, staker) * (state.perShare.of(cycle, key[2]) - paid)
  return state.stakerUnclaimed.of(...key, staker) + accrued / PRECISION
}
