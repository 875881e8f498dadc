import { Cl } from '@stacks/transactions'
import { BOND_GAP_CYCLES } from '../../../protocol/bitcoin-staking/constants.ts'
import {
  bondCycle,
  bondEndCycle,
  bondStart,
  cycleStart,
  halfAt,
  halfStart,
  rewardCycleAt,
} from '../../../protocol/bitcoin-staking/cycle-clock.ts'
import type {
  OperatorState,
  PlannedBond,
  PlannedManager,
} from '../../../protocol/bitcoin-staking/planner/operator-state.ts'
import { planSteps, readySteps } from '../../../protocol/bitcoin-staking/planner/plan-steps.ts'
import type { PlannedStep } from '../../../protocol/bitcoin-staking/planner/planned-step.ts'
import { keeperAccount } from '../accounts.ts'
import type { Node } from '../node/node.ts'
import { pox5Contract } from './pox-5-contract.ts'
import { setUpBond } from './staking-admin.ts'
import { readPoxUint, type StakingCalls } from './staking-calls.ts'
import { stakingClock, stakingManagers } from './staking-setting.ts'

/** Income arrives in lumps: one for so many blocks, of about so many sats for each. */
const LUMP_BLOCKS = 20n
const SATS_PER_BLOCK = 160_000n
const SWEEP_FEE_SATS = 30_000n
/** Deposits are swept late: what a half ends with arrives in the next one. */
const QUIET_BLOCKS = 10n

const clock = stakingClock
const leg = (bond: bigint | null) => (bond === null ? Cl.none() : Cl.some(Cl.uint(bond)))

/**
 * Keeps the programme going: lets income arrive, calculates each half, and claims for the managers.
 * Holders claim for themselves.
 */
export const createStakingKeeper = (node: Node, calls: StakingCalls) => {
  const height = () => BigInt(node.ledger.blocks.tip().burn)
  let arrivedTo: bigint | undefined
  /** The calculation after which nothing more was due. */
  let doneAfter: bigint | undefined

  /** Mints the lumps that have become due since it was last asked. */
  const bringIncome = async (): Promise<void> => {
    const now = height()
    const goesOn = arrivedTo !== undefined && arrivedTo <= now
    const from = goesOn ? arrivedTo! : now - LUMP_BLOCKS
    arrivedTo = now
    for (let block = from + 1n; block <= now; block++) {
      const halfEnd = halfStart(clock, halfAt(clock, block) + 1n)
      if (block % LUMP_BLOCKS !== 0n || halfEnd - block <= QUIET_BLOCKS) continue
      const varied = SATS_PER_BLOCK + ((block * 7_919n) % 60_000n)
      await calls.mintSats(pox5Contract, LUMP_BLOCKS * varied - SWEEP_FEE_SATS)
    }
  }

  const take = async (step: PlannedStep): Promise<void> => {
    const [bonds, cycle] = step.args as [bigint[], bigint]
    const args = step.kind === 'calculate' ? [listOf(bonds)] : [listOf(bonds), Cl.uint(cycle)]
    await calls.call(keeperAccount, step.contract, step.functionName, args)
  }

  /** Calculations and claims that are due; only a calculation makes more of them due. */
  const takeSteps = async (): Promise<PlannedStep[]> => {
    const taken: PlannedStep[] = []
    for (;;) {
      const state = await readOperatorState(calls, height())
      const ready = readySteps(planSteps(state, { wholeCycles: false }))
      for (const step of ready) await take(step)
      taken.push(...ready)
      if (!ready.some(({ kind }) => kind === 'calculate')) {
        doneAfter = state.lastComputeHeight
        return taken
      }
    }
  }

  /** Whether there can be anything to do: claims follow calculations. */
  const isAnythingDue = async (): Promise<boolean> => {
    const computed = await readPoxUint(calls, 'get-last-reward-compute-height')
    return computed !== doneAfter || halfStart(clock, halfAt(clock, height())) - 1n > computed
  }

  /** Sets up the next bond as early as it can be. */
  const openBond = async (): Promise<void> => {
    const bond = newestBond(height())
    if (height() >= bondStart(clock, bond)) return
    const terms = await calls.read(pox5Contract, 'get-protocol-bond', [Cl.uint(bond)])
    if (terms === null) await setUpBond(calls, bond)
  }

  return {
    bringIncome,
    takeSteps,
    /** Does all that is due. */
    work: async (): Promise<void> => {
      if (height() < cycleStart(clock, clock.firstCycle)) return
      await bringIncome()
      await openBond()
      if (await isAnythingDue()) await takeSteps()
    },
  }
}

const listOf = (bonds: readonly bigint[]) => Cl.list(bonds.map((bond) => Cl.uint(bond)))

/** The newest bond that can be set up at a height. */
function newestBond(height: bigint): bigint {
  const ahead = height + 2n * clock.cycleBlocks
  return (rewardCycleAt(clock, ahead) - clock.firstCycle) / BOND_GAP_CYCLES
}

/** Bonds that were set up, from the oldest that has not ended. */
async function readSetUpBonds(
  calls: Pick<StakingCalls, 'read'>,
  height: bigint,
): Promise<PlannedBond[]> {
  const bonds: PlannedBond[] = []
  const cycle = rewardCycleAt(clock, height)
  for (let index = 0n; index <= newestBond(height); index++) {
    // The last half of an ended bond may still have to be calculated.
    if (bondEndCycle(clock, index) < cycle) continue
    const terms = await calls.read(pox5Contract, 'get-protocol-bond', [Cl.uint(index)])
    if (terms === null) continue
    const { some } = terms as { some: { 'stx-value-ratio': bigint } }
    bonds.push({ index, stxValueRatio: some['stx-value-ratio'] })
  }
  return bonds
}

/** What the planner needs to know, claims of holders left out. */
async function readOperatorState(calls: StakingCalls, burnHeight: bigint): Promise<OperatorState> {
  const bonds = await readSetUpBonds(calls, burnHeight)
  const cycle = rewardCycleAt(clock, burnHeight)
  const cycles = [cycle - 1n, cycle].filter((each) => each >= clock.firstCycle)
  const managers: PlannedManager[] = []
  for (const [kind, manager] of Object.entries(stakingManagers)) {
    const earned: PlannedManager['earned'][number][] = []
    for (const each of cycles) {
      for (const bond of [null, ...bondsOf(bonds, each)]) {
        const args = [Cl.principal(manager), Cl.uint(each), leg(bond)]
        const sats = await readPoxUint(calls, 'get-earned', args)
        if (sats > 0n) earned.push({ cycle: each, bond, sats })
      }
    }
    const family = kind === 'max500' || kind === 'native' ? kind : 'reference'
    managers.push({ manager, family, earned, poolSats: null, balanceSats: null })
  }
  return {
    clock,
    pox: pox5Contract,
    burnHeight,
    lastComputeHeight: await readPoxUint(calls, 'get-last-reward-compute-height'),
    arrivedSats: await readPoxUint(calls, 'get-new-rewards'),
    isPaused: false,
    bonds,
    managers,
    claims: [],
  }
}

const bondsOf = (bonds: readonly PlannedBond[], cycle: bigint): bigint[] =>
  bonds
    .map(({ index }) => index)
    .filter((index) => bondCycle(clock, index) <= cycle && cycle < bondEndCycle(clock, index))
