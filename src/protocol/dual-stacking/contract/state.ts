import { ContractMap } from '../../clarity/contract-map.ts'
import type { Principal } from '../../clarity/principal.ts'
import { UndoLog } from '../../clarity/undo-log.ts'
import { History } from './history.ts'
import { initialVariables, type Variables } from './variables.ts'

/** One enrollment: its key is the enrolled address [dual-stacking 1.3]. */
export interface EnrollmentRow {
  readonly stacking: Principal
  readonly rewarded: Principal
  readonly tracking: Principal
}

/**
 * What was captured for an enrolled address in a cycle: sums of sats and microSTX over the
 * snapshots.
 */
export interface ParticipantHolding {
  readonly sats: bigint
  readonly microStx: bigint
  readonly lastSnapshot: bigint
  readonly rewarded: boolean
  readonly rewardSats: bigint
}

export interface TrackingHolding {
  readonly sats: bigint
  readonly rewarded: boolean
}

export interface StoredCycle {
  readonly blocksPerSnapshot: bigint
  readonly snapshotsPerCycle: bigint
  readonly startBitcoinHeight: bigint
  readonly startStacksHeight: bigint
}

/** A proposed golden ratio and its tally in sats. */
export interface RatioProposal {
  readonly ratio: bigint
  readonly counted: bigint
  readonly below: bigint
  readonly above: bigint
  readonly equal: bigint
}

/**
 * Everything that the contract stores [dual-stacking 2.1, 2.2]; the maps it declares but never
 * writes are left out.
 */
export class State {
  readonly journal = new UndoLog()
  readonly participants = new ContractMap<History<EnrollmentRow | undefined>>(this.journal)
  readonly nextCycleParticipants = new History(this.journal, 0n)
  readonly whitelist = new ContractMap<true>(this.journal)
  readonly blacklist = new ContractMap<true>(this.journal)
  /** Keys: cycle and address, unless said otherwise. */
  readonly participantHolding = new ContractMap<ParticipantHolding>(this.journal)
  readonly trackingHolding = new ContractMap<TrackingHolding>(this.journal)
  readonly stackingHolding = new ContractMap<bigint>(this.journal)
  /** Keys: cycle, snapshot, stacking address. */
  readonly stackingCaptured = new ContractMap<true>(this.journal)
  readonly weights = new ContractMap<bigint>(this.journal)
  readonly weighed = new ContractMap<true>(this.journal)
  readonly rewards = new ContractMap<bigint>(this.journal)
  /** Keys: cycle, snapshot. */
  readonly snapshotHeights = new ContractMap<{ readonly stacks: bigint; readonly bitcoin: bigint }>(
    this.journal,
  )
  /** Key: cycle. */
  readonly finalizedAt = new ContractMap<bigint>(this.journal)
  readonly cycles = new ContractMap<StoredCycle>(this.journal)
  readonly goldenRatios = new ContractMap<bigint>(this.journal)
  /** Keys: cycle, proposer. */
  readonly proposals = new ContractMap<RatioProposal>(this.journal)
  /** Keys: cycle, proposer, ratio, enrolled or tracking address. */
  readonly tallied = new ContractMap<true>(this.journal)
  readonly talliedTracking = new ContractMap<true>(this.journal)

  readonly #variables: Variables

  constructor(admin: Principal) {
    this.#variables = initialVariables(admin)
  }

  get variables(): Readonly<Variables> {
    return this.#variables
  }

  /** Writes the given variables. */
  set(changes: Partial<Variables>): void {
    const old: Partial<Variables> = {}
    for (const name of Object.keys(changes) as Array<keyof Variables>)
      Object.assign(old, { [name]: this.#variables[name] })
    this.journal.record(() => Object.assign(this.#variables, old))
    Object.assign(this.#variables, changes)
  }

  /** The present enrollment of an address. */
  row(address: Principal): EnrollmentRow | undefined {
    return this.participants.get(address)?.now
  }

  /** The enrollment of an address at the end of Stacks block h, which must be resolvable. */
  rowAt(address: Principal, h: bigint): EnrollmentRow | undefined {
    return this.participants.get(address)?.at(h)
  }

  /** Writes or, with undefined, deletes the enrollment of an address in Stacks block `height`. */
  setRow(address: Principal, height: bigint, row: EnrollmentRow | undefined): void {
    let history = this.participants.get(address)
    if (history === undefined) {
      history = new History<EnrollmentRow | undefined>(this.journal, undefined)
      this.participants.set(address, history)
    }
    history.set(height, row)
  }
}
