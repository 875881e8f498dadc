import { mapKey } from '../../clarity/contract-map.ts'
import { refuseUnless } from '../../clarity/contract-refusal.ts'
import { add, mul, sub } from '../../clarity/u128.ts'
import { bondCycle, bondEnd, bondEndCycle, bondStart } from '../cycle-clock.ts'
import { contractFunction } from '../simulation/contract-model.ts'
import { scriptBytes } from './parameters.ts'
import { poxErrors } from './pox-errors.ts'
import { requireNoCallback, type PoxFrame } from './pox-frame.ts'

const longestAllowlist = 1000
/** A bond may be set up this many cycles before it starts. */
const noticeCycles = 2n

/** Offers a bond to an allowlist, once and for all [bitcoin-staking 4.4]. */
export const setupBond = contractFunction(
  'setup-bond',
  {
    'bond-index': 'uint',
    'target-rate': 'uint',
    'stx-value-ratio': 'uint',
    'min-ustx-ratio': 'uint',
    'early-unlock-bytes': scriptBytes,
    allowlist: {
      list: { tuple: { staker: 'principal', 'max-sats': 'uint' } },
      max: longestAllowlist,
    },
  },
  (frame: PoxFrame, args) => {
    const { state, burnHeight } = frame
    const { clock } = state
    const index = args['bond-index']
    const start = bondStart(clock, index)
    const unlock = { cycle: bondEndCycle(clock, index), height: bondEnd(clock, index) }
    const notice = mul(noticeCycles, clock.cycleBlocks)
    refuseUnless(frame.contractCaller === state.variables.bondAdmin, poxErrors.UNAUTHORIZED)
    requireNoCallback(frame)
    refuseUnless(
      start < notice || sub(start, notice) <= burnHeight,
      poxErrors.CANNOT_SETUP_BOND_TOO_SOON,
    )
    refuseUnless(burnHeight < start, poxErrors.CANNOT_SETUP_BOND_TOO_LATE)
    refuseUnless(!state.bonds.has(mapKey(index)), poxErrors.BOND_ALREADY_SETUP)
    const terms = {
      'target-rate': args['target-rate'],
      'stx-value-ratio': args['stx-value-ratio'],
      'min-ustx-ratio': args['min-ustx-ratio'],
      'early-unlock-bytes': args['early-unlock-bytes'],
    }
    state.bonds.set(mapKey(index), {
      targetRate: args['target-rate'],
      stxValueRatio: args['stx-value-ratio'],
      minUstxRatio: args['min-ustx-ratio'],
      earlyUnlockBytes: args['early-unlock-bytes'],
    })
    frame.print({
      topic: 'setup-bond',
      'bond-index': index,
      ...terms,
      'first-reward-cycle': bondCycle(clock, index),
      'bond-start-height': start,
      'unlock-cycle': unlock.cycle,
      'unlock-burn-height': unlock.height,
    })
    let sats = 0n
    for (const { staker, 'max-sats': maxSats } of args.allowlist) {
      const key = mapKey(index, staker)
      refuseUnless(!state.allowances.has(key), poxErrors.STAKER_ALREADY_ADDED)
      state.allowances.set(key, maxSats)
      sats = add(sats, maxSats)
      frame.print({ topic: 'add-to-allowlist', staker, 'max-sats': maxSats, 'bond-index': index })
    }
    return { 'bond-index': index, ...terms, 'max-allocation-sats': sats }
  },
)
