import { ContractMap } from '../../clarity/contract-map.ts'
import type { Hex } from '../../clarity/hex.ts'
import type { Principal } from '../../clarity/principal.ts'
import type { UndoLog } from '../../clarity/undo-log.ts'
import type { CycleClock } from '../cycle-clock.ts'
import type { PairedStx } from '../math/bond.ts'
import { Amounts } from './amounts.ts'

/** A bond's terms [bitcoin-staking 4.4]. */
export interface Bond extends PairedStx {
  /** Basis points a year. */
  readonly targetRate: bigint
  readonly earlyUnlockBytes: Hex
}

/** A principal's part in a bond, also after the bond has ended. */
export interface BondMembership {
  readonly bondIndex: bigint
  readonly microStx: bigint
  readonly signer: Principal
  /** Whether the sats are in a Bitcoin timelock rather than in pox-5. */
  readonly isL1Lock: boolean
  readonly sats: bigint
}

/** A stake of STX only, also after it has expired. */
export interface StxStake {
  readonly microStx: bigint
  readonly firstCycle: bigint
  readonly cycles: bigint
  readonly signer: Principal
}

/** To whom a principal's STX belong in one cycle, stakes and bonds alike. */
export interface CycleMembership {
  readonly microStx: bigint
  readonly signer: Principal
}

/** Neighbours of a manager in the signer set of a cycle. */
export interface SetItem {
  readonly previous: Principal | undefined
  readonly next: Principal | undefined
}

/** Data variables of pox-5; sats where nothing else is said [bitcoin-staking 2.1]. */
export interface PoxVariables {
  bondAdmin: Principal
  pauseAdmin: Principal
  rewardsPaused: boolean
  /** Booked to legs and not yet pulled. */
  accountedSats: bigint
  lastComputeHeight: bigint
  reserveSats: bigint
  /** Sats of bonds that pox-5 holds. */
  stakedSats: bigint
  /** Whether a manager is being asked: nothing else may run. */
  isManagerAsked: boolean
}

/** How pox-5 was set up. */
export interface PoxSetup {
  readonly clock: CycleClock
  readonly bondAdmin: Principal
  readonly pauseAdmin: Principal
}

/** Everything that pox-5 stores [bitcoin-staking 2]. */
export class PoxState {
  readonly clock: CycleClock
  /** Key: bond. */
  readonly bonds: ContractMap<Bond>
  readonly bondSats: Amounts
  /** Keys: bond, staker. */
  readonly allowances: ContractMap<bigint>
  readonly earlyExits: ContractMap<true>
  /** Key: staker. */
  readonly memberships: ContractMap<BondMembership>
  readonly stakes: ContractMap<StxStake>
  /** Keys: key of the signer, manager, and the grant's number where it is used. */
  readonly grants: ContractMap<true>
  readonly usedGrants: ContractMap<true>
  /** Key: manager. */
  readonly signers: ContractMap<Hex>
  /** Keys: staker, cycle. */
  readonly cycleMemberships: ContractMap<CycleMembership>
  /** MicroSTX; keys: manager, cycle. Stakes and bonds. */
  readonly delegated: Amounts
  /** The same of stakes only. */
  readonly pending: Amounts
  /** MicroSTX; key: cycle. */
  readonly delegatedInAll: Amounts
  /** Sats per share · 10^18; keys: cycle, leg. */
  readonly perShare: Amounts
  readonly totalShares: Amounts
  /** Keys: manager, cycle, leg. */
  readonly signerShares: Amounts
  readonly signerPaid: Amounts
  readonly signerUnclaimed: Amounts
  /** The rewards per share that holders of this manager are measured by. */
  readonly signerPerShare: Amounts
  /** Keys: manager, cycle, leg, staker. */
  readonly stakerShares: Amounts
  readonly stakerPaid: Amounts
  readonly stakerUnclaimed: Amounts
  /** Key: cycle. */
  readonly setFirst: ContractMap<Principal>
  readonly setLast: ContractMap<Principal>
  /** Keys: manager, cycle. */
  readonly setItems: ContractMap<SetItem>
  readonly #journal: UndoLog
  readonly #variables: PoxVariables

  constructor(journal: UndoLog, { clock, bondAdmin, pauseAdmin }: PoxSetup) {
    this.clock = clock
    this.#journal = journal
    this.#variables = {
      bondAdmin,
      pauseAdmin,
      rewardsPaused: false,
      accountedSats: 0n,
      lastComputeHeight: 0n,
      reserveSats: 0n,
      stakedSats: 0n,
      isManagerAsked: false,
    }
    this.bonds = new ContractMap(journal)
    this.bondSats = new Amounts(journal)
    this.allowances = new ContractMap(journal)
    this.earlyExits = new ContractMap(journal)
    this.memberships = new ContractMap(journal)
    this.stakes = new ContractMap(journal)
    this.grants = new ContractMap(journal)
    this.usedGrants = new ContractMap(journal)
    this.signers = new ContractMap(journal)
    this.cycleMemberships = new ContractMap(journal)
    this.delegated = new Amounts(journal)
    this.pending = new Amounts(journal)
    this.delegatedInAll = new Amounts(journal)
    this.perShare = new Amounts(journal)
    this.totalShares = new Amounts(journal)
    this.signerShares = new Amounts(journal)
    this.signerPaid = new Amounts(journal)
    this.signerUnclaimed = new Amounts(journal)
    this.signerPerShare = new Amounts(journal)
    this.stakerShares = new Amounts(journal)
    this.stakerPaid = new Amounts(journal)
    this.stakerUnclaimed = new Amounts(journal)
    this.setFirst = new ContractMap(journal)
    this.setLast = new ContractMap(journal)
    this.setItems = new ContractMap(journal)
  }

  get variables(): Readonly<PoxVariables> {
    return this.#variables
  }

  /** Writes the given variables. */
  set(changes: Partial<PoxVariables>): void {
    const old = { ...this.#variables }
    this.#journal.record(() => Object.assign(this.#variables, old))
    Object.assign(this.#variables, changes)
  }
}
