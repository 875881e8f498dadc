import { refuseUnless } from '../../clarity/contract-refusal.ts'
import type { Principal } from '../../clarity/principal.ts'
import { Abort } from '../../clarity/u128.ts'
import { contractFunction } from '../simulation/contract-model.ts'
import { poxErrors } from './pox-errors.ts'
import { requireNoCallback, type PoxFrame } from './pox-frame.ts'

/** Hands on the right to set up bonds [bitcoin-staking 4.15]. */
export const setBondAdmin = contractFunction(
  'set-bond-admin',
  { 'new-admin': 'principal' },
  (frame: PoxFrame, args) => handOn(frame, 'bondAdmin', args['new-admin']),
)

/** Hands on the right to pause [bitcoin-staking 4.15]. */
export const setPauseAdmin = contractFunction(
  'set-pause-admin',
  { 'new-admin': 'principal' },
  (frame: PoxFrame, args) => handOn(frame, 'pauseAdmin', args['new-admin']),
)

/** Stops the claims of managers forever [bitcoin-staking 4.15]. */
export const pauseRewards = contractFunction('pause-rewards', {}, (frame: PoxFrame) => {
  refuseUnless(frame.contractCaller === frame.state.variables.pauseAdmin, poxErrors.UNAUTHORIZED)
  requireNoCallback(frame)
  frame.state.set({ rewardsPaused: true })
  frame.print({ topic: 'pause-rewards' })
  return true
})

/** Sets the lengths of cycles, once: they are set when the model begins [bitcoin-staking 4.15]. */
export const setBurnchainParameters = contractFunction(
  'set-burnchain-parameters',
  {
    'first-burn-height': 'uint',
    'prepare-cycle-length': 'uint',
    'reward-cycle-length': 'uint',
    'begin-pox5-reward-cycle': 'uint',
  },
  (): boolean => {
    throw new Abort('AlreadyConfigured')
  },
)

const topics = { bondAdmin: 'set-bond-admin', pauseAdmin: 'set-pause-admin' } as const

function handOn(frame: PoxFrame, role: keyof typeof topics, admin: Principal) {
  const old = frame.state.variables[role]
  refuseUnless(frame.contractCaller === old, poxErrors.UNAUTHORIZED)
  requireNoCallback(frame)
  frame.state.set({ [role]: admin })
  const result = { 'old-admin': old, 'new-admin': admin }
  frame.print({ topic: topics[role], ...result })
  return result
}
