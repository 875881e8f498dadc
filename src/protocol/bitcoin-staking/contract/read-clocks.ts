import { SIGNER_SET_MIN_MICRO_STX } from '../constants.ts'
import {
  bondCycle,
  bondStart,
  bondUnlock,
  rewardCycleAt,
  cycleStart,
  halfAt,
  halfStart,
  isPreparing,
} from '../cycle-clock.ts'
import { contractFunction } from '../simulation/contract-model.ts'
import { isBondActive, requireActiveBonds } from './calculate-rewards.ts'
import { clamp, isStakeLength } from './lengths.ts'
import { bondPeriods } from './parameters.ts'
import { currentCycle, type PoxFrame } from './pox-frame.ts'

/** What pox-5 answers about heights, cycles, halves and bonds [bitcoin-staking 5]. */
export const clockReads = [
  contractFunction('get-pox-info', {}, (frame: PoxFrame) => ({
    ok: {
      'min-amount-ustx': SIGNER_SET_MIN_MICRO_STX,
      'reward-cycle-id': currentCycle(frame),
      'prepare-cycle-length': frame.state.clock.prepareBlocks,
      'first-burnchain-block-height': frame.state.clock.firstBurnHeight,
      'reward-cycle-length': frame.state.clock.cycleBlocks,
      'total-liquid-supply-ustx': frame.chain.stx.supplyMicroStx,
    },
  })),
  contractFunction('current-pox-reward-cycle', {}, currentCycle),
  contractFunction('current-distribution-cycle', {}, ({ state, burnHeight }: PoxFrame) =>
    halfAt(state.clock, burnHeight),
  ),
  contractFunction(
    'get-first-pox-5-reward-cycle',
    {},
    ({ state }: PoxFrame) => state.clock.firstCycle,
  ),
  contractFunction(
    'burn-height-to-reward-cycle',
    { height: 'uint' },
    ({ state }: PoxFrame, { height }) => rewardCycleAt(state.clock, height),
  ),
  contractFunction(
    'burn-height-to-distribution-index',
    { height: 'uint' },
    ({ state }: PoxFrame, { height }) => halfAt(state.clock, height),
  ),
  contractFunction(
    'reward-cycle-to-burn-height',
    { cycle: 'uint' },
    ({ state }: PoxFrame, { cycle }) => cycleStart(state.clock, cycle),
  ),
  contractFunction(
    'distribution-cycle-to-burn-height',
    { cycle: 'uint' },
    ({ state }: PoxFrame, { cycle }) => halfStart(state.clock, cycle),
  ),
  contractFunction(
    'bond-period-to-reward-cycle',
    { 'bond-index': 'uint' },
    ({ state }: PoxFrame, args) => bondCycle(state.clock, args['bond-index']),
  ),
  contractFunction(
    'bond-period-to-burn-height',
    { 'bond-index': 'uint' },
    ({ state }: PoxFrame, args) => bondStart(state.clock, args['bond-index']),
  ),
  contractFunction(
    'get-bond-l1-unlock-height',
    { 'bond-index': 'uint' },
    ({ state }: PoxFrame, args) => bondUnlock(state.clock, args['bond-index']),
  ),
  contractFunction(
    'is-in-prepare-phase',
    { 'current-cycle': 'uint' },
    ({ state, burnHeight }: PoxFrame, args) =>
      isPreparing(state.clock, args['current-cycle'], burnHeight),
  ),
  contractFunction(
    'is-bond-active-at-height',
    { 'bond-index': 'uint', height: 'uint' },
    ({ state }: PoxFrame, args) => isBondActive(state, args['bond-index'], args.height),
  ),
  contractFunction(
    'assert-all-active-bonds-included',
    { 'bond-periods': bondPeriods, height: 'uint' },
    ({ state }: PoxFrame, args) => {
      requireActiveBonds(state, args['bond-periods'], args.height)
      return { ok: true }
    },
  ),
  contractFunction('check-pox-lock-period', { 'lock-period': 'uint' }, (_: PoxFrame, args) =>
    isStakeLength(args['lock-period']),
  ),
  contractFunction(
    'clamp',
    { value: 'uint', min: 'uint', max: 'uint' },
    (_: PoxFrame, { value, min, max }) => clamp(value, min, max),
  ),
]
