import { refuseUnless, ContractRefusal } from '../../clarity/contract-refusal.ts'
import { optional } from '../../clarity/contract-value.ts'
import { legKey, legOf } from '../contract/leg.ts'
import { bondIndex } from '../contract/parameters.ts'
import { byName, contractFunction, type ContractModel } from '../simulation/contract-model.ts'
import { sweepFeeRefunds, updateMax500Admin, withdrawFees } from './manager-admin.ts'
import { managerErrors } from './manager-errors.ts'
import { requirePox } from './manager-frame.ts'
import { managerReads } from './manager-reads.ts'
import { Max500State } from './manager-state.ts'
import {
  configOf,
  configType,
  defaultMinClaim,
  parseConfig,
  requireConfig,
  settingsOf,
} from './max500-config.ts'
import { activeBips, poxCycle, updateMax500Fees, type Max500Frame } from './max500-fees.ts'
import {
  max500ClaimRewards,
  max500ClaimStakerRewards,
  payout,
  settleStakerRewards,
} from './max500-payouts.ts'
import {
  claimRefund,
  max500ReclaimFailedWithdrawal,
  max500SettleAcceptedWithdrawal,
  unattributedSats,
} from './max500-refunds.ts'
import { registerSelf } from './register-self.ts'
import { validateStakeParameters } from './validate-stake.ts'

/** Takes any position, and stores or deletes how its holder wants to be paid. */
const validateStake = contractFunction(
  'validate-stake!',
  validateStakeParameters,
  (frame: Max500Frame, args) => {
    requirePox(frame)
    const { settings } = frame.state
    const calldata = args['signer-calldata']
    if (calldata === null) {
      if (settings.has(args.staker)) settings.delete(args.staker)
      return true
    }
    const config = parseConfig(calldata.some)
    if (config === undefined) throw new ContractRefusal(managerErrors.INVALID_CALLDATA)
    requireConfig(config)
    settings.set(args.staker, settingsOf(config))
    return true
  },
)

/** A holder says how it wants to be paid, without any stake [bitcoin-staking 7.5]. */
const setPayoutConfig = contractFunction(
  'set-payout-config',
  configType.tuple,
  (frame: Max500Frame, config) => {
    requireDirect(frame)
    requireConfig(config)
    frame.state.settings.set(frame.txSender, settingsOf(config))
    frame.print({ topic: 'set-payout-config', staker: frame.txSender, config })
    return true
  },
)

/** A holder wants to be paid in sBTC again [bitcoin-staking 7.5]. */
const clearPayoutConfig = contractFunction('clear-payout-config', {}, (frame: Max500Frame) => {
  requireDirect(frame)
  const { settings } = frame.state
  if (settings.has(frame.txSender)) settings.delete(frame.txSender)
  frame.print({ topic: 'clear-payout-config', staker: frame.txSender })
  return true
})

/** Fastpool-max500, its deployer the admin, fees 0 [bitcoin-staking 7.5]. */
export const max500Manager: ContractModel<Max500State> = {
  publicFunctions: byName<Max500State>([
    validateStake,
    max500ClaimRewards,
    settleStakerRewards,
    payout,
    max500ClaimStakerRewards,
    setPayoutConfig,
    clearPayoutConfig,
    max500ReclaimFailedWithdrawal,
    max500SettleAcceptedWithdrawal,
    claimRefund,
    registerSelf,
    updateMax500Admin,
    updateMax500Fees,
    withdrawFees,
    sweepFeeRefunds(unattributedSats),
  ]),
  readFunctions: byName<Max500State>([
    ...managerReads,
    contractFunction('get-payout-config', { staker: 'principal' }, (frame: Max500Frame, args) => {
      const settings = frame.state.settings.get(args.staker)
      return optional(settings && configOf(settings))
    }),
    contractFunction('get-pending-payout', { staker: 'principal' }, (frame: Max500Frame, args) =>
      frame.state.pendingPayouts.of(args.staker),
    ),
    contractFunction('get-staker-refund', { staker: 'principal' }, (frame: Max500Frame, args) =>
      frame.state.refunds.of(args.staker),
    ),
    contractFunction(
      'get-credited-refunds',
      {},
      ({ state }: Max500Frame) => state.creditedRefunds.value,
    ),
    contractFunction(
      'get-total-pending-payouts',
      {},
      ({ state }: Max500Frame) => state.totalPendingPayouts.value,
    ),
    contractFunction(
      'get-unclaimed-rewards-for-cycle',
      { 'reward-cycle': 'uint', 'bond-index': bondIndex },
      ({ state }: Max500Frame, args) =>
        state.buckets.of(args['reward-cycle'], legKey(legOf(args['bond-index']))),
    ),
    contractFunction('get-active-fee-bips', {}, activeBips),
    contractFunction('get-pending-fees', {}, (frame: Max500Frame) => ({
      'pending-bips': frame.state.pendingBips.value,
      'activation-cycle': frame.state.activationCycle.value,
      'active-bips': activeBips(frame),
    })),
    contractFunction('current-cycle', {}, poxCycle),
    contractFunction('default-min-claim', { 'max-fee': 'uint' }, (_: Max500Frame, args) =>
      defaultMinClaim(args['max-fee']),
    ),
    contractFunction(
      'parse-payout-calldata',
      { calldata: { buffer: 500 } },
      (_: Max500Frame, args) => optional(parseConfig(args.calldata)),
    ),
    contractFunction('check-payout-config', { config: configType }, (_: Max500Frame, args) => {
      requireConfig(args.config)
      return { ok: true }
    }),
  ]),
  createState: (journal, self) => new Max500State(journal, self),
}

/** Requires that the holder calls directly: error 1006. */
function requireDirect({ txSender, contractCaller }: Max500Frame): void {
  refuseUnless(txSender === contractCaller, managerErrors.UNAUTHORIZED_CALLER)
}
