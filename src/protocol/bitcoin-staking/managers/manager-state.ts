import { ContractMap } from '../../clarity/contract-map.ts'
import { DataVariable } from '../../clarity/data-variable.ts'
import type { Principal } from '../../clarity/principal.ts'
import type { UndoLog } from '../../clarity/undo-log.ts'
import { Amounts } from '../contract/amounts.ts'
import type { PayoutAddress } from './payout-address.ts'

/** How a holder wants to be paid: on Bitcoin, for at most a fee in sats. */
export interface PayoutSettings {
  readonly address: PayoutAddress
  readonly maxFeeSats: bigint
}

/** A withdrawal that a manager has asked for. */
export interface PayoutRequest {
  readonly staker: Principal
  /** Amount and largest fee together. */
  readonly sats: bigint
  readonly maxFeeSats: bigint
}

/** What the reference manager and its variants store; sats where nothing else is said. */
export class PayingManagerState<S extends PayoutSettings = PayoutSettings> {
  /** Key: principal. */
  readonly admins: ContractMap<true>
  /** Key: staker. */
  readonly settings: ContractMap<S>
  /** Basis points; keys: cycle, leg. */
  readonly fixedFees: ContractMap<bigint>
  readonly requests: ContractMap<PayoutRequest>
  /** Basis points for cycles whose fee is not fixed yet. */
  readonly feesBips: DataVariable<bigint>
  readonly earnedFees: DataVariable<bigint>
  readonly liability: DataVariable<bigint>
  /** Pulled from pox-5 and not yet settled with holders. */
  readonly unclaimed: DataVariable<bigint>

  constructor(journal: UndoLog, self: Principal) {
    this.admins = new ContractMap(journal)
    this.settings = new ContractMap(journal)
    this.fixedFees = new ContractMap(journal)
    this.requests = new ContractMap(journal)
    this.feesBips = new DataVariable(journal, 0n)
    this.earnedFees = new DataVariable(journal, 0n)
    this.liability = new DataVariable(journal, 0n)
    this.unclaimed = new DataVariable(journal, 0n)
    this.admins.set(deployerOf(self), true)
  }
}

/** What max500 stores in addition [bitcoin-staking 7.5]. */
export class Max500State extends PayingManagerState<Max500Settings> {
  /** Pulled and not yet settled; keys: cycle, leg. */
  readonly buckets: Amounts
  /** Settled and not yet paid; key: staker. */
  readonly pendingPayouts: Amounts
  readonly totalPendingPayouts: DataVariable<bigint>
  /** Unused fees of withdrawals; key: staker. */
  readonly refunds: Amounts
  readonly creditedRefunds: DataVariable<bigint>
  /** Basis points that hold from a cycle on. */
  readonly pendingBips: DataVariable<bigint>
  readonly activationCycle: DataVariable<bigint>

  constructor(journal: UndoLog, self: Principal) {
    super(journal, self)
    this.buckets = new Amounts(journal)
    this.pendingPayouts = new Amounts(journal)
    this.totalPendingPayouts = new DataVariable(journal, 0n)
    this.refunds = new Amounts(journal)
    this.creditedRefunds = new DataVariable(journal, 0n)
    this.pendingBips = new DataVariable(journal, 0n)
    this.activationCycle = new DataVariable(journal, 0n)
  }
}

/** Settings of max500: third parties may only pay out from a bound up. */
export interface Max500Settings extends PayoutSettings {
  readonly minClaimSats: bigint
}

/** Who deployed a contract: the part before the dot. */
export const deployerOf = (contract: Principal): Principal => contract.split('.')[0]!
