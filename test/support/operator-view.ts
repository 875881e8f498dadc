import { PRECISION } from '../../src/protocol/bitcoin-staking/constants.ts'
import { legKey, type Leg } from '../../src/protocol/bitcoin-staking/contract/leg.ts'
import {
  signerEarned,
  stakerEarned,
} from '../../src/protocol/bitcoin-staking/contract/settlement.ts'
import type {
  ManagerFamily,
  OperatorState,
  PlannedClaim,
  PlannedManager,
} from '../../src/protocol/bitcoin-staking/planner/operator-state.ts'
import type { ContractTuple } from '../../src/protocol/clarity/contract-value.ts'
import { contract, pox, type StakingBench } from './staking-bench.ts'

/** Whose state is looked at. */
export interface OperatorScope {
  managers: Readonly<Record<string, ManagerFamily>>
  holders: readonly string[]
  cycles: readonly bigint[]
  bonds: readonly bigint[]
}

/** What an operator can read of a bench. */
export function viewAsOperator(bench: StakingBench, scope: OperatorScope): OperatorState {
  const state = bench.chain.poxState
  const bonds = scope.bonds.flatMap((index) => {
    const bond = state.bonds.get(index.toString())
    return bond === undefined ? [] : [{ index, stxValueRatio: bond.stxValueRatio }]
  })
  return {
    clock: state.clock,
    pox,
    burnHeight: bench.chain.burnHeight,
    lastComputeHeight: state.variables.lastComputeHeight,
    arrivedSats: bench.read('get-new-rewards') as bigint,
    isPaused: state.variables.rewardsPaused,
    bonds,
    managers: Object.entries(scope.managers).map(([name, family]) =>
      managerOf(bench, name, { ...scope, family }),
    ),
    claims: scope.holders.flatMap((holder) => claimsOf(bench, holder, scope)),
  }
}

function managerOf(
  bench: StakingBench,
  name: string,
  { cycles, bonds, family }: OperatorScope & { family: ManagerFamily },
): PlannedManager {
  const signer = contract(name)
  const hasPool = family === 'reference' || family === 'max500'
  return {
    manager: signer,
    family,
    earned: cycles.flatMap((cycle) =>
      [undefined, ...bonds].map((leg) => ({
        cycle,
        bond: leg ?? null,
        sats: signerEarned(bench.chain.poxState, { signer, cycle, leg }),
      })),
    ),
    poolSats: hasPool ? (bench.read('get-unclaimed-staker-rewards', [], name) as bigint) : null,
    balanceSats: bench.chain.sbtc.balance(signer),
  }
}

function claimsOf(bench: StakingBench, staker: string, scope: OperatorScope): PlannedClaim[] {
  return scope.cycles.flatMap((cycle) => {
    const owner = bench.read('get-signer-cycle-membership', [staker, cycle]) as {
      some: { signer: string }
    } | null
    const name = owner?.some.signer.split('.')[1]
    if (name === undefined) return []
    const legs: Leg[] = [undefined, ...scope.bonds]
    return legs
      .filter((leg) => sharesOf(bench, { staker, cycle, leg, name }) > 0n)
      .map((leg) => claimOf(bench, { staker, cycle, leg, name }, scope.managers[name]!))
  })
}

interface Share {
  staker: string
  cycle: bigint
  leg: Leg
  name: string
}

const sharesOf = (bench: StakingBench, { staker, cycle, leg, name }: Share): bigint =>
  bench.chain.poxState.stakerShares.of(contract(name), cycle, legKey(leg), staker)

function claimOf(bench: StakingBench, share: Share, family: ManagerFamily): PlannedClaim {
  const state = bench.chain.poxState
  const { staker, cycle, leg, name } = share
  const signer = contract(name)
  const key = [signer, cycle, legKey(leg)] as const
  const grossSats = stakerEarned(state, { signer, cycle, leg, staker })
  const accrued =
    sharesOf(bench, share) *
    (state.perShare.of(cycle, legKey(leg)) - state.stakerPaid.of(...key, staker))
  const bond = leg === undefined ? null : { some: leg }
  const isMax500 = family === 'max500'
  return {
    staker,
    manager: signer,
    cycle,
    bond: leg ?? null,
    grossSats,
    afterPullSats:
      state.signerShares.of(...key) > 0n
        ? state.stakerUnclaimed.of(...key, staker) + accrued / PRECISION
        : grossSats,
    feeBips:
      family === 'native'
        ? 0n
        : (bench.read('get-fee-bips-for-cycle', [cycle, bond], name) as bigint),
    payout: family === 'native' ? null : payoutOf(bench, staker, { name, isMax500 }),
    bucketSats: isMax500
      ? (bench.read('get-unclaimed-rewards-for-cycle', [cycle, bond], name) as bigint)
      : null,
    bankedSats: isMax500 ? (bench.read('get-pending-payout', [staker], name) as bigint) : null,
  }
}

function payoutOf(
  bench: StakingBench,
  staker: string,
  { name, isMax500 }: { name: string; isMax500: boolean },
): PlannedClaim['payout'] {
  const read = isMax500 ? 'get-payout-config' : 'get-pox-addr'
  const settings = bench.read(read, [staker], name) as { some: ContractTuple } | null
  if (settings === null) return null
  const { 'max-fee': maxFee, 'min-claim': minClaim } = settings.some
  return { maxFeeSats: maxFee as bigint, minClaimSats: (minClaim as bigint | undefined) ?? null }
}
