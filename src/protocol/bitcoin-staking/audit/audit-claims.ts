import { compareFigures } from '../../compare-figures.ts'
import { legKey, type Leg } from '../contract/leg.ts'
import type { PoxState } from '../contract/pox-state.ts'
import { settleSigner, settleStaker } from '../contract/settlement.ts'
import { managerFeeSats } from '../math/fee.ts'
import type { PrintFields } from './print-fields.ts'
import type { ClaimAudit, PullAudit } from './staking-audit.ts'

/** Recomputes what a manager pulled, leg by leg [bitcoin-staking 4.12]. */
export function auditPull(state: PoxState, fields: PrintFields, txid: string): PullAudit[] {
  const manager = fields.principal('signer-manager')
  const cycle = fields.uint('reward-cycle')
  const pull = (leg: Leg, found: bigint): PullAudit => {
    const { earned } = settleSigner(state, { signer: manager, cycle, leg })
    state.signerUnclaimed.write(0n, manager, cycle, legKey(leg))
    return { manager, cycle, bond: leg ?? null, txid, earned: compareFigures(earned, found) }
  }
  const pulls = [
    pull(undefined, fields.fields('stx-rewards').uint('earned')),
    ...fields
      .list('bond-rewards')
      .map((bond) => pull(bond.uint('bond-index'), bond.uint('earned'))),
  ]
  const { accountedSats } = state.variables
  state.set({ accountedSats: accountedSats - fields.uint('total-rewards') })
  return pulls
}

/** Recomputes what a holder was settled; what its manager paid follows in the manager's print. */
export function auditClaim(state: PoxState, fields: PrintFields, txid: string): ClaimAudit {
  const manager = fields.principal('signer-manager')
  const staker = fields.principal('staker')
  const cycle = fields.uint('reward-cycle')
  const leg = fields.leg()
  const { earned } = settleStaker(state, { signer: manager, cycle, leg, staker })
  state.stakerUnclaimed.write(0n, manager, cycle, legKey(leg), staker)
  return {
    staker,
    manager,
    cycle,
    bond: leg ?? null,
    txid,
    gross: compareFigures(earned, fields.uint('rewards-claimed')),
    net: compareFigures(null, null),
  }
}

/** What is left of a gross reward after a fee in basis points; null where the fee is unknown. */
export const netOf = (grossSats: bigint, feeBips: bigint | null): bigint | null =>
  feeBips === null ? null : grossSats - managerFeeSats(grossSats, feeBips)
