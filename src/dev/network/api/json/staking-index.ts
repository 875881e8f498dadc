import {
  decodePoxEvent,
  type PoxEvent,
} from '../../../../chain/stacks/bitcoin-staking/events/pox-events.ts'
import { decodeClarity } from '../../../../chain/stacks/clarity.ts'
import { PRECISION } from '../../../../protocol/bitcoin-staking/constants.ts'
import { pox5Contract } from '../../bitcoin-staking/pox-5-contract.ts'
import type { StacksLedger } from '../../ledger/ledger.ts'

type Of<K extends PoxEvent['kind']> = Extract<PoxEvent, { kind: K }>

/** A part of a bond as events tell it. */
export interface IndexedPart {
  staker: string
  signer: string
  isL1Lock: boolean
  outputs: Of<'register-for-bond'>['outputs']
  microStx: bigint
  /** Sats at the registration, and what is left of them. */
  enrolledSats: bigint
  sats: bigint
  txid: string
  hasExited: boolean
}

/** A bond as events tell it. */
export interface IndexedBond {
  terms: Of<'setup-bond'>
  txid: string
  allowlist: Map<string, bigint>
  parts: Map<string, IndexedPart>
  paidSats: bigint
}

/** Rewards of a principal as the API adds them up. */
export interface IndexedRewards {
  accrued: bigint
  claimed: bigint
}

/** What the API knows of pox-5, all from its events. */
export interface StakingIndex {
  bonds: Map<bigint, IndexedBond>
  /** MicroSTX and unlock height of everyone's latest lock. */
  locks: Map<string, { microStx: bigint; unlockHeight: bigint }>
  stxRewards: Map<string, IndexedRewards>
  /** By `bond principal`. */
  bondRewards: Map<string, IndexedRewards>
  /** Keys of managers, and who has ever staked with each. */
  signers: Map<string, string>
  stakers: Map<string, Map<string, Set<'stx' | 'btc'>>>
  calculations: Of<'calculate-rewards'>[]
  /** Sats that managers have pulled, by cycle. */
  pulled: Map<bigint, bigint>
}

export const bondRewardKey = (bond: bigint, principal: string): string => `${bond} ${principal}`

/**
 * Adds up the events of pox-5 as the API does: at each calculation every principal is credited for
 * its lock of that moment, also where the contract pays nothing [bitcoin-staking 8.4].
 */
export function indexStaking(ledger: StacksLedger): StakingIndex {
  const index: StakingIndex = {
    bonds: new Map(),
    locks: new Map(),
    stxRewards: new Map(),
    bondRewards: new Map(),
    signers: new Map(),
    stakers: new Map(),
    calculations: [],
    pulled: new Map(),
  }
  for (const { transaction, event } of ledger.logs(pox5Contract)) {
    if (event.kind !== 'log') continue
    const value = decodeClarity(event.hex)
    if (value === undefined) continue
    const decoded = decodePoxEvent(value)
    if (decoded.kind !== 'unknown') apply(index, decoded, transaction.txid)
  }
  return index
}

const rewardsOf = (rewards: Map<string, IndexedRewards>, key: string): IndexedRewards => {
  const known = rewards.get(key) ?? { accrued: 0n, claimed: 0n }
  rewards.set(key, known)
  return known
}

function apply(index: StakingIndex, event: PoxEvent, txid: string): void {
  switch (event.kind) {
    case 'register-signer':
      index.signers.set(event.manager, event.key)
      return
    case 'setup-bond': {
      const sets = { allowlist: new Map<string, bigint>(), parts: new Map<string, IndexedPart>() }
      index.bonds.set(event.bond, { terms: event, txid, ...sets, paidSats: 0n })
      return
    }
    case 'add-to-allowlist':
      index.bonds.get(event.bond)!.allowlist.set(event.staker, event.maxSats)
      return
    case 'stake':
    case 'stake-update':
    case 'unstake':
      lock(index, event)
      noteStaker(index, event, 'stx')
      return
    case 'calculate-rewards':
      index.calculations.push(event)
      for (const [who, { microStx }] of index.locks)
        rewardsOf(index.stxRewards, who).accrued +=
          (microStx * event.accruedPerMicroStx) / PRECISION
      return
    case 'claim-rewards':
      index.pulled.set(event.cycle, (index.pulled.get(event.cycle) ?? 0n) + event.sats)
      return
    case 'claim-staker-rewards-for-signer': {
      const { bond, staker } = event
      const rewards =
        bond === null
          ? rewardsOf(index.stxRewards, staker)
          : rewardsOf(index.bondRewards, bondRewardKey(bond, staker))
      rewards.claimed += event.grossSats
      return
    }
    default:
      applyToBond(index, event, txid)
  }
}

function applyToBond(index: StakingIndex, event: PoxEvent, txid: string): void {
  if (!('bond' in event) || event.bond === null) return
  const bond = index.bonds.get(event.bond)
  if (bond === undefined) return
  if (event.kind === 'register-for-bond') {
    const { staker, manager: signer, isL1Lock, outputs, microStx, sats } = event
    const part = { staker, signer, isL1Lock, outputs, microStx, enrolledSats: sats, sats, txid }
    bond.parts.set(staker, { ...part, hasExited: false })
    lock(index, event)
    noteStaker(index, event, 'btc')
  } else if (event.kind === 'bond-distribution') {
    bond.paidSats += event.paidSats
    for (const { staker, sats } of bond.parts.values())
      rewardsOf(index.bondRewards, bondRewardKey(event.bond, staker)).accrued +=
        (sats * event.accruedPerSat) / PRECISION
  } else if ('staker' in event) {
    const part = bond.parts.get(event.staker)
    if (part === undefined) return
    if (event.kind === 'update-bond-registration') part.signer = event.manager
    if (event.kind === 'unstake-sbtc') part.sats = event.sats
    if (event.kind === 'announce-l1-early-exit') Object.assign(part, { sats: 0n, hasExited: true })
  }
}

const lock = (
  index: StakingIndex,
  { staker, microStx, unlockHeight }: { staker: string; microStx: bigint; unlockHeight: bigint },
): void => void index.locks.set(staker, { microStx, unlockHeight })

function noteStaker(
  { stakers }: StakingIndex,
  { staker, manager }: { staker: string; manager: string },
  type: 'stx' | 'btc',
): void {
  const known = stakers.get(manager) ?? new Map<string, Set<'stx' | 'btc'>>()
  stakers.set(manager, known)
  known.set(staker, (known.get(staker) ?? new Set()).add(type))
}
