import { mapKey } from '../../clarity/contract-map.ts'
import { refuseUnless } from '../../clarity/contract-refusal.ts'
import type { ContractValue } from '../../clarity/contract-value.ts'
import type { Principal } from '../../clarity/principal.ts'
import { add } from '../../clarity/u128.ts'
import { personalRatio } from '../math/ratio.ts'
import { boostRoot, boostedWeight, effectiveGoldenRatio, relativeRatio } from '../math/weight.ts'
import type { CallContext } from './call-context.ts'
import { requireParticipant } from './participant.ts'

/**
 * Computes the weights of the given participants; answers the golden ratio used (never 0) and the
 * weight added by this call. Anyone may call, also after finalize-weight-computation. Errors: 146,
 * 160; aborts for a non-participant [dual-stacking 4.7].
 */
export function calculateParticipantWeights(
  tx: CallContext,
  principals: readonly Principal[],
): ContractValue {
  const { cycleId, cycleStacksHeight, isRatioValidated } = tx.variables
  refuseUnless(tx.isResolvable(cycleStacksHeight), 146)
  const stored = tx.state.goldenRatios.get(mapKey(cycleId))
  refuseUnless(stored !== undefined && isRatioValidated, 160)
  const goldenRatio = effectiveGoldenRatio(stored)
  let total = 0n
  for (const principal of principals) total = add(total, weighOne(tx, principal, goldenRatio))
  tx.set({ totalWeights: add(tx.variables.totalWeights, total) })
  return { D: goldenRatio, total }
}

function weighOne(tx: CallContext, address: Principal, goldenRatio: bigint): bigint {
  const { row, sats, microStx } = requireParticipant(tx, address)
  const { cycleId, multiplier, snapshotsPerCycle } = tx.variables
  const mark = mapKey(cycleId, address)
  const key = mapKey(cycleId, row.tracking)
  if (tx.state.weighed.has(mark)) return 0n
  const subject = {
    'cycle-id': cycleId,
    'enrolled-address': address,
    'tracking-address': row.tracking,
    'function-name': 'compute-weight',
  }

  if (tx.state.weights.has(key)) {
    // As deployed, a second row of a tracking address is counted each time it is sent: its mark is
    // never written [dual-stacking Q5].
    countWeight(tx)
    tx.print({ ...subject, Bi: 0n, weight: 0n })
    return 0n
  }
  tx.state.weighed.set(mark, true)
  countWeight(tx)
  const ratio = personalRatio(microStx, sats)
  if (ratio === undefined) {
    tx.state.weights.set(key, 0n)
    tx.print({ ...subject, Bi: 0n, weight: 0n })
    return 0n
  }
  const whitelisted = tx.state.whitelist.has(row.tracking)
  const relative = relativeRatio({ sats, microStx, goldenRatio, whitelisted })
  const root = boostRoot(relative)
  const weight = boostedWeight(sats, root, multiplier, snapshotsPerCycle)
  tx.state.weights.set(key, weight)
  tx.print({
    ...subject,
    Bi: sats,
    Si: microStx,
    di: ratio,
    D: goldenRatio,
    ri: relative,
    'sqrt-ri': root,
    weight,
    'is-whitelisted': whitelisted,
  })
  return weight
}

const countWeight = (tx: CallContext): void =>
  tx.set({ weightsComputed: add(tx.variables.weightsComputed, 1n) })

/**
 * Closes the weights once as many were counted as there are participants. Anyone may call. Errors:
 * 160, 162, 163 [dual-stacking 4.7].
 */
export function finalizeWeightComputation(tx: CallContext): void {
  const {
    isRatioValidated,
    areWeightsComputed,
    weightsComputed,
    cycleParticipants,
    cycleId,
    totalWeights,
  } = tx.variables
  refuseUnless(isRatioValidated, 160)
  refuseUnless(!areWeightsComputed, 162)
  refuseUnless(weightsComputed === cycleParticipants, 163)
  tx.set({ areWeightsComputed: true, lastOperationDone: 4n })
  tx.print({
    'cycle-id': cycleId,
    'total-weights-sum': totalWeights,
    'function-name': 'finalize-weights',
  })
}
