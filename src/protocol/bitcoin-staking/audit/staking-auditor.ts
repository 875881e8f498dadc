import { mapKey } from '../../clarity/contract-map.ts'
import { ContractRefusal } from '../../clarity/contract-refusal.ts'
import type { Principal } from '../../clarity/principal.ts'
import { Abort } from '../../clarity/u128.ts'
import { UndoLog } from '../../clarity/undo-log.ts'
import { compareFigures } from '../../compare-figures.ts'
import { legKey } from '../contract/leg.ts'
import { PoxState } from '../contract/pox-state.ts'
import { rewardCycleAt, type CycleClock } from '../cycle-clock.ts'
import { positionEvents, type CycleWindow } from './apply-position.ts'
import { auditCalculation } from './audit-calculation.ts'
import { auditClaim, auditPull, netOf } from './audit-claims.ts'
import type { PrintedEvent, SbtcEvent } from './audit-event.ts'
import { FeeSchedule } from './fee-schedule.ts'
import { findDifferences } from './find-differences.ts'
import { holderAudits } from './holder-audits.ts'
import { PrintFields, UnreadablePrint } from './print-fields.ts'
import type { ClaimAudit, HolderAudit, StakingAudit } from './staking-audit.ts'

/** What is audited, and what is known beforehand. */
export interface AuditScope {
  clock: CycleClock
  /** The principal of pox-5. */
  pox: Principal
  /** Cycles to recompute; events of all cycles before them are still needed. */
  cycles: CycleWindow
  /** Basis points of managers before their first printed change; others are unknown. */
  initialFees?: ReadonlyMap<Principal, bigint>
  /** Fees as managers answer them, in basis points, in place of printed ones; null is unknown. */
  feeOf?: (manager: Principal, cycle: bigint, bond: bigint | null) => bigint | null
  /** Whether every movement of pox-5's sBTC is recorded too: then income is recomputed as well. */
  knowsSbtc?: boolean
}

/**
 * Recomputes cycles of Bitcoin Staking from public events: every calculation, pull and claim, to
 * the sat [bitcoin-staking 8.3]. Events come in the order of the chain, from the first one on.
 */
export class StakingAuditor {
  readonly #scope: AuditScope
  readonly #undo = new UndoLog()
  readonly #state: PoxState
  readonly #fees: FeeSchedule
  readonly #stakers = new Set<Principal>()
  readonly #bonds = new Set<bigint>()
  /** Gross sats by manager, cycle, leg, staker. */
  readonly #claimed = new Map<string, bigint>()
  readonly #audit: Omit<StakingAudit, 'verdict' | 'differing'> = {
    calculations: [],
    pulls: [],
    claims: [],
    unread: [],
  }
  #bondPrints: PrintFields[] = []
  #balanceSats = 0n

  constructor(scope: AuditScope) {
    this.#scope = scope
    this.#state = new PoxState(this.#undo, { clock: scope.clock, bondAdmin: '', pauseAdmin: '' })
    this.#fees = new FeeSchedule(scope.initialFees ?? new Map(), scope.feeOf)
  }

  /** Records a movement of sBTC, before the prints of its transaction that depend on it. */
  recordSbtc({ from, to, sats }: SbtcEvent): void {
    if (to === this.#scope.pox) this.#balanceSats += sats
    if (from === this.#scope.pox) this.#balanceSats -= sats
  }

  /** Records a print of pox-5 or of a manager. */
  record(event: PrintedEvent): void {
    const fields = new PrintFields(event.value)
    try {
      const topic = fields.topic()
      if (event.contract === this.#scope.pox) this.#recordPox(topic, fields, event)
      else this.#recordManager(topic, fields, event)
      this.#undo.commit()
    } catch (error) {
      this.#undo.rollback(0)
      const reason = reasonOf(error)
      const topic = typeof event.value.topic === 'string' ? event.value.topic : ''
      this.#audit.unread.push({ txid: event.txid, topic, reason })
    }
  }

  /** What was recomputed so far. */
  audit(): StakingAudit {
    const differing = findDifferences(this.#audit)
    const isComplete = this.#audit.unread.length === 0
    const verdict = isComplete ? 'exact' : 'incomplete'
    return { ...this.#audit, differing, verdict: differing.length > 0 ? 'differs' : verdict }
  }

  /** Every holder of the cycles: what was claimed, and what can be. */
  holders(): HolderAudit[] {
    return holderAudits({
      state: this.#state,
      stakers: this.#stakers,
      bonds: this.#bonds,
      cycles: this.#scope.cycles,
      claimed: this.#claimed,
      fees: this.#fees,
    })
  }

  #recordPox(topic: string, fields: PrintFields, event: PrintedEvent): void {
    const apply = positionEvents.get(topic)
    if (apply !== undefined) {
      if (fields.has('staker')) this.#stakers.add(fields.principal('staker'))
      else this.#bonds.add(fields.uint('bond-index'))
      apply(this.#state, this.#scope.cycles, { fields, burnHeight: event.burnHeight })
    } else if (topic === 'bond-distribution') this.#bondPrints.push(fields)
    else if (topic === 'calculate-rewards') this.#recordCalculation(fields, event.txid)
    else if (topic === 'claim-rewards') this.#recordPull(fields, event)
    else if (topic === 'claim-staker-rewards-for-signer') this.#recordClaim(fields, event.txid)
  }

  #recordCalculation(whole: PrintFields, txid: string): void {
    const bonds = this.#bondPrints
    this.#bondPrints = []
    if (!this.#isAudited(whole.uint('stx-cycle'))) {
      this.#state.set({
        reserveSats: whole.uint('reserve-balance'),
        accountedSats:
          this.#state.variables.accountedSats +
          whole.uint('gross-accrued-rewards') -
          whole.uint('reserve-deposit'),
        lastComputeHeight: whole.uint('calculation-height'),
      })
      return
    }
    const { stakedSats, reserveSats, accountedSats } = this.#state.variables
    const arrived = this.#balanceSats - stakedSats - reserveSats - accountedSats
    const arrivedSats = this.#scope.knowsSbtc === true ? arrived : null
    this.#audit.calculations.push(
      auditCalculation(this.#state, { bonds, whole, txid, arrivedSats }),
    )
  }

  #recordPull(fields: PrintFields, event: PrintedEvent): void {
    const manager = fields.principal('signer-manager')
    const cycle = fields.uint('reward-cycle')
    const bonds = fields.list('bond-rewards').map((bond) => bond.uint('bond-index'))
    const now = rewardCycleAt(this.#scope.clock, event.burnHeight)
    if (this.#isAudited(cycle))
      this.#audit.pulls.push(...auditPull(this.#state, fields, event.txid))
    else {
      const { accountedSats } = this.#state.variables
      this.#state.set({ accountedSats: accountedSats - fields.uint('total-rewards') })
    }
    this.#fees.fix(manager, cycle, { legs: [undefined, ...bonds], now })
  }

  #recordClaim(fields: PrintFields, txid: string): void {
    if (!this.#isAudited(fields.uint('reward-cycle'))) return
    const claim = auditClaim(this.#state, fields, txid)
    if (claim.gross.found === 0n && claim.gross.expected === 0n) return
    this.#audit.claims.push(claim)
    const key = claimKey(claim)
    this.#claimed.set(key, (this.#claimed.get(key) ?? 0n) + claim.gross.found!)
  }

  #recordManager(topic: string, fields: PrintFields, event: PrintedEvent): void {
    const manager = event.contract
    if (topic === 'update-fees') {
      this.#fees.change(manager, {
        old: fields.uint('old-fees'),
        new: fields.uint('new-fees'),
        fromCycle: fields.has('activation-cycle') ? fields.uint('activation-cycle') : null,
      })
    } else if (topic === 'claim-staker-rewards' && fields.has('action')) {
      const data = fields.fields('data')
      this.#recordNet(manager, data, data.uint('earned'))
    } else if (topic === 'claim-staker-rewards')
      this.#recordNet(manager, fields, fields.uint('amount-sats'))
    else if (topic === 'settle-staker-rewards')
      this.#recordNet(manager, fields, fields.uint('earned'))
  }

  /** A manager's print of what it paid follows its settlement in the same transaction. */
  #recordNet(manager: Principal, fields: PrintFields, net: bigint): void {
    const claim = this.#audit.claims.at(-1)
    const isItsClaim =
      claim?.manager === manager &&
      claim.staker === fields.principal('staker') &&
      claim.cycle === fields.uint('reward-cycle')
    if (!isItsClaim) return
    const bips = this.#fees.of(manager, claim.cycle, claim.bond ?? undefined)
    claim.net = compareFigures(netOf(claim.gross.found!, bips), net)
  }

  #isAudited(cycle: bigint): boolean {
    return cycle >= this.#scope.cycles.first && cycle <= this.#scope.cycles.last
  }
}

const claimKey = ({ manager, cycle, bond, staker }: ClaimAudit): string =>
  mapKey(manager, cycle, legKey(bond ?? undefined), staker)

/** Why an event could not be applied; anything else is our own fault and is rethrown. */
function reasonOf(error: unknown): string {
  if (error instanceof UnreadablePrint) return error.message
  if (error instanceof ContractRefusal || error instanceof Abort)
    return `out-of-order: ${error.message}`
  throw error
}
