import { refuseUnless, ContractRefusal } from '../../clarity/contract-refusal.ts'
import { optional } from '../../clarity/contract-value.ts'
import { deserialize } from '../../clarity/deserialize.ts'
import { toBytes } from '../../clarity/hex.ts'
import { byName, contractFunction, type ContractModel } from '../simulation/contract-model.ts'
import {
  updateManagerAdmin,
  updateManagerFees,
  sweepFeeRefunds,
  withdrawFees,
} from './manager-admin.ts'
import { managerErrors } from './manager-errors.ts'
import { requirePox, type ManagerFrame } from './manager-frame.ts'
import { checkPoxAddress, managerReads } from './manager-reads.ts'
import { PayingManagerState } from './manager-state.ts'
import { addressType, isStrictPayoutAddress } from './payout-address.ts'
import {
  referenceClaimRewards,
  referenceClaimStakerRewards,
  xverseClaimStakerRewards,
} from './reference-claims.ts'
import {
  referenceReclaimFailedWithdrawal,
  referenceSettleAcceptedWithdrawal,
} from './reference-withdrawals.ts'
import { registerSelf } from './register-self.ts'
import { validateStakeParameters } from './validate-stake.ts'

/** What a holder sends with a stake [bitcoin-staking 7.2]. */
export const calldataType = { tuple: { 'pox-addr': addressType, 'max-fee': 'uint' } } as const

/** Takes any position, and stores or deletes how its holder wants to be paid. */
const validateStake = contractFunction(
  'validate-stake!',
  validateStakeParameters,
  (frame: ManagerFrame, args) => {
    requirePox(frame)
    const { settings } = frame.state
    const calldata = args['signer-calldata']
    if (calldata === null) {
      if (settings.has(args.staker)) settings.delete(args.staker)
      return true
    }
    const given = deserialize(calldataType, toBytes(calldata.some))
    if (given === undefined) throw new ContractRefusal(managerErrors.INVALID_CALLDATA)
    refuseUnless(isStrictPayoutAddress(given['pox-addr']), managerErrors.INVALID_POX_ADDR)
    settings.set(args.staker, { address: given['pox-addr'], maxFeeSats: given['max-fee'] })
    return true
  },
)

/** What is left when everything that belongs to someone is taken off; never below 0. */
function unattributedSats({ chain, self, state }: ManagerFrame): bigint {
  const owed = state.earnedFees.value + state.liability.value + state.unclaimed.value
  const balance = chain.sbtc.balance(self)
  return balance > owed ? balance - owed : 0n
}

const common = [
  validateStake,
  referenceClaimRewards,
  referenceReclaimFailedWithdrawal,
  referenceSettleAcceptedWithdrawal,
  registerSelf,
  updateManagerAdmin,
  updateManagerFees,
  withdrawFees,
  sweepFeeRefunds(unattributedSats),
]

const readFunctions = byName<PayingManagerState>([
  ...managerReads,
  checkPoxAddress,
  contractFunction('get-pox-addr', { staker: 'principal' }, ({ state }: ManagerFrame, args) => {
    const settings = state.settings.get(args.staker)
    const payout = settings && { 'pox-addr': settings.address, 'max-fee': settings.maxFeeSats }
    return optional(payout)
  }),
])

/** The reference signer manager, its deployer the admin, fees 0 [bitcoin-staking 7.2]. */
export const referenceManager: ContractModel<PayingManagerState> = {
  publicFunctions: byName<PayingManagerState>([...common, referenceClaimStakerRewards]),
  readFunctions,
  createState: (journal, self) => new PayingManagerState(journal, self),
}

/** Xverse's revision of it [bitcoin-staking 7.4]. */
export const xverseManager: ContractModel<PayingManagerState> = {
  publicFunctions: byName<PayingManagerState>([...common, xverseClaimStakerRewards]),
  readFunctions,
  createState: (journal, self) => new PayingManagerState(journal, self),
}
