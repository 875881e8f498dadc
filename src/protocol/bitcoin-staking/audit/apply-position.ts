import { mapKey } from '../../clarity/contract-map.ts'
import { ContractRefusal } from '../../clarity/contract-refusal.ts'
import type { Principal } from '../../clarity/principal.ts'
import { addBondCycles, removeBondCycles } from '../contract/bond-cycles.ts'
import { addCycles, removeCycles } from '../contract/cycles.ts'
import { legKey } from '../contract/leg.ts'
import { clamp } from '../contract/lengths.ts'
import { custodiedSats, stakeEndCycle } from '../contract/positions.ts'
import { poxErrors } from '../contract/pox-errors.ts'
import type { PoxState } from '../contract/pox-state.ts'
import { settleSigner, settleStaker } from '../contract/settlement.ts'
import { changeStakedSats } from '../contract/staked-sats.ts'
import { bondCycle, bondEndCycle, rewardCycleAt } from '../cycle-clock.ts'
import type { PrintFields } from './print-fields.ts'

/** Which cycles are recomputed: positions count in these only. */
export interface CycleWindow {
  first: bigint
  last: bigint
}

/** A position event, where and when it was printed. */
export interface PositionEvent {
  fields: PrintFields
  burnHeight: bigint
}

type Apply = (state: PoxState, window: CycleWindow, event: PositionEvent) => void

/** How each position event changes what pox-5 stores [bitcoin-staking 4]. */
export const positionEvents: ReadonlyMap<string, Apply> = new Map<string, Apply>([
  ['setup-bond', applySetup],
  ['stake', applyStake],
  ['stake-update', applyStakeUpdate],
  ['unstake', applyUnstake],
  ['register-for-bond', applyRegistration],
  ['update-bond-registration', applyMove],
  ['unstake-sbtc', applyExit],
  ['announce-l1-early-exit', applyExit],
])

function applySetup(state: PoxState, _: CycleWindow, { fields }: PositionEvent): void {
  state.bonds.set(mapKey(fields.uint('bond-index')), {
    targetRate: fields.uint('target-rate'),
    stxValueRatio: fields.uint('stx-value-ratio'),
    minUstxRatio: fields.uint('min-ustx-ratio'),
    earlyUnlockBytes: fields.text('early-unlock-bytes'),
  })
}

function applyStake(state: PoxState, window: CycleWindow, { fields }: PositionEvent): void {
  const staker = fields.principal('staker')
  const signer = fields.principal('signer')
  const microStx = fields.uint('amount-ustx')
  const first = fields.uint('first-reward-cycle')
  const end = fields.uint('unlock-cycle')
  const held = custodiedSats(state, staker)
  if (held > 0n) changeStakedSats(state, -held)
  const range = clipped(window, first, end)
  addCycles(state, { staker, signer, microStx, ...range, isStake: true })
  state.stakes.set(staker, { microStx, firstCycle: first, cycles: end - first, signer })
  forget(state.memberships, staker)
}

function applyStakeUpdate(state: PoxState, window: CycleWindow, { fields }: PositionEvent): void {
  const staker = fields.principal('staker')
  const signer = fields.principal('signer')
  const microStx = fields.uint('amount-ustx')
  const end = fields.uint('unlock-cycle')
  const next = end - fields.uint('num-cycles')
  // A cycle, in spite of its name.
  const oldEnd = fields.uint('prev-unlock-height')
  const { firstCycle } = known(state.stakes.get(staker), poxErrors.NOT_STAKING)
  removeCycles(state, { staker, ...clipped(window, next, oldEnd), isStake: true })
  addCycles(state, { staker, signer, microStx, ...clipped(window, next, end), isStake: true })
  state.stakes.set(staker, { microStx, firstCycle, cycles: end - firstCycle, signer })
}

function applyUnstake(state: PoxState, window: CycleWindow, { fields }: PositionEvent): void {
  const staker = fields.principal('staker')
  const end = fields.uint('unlock-cycle')
  const stake = known(state.stakes.get(staker), poxErrors.NOT_STAKING)
  const range = clipped(window, end, stakeEndCycle(stake))
  removeCycles(state, { staker, ...range, isStake: true })
  state.stakes.set(staker, { ...stake, cycles: end - stake.firstCycle })
}

function applyRegistration(state: PoxState, window: CycleWindow, { fields }: PositionEvent): void {
  const staker = fields.principal('staker')
  const signer = fields.principal('signer')
  const bond = fields.uint('bond-index')
  const sats = fields.uint('sats-total')
  const microStx = fields.uint('amount-ustx')
  const isL1Lock = fields.bool('is-l1-lock')
  const first = fields.uint('first-reward-cycle')
  settleSigner(state, { signer, cycle: first, leg: bond })
  settleStaker(state, { signer, cycle: first, leg: bond, staker })
  changeStakedSats(state, (isL1Lock ? 0n : sats) - custodiedSats(state, staker))
  state.memberships.set(staker, { bondIndex: bond, microStx, signer, isL1Lock, sats })
  state.bondSats.raise(sats, bond)
  const range = clipped(window, first, fields.uint('unlock-cycle'))
  addBondCycles(state, { bond, staker, signer, sats, ...range })
  addCycles(state, { staker, signer, microStx, ...range, isStake: false })
  forget(state.stakes, staker)
}

function applyMove(state: PoxState, window: CycleWindow, { fields, burnHeight }: PositionEvent) {
  const staker = fields.principal('staker')
  const signer = fields.principal('signer')
  const oldSigner = fields.principal('old-signer')
  const bond = fields.uint('bond-index')
  const sats = fields.uint('amount-sats')
  const microStx = fields.uint('amount-ustx')
  const first = fields.uint('first-reward-cycle')
  const membership = known(state.memberships.get(staker), poxErrors.NOT_BOND_PARTICIPANT)
  const cycle = rewardCycleAt(state.clock, burnHeight)
  for (const each of [oldSigner, signer]) {
    settleSigner(state, { signer: each, cycle, leg: bond })
    settleStaker(state, { signer: each, cycle, leg: bond, staker })
  }
  const range = clipped(window, first, first + fields.uint('num-cycles'))
  removeCycles(state, { staker, ...range, isStake: false })
  addCycles(state, { staker, signer, microStx, ...range, isStake: false })
  removeBondCycles(state, { bond, staker, signer: oldSigner, sats, ...range })
  addBondCycles(state, { bond, staker, signer, sats, ...range })
  state.memberships.set(staker, { ...membership, signer })
}

/** Sats that leave a bond, by a withdrawal or by an announcement. */
function applyExit(state: PoxState, window: CycleWindow, { fields, burnHeight }: PositionEvent) {
  const staker = fields.principal('staker')
  const bond = fields.uint('bond-index')
  const isWithdrawal = fields.has('amount-withdrawn-sats')
  const sats = fields.uint(isWithdrawal ? 'amount-withdrawn-sats' : 'amount-sats-released')
  const left = isWithdrawal ? fields.uint('new-amount-sats') : 0n
  const end = bondEndCycle(state.clock, bond)
  const first = clamp(rewardCycleAt(state.clock, burnHeight), bondCycle(state.clock, bond), end)
  const range = clipped(window, first, end)
  const membership = known(state.memberships.get(staker), poxErrors.NOT_BOND_PARTICIPANT)
  for (let cycle = range.first; cycle < range.end; cycle++) {
    const signer = state.cycleMemberships.get(mapKey(staker, cycle))?.signer
    if (signer === undefined) throw new ContractRefusal(poxErrors.NOT_BOND_PARTICIPANT)
    settleSigner(state, { signer, cycle, leg: bond })
    settleStaker(state, { signer, cycle, leg: bond, staker })
    state.totalShares.lower(sats, cycle, legKey(bond))
    state.signerShares.lower(sats, signer, cycle, legKey(bond))
    state.stakerShares.write(left, signer, cycle, legKey(bond), staker)
  }
  state.bondSats.lower(sats, bond)
  if (isWithdrawal) changeStakedSats(state, -sats)
  state.memberships.set(staker, { ...membership, sats: left })
}

/** What an earlier event must have left; without it, the contract's own error. */
function known<T>(left: T | undefined, error: number): T {
  if (left === undefined) throw new ContractRefusal(error)
  return left
}

/** The cycles of a range, end excluded, that are in the window. */
function clipped(window: CycleWindow, first: bigint, end: bigint): { first: bigint; end: bigint } {
  const from = first > window.first ? first : window.first
  const to = end < window.last + 1n ? end : window.last + 1n
  return { first: from, end: to }
}

function forget(
  map: { has(key: string): boolean; delete(key: string): void },
  staker: Principal,
): void {
  if (map.has(staker)) map.delete(staker)
}
