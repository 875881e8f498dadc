import { refuseUnless } from '../../clarity/contract-refusal.ts'
import { optional } from '../../clarity/contract-value.ts'
import { legOf } from '../contract/leg.ts'
import { bondIndex } from '../contract/parameters.ts'
import { contractFunction } from '../simulation/contract-model.ts'
import { earnedReward, fixedFeeBips } from './fees.ts'
import { managerErrors } from './manager-errors.ts'
import type { ManagerFrame } from './manager-frame.ts'
import { addressType, isStrictPayoutAddress } from './payout-address.ts'

/** What the reference manager and its variants answer [bitcoin-staking 7.2]. */
export const managerReads = [
  contractFunction(
    'get-earned-staker-rewards',
    { staker: 'principal', 'reward-cycle': 'uint', 'bond-index': bondIndex },
    (frame: ManagerFrame, args) => {
      const { netSats, feeSats } = earnedReward(frame, {
        staker: args.staker,
        cycle: args['reward-cycle'],
        leg: legOf(args['bond-index']),
      })
      return { earned: netSats, fees: feeSats }
    },
  ),
  contractFunction(
    'get-fee-bips-for-cycle',
    { 'reward-cycle': 'uint', 'bond-index': bondIndex },
    ({ state }: ManagerFrame, args) =>
      fixedFeeBips(state, args['reward-cycle'], legOf(args['bond-index'])),
  ),
  contractFunction('get-earned-fees', {}, ({ state }: ManagerFrame) => state.earnedFees.value),
  contractFunction(
    'get-withdrawal-liability',
    {},
    ({ state }: ManagerFrame) => state.liability.value,
  ),
  contractFunction(
    'get-unclaimed-staker-rewards',
    {},
    ({ state }: ManagerFrame) => state.unclaimed.value,
  ),
  contractFunction(
    'get-withdrawal-request-staker',
    { 'request-id': 'uint' },
    ({ state }: ManagerFrame, args) =>
      optional(state.requests.get(args['request-id'].toString())?.staker),
  ),
  contractFunction('is-admin', { principal: 'principal' }, ({ state }: ManagerFrame, args) =>
    state.admins.has(args.principal),
  ),
]

/** `check-pox-addr` of the reference manager. */
export const checkPoxAddress = contractFunction(
  'check-pox-addr',
  { 'pox-addr': addressType },
  (_: ManagerFrame, args) => {
    refuseUnless(isStrictPayoutAddress(args['pox-addr']), managerErrors.INVALID_POX_ADDR)
    return { ok: true }
  },
)
