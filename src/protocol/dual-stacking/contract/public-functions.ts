import type { ContractValue } from '../../clarity/contract-value.ts'
import type { Arguments, PublicFunction, publicSignatures } from './abi.ts'
import * as addresses from './addresses.ts'
import * as administration from './administration.ts'
import type { CallContext } from './call-context.ts'
import * as cycle from './cycle.ts'
import * as enrollment from './enrollment.ts'
import * as goldenRatio from './golden-ratio.ts'
import * as lists from './lists.ts'
import * as rewards from './rewards.ts'
import * as snapshots from './snapshots.ts'
import * as weights from './weights.ts'

type Handlers = {
  readonly [F in PublicFunction]: (
    tx: CallContext,
    args: Arguments<(typeof publicSignatures)[F]>,
  ) => ContractValue | void
}

/**
 * What each public function does; one that answers nothing answers `(ok true)` [dual-stacking 4].
 */
export const publicFunctions: Handlers = {
  'update-initialize-block': (tx, args) =>
    cycle.updateInitializeBlock(tx, args['new-bitcoin-block-height']),
  'update-cycle-data-before-initialized': (tx, args) =>
    cycle.updateCycleDataBeforeInitialized(
      tx,
      args['updated-snapshots-per-cycle'],
      args['updated-blocks-per-snapshot'],
    ),
  'initialize-contract': (tx, args) => cycle.initializeContract(tx, args['stx-block-height']),
  enroll: (tx, args) => enrollment.enroll(tx, args['rewarded-address']?.some),
  'enroll-defi': (tx, args) => enrollment.enrollDefi(tx, defiEnrollment(args)),
  'enroll-defi-batch': (tx, args) =>
    enrollment.enrollDefiBatch(tx, args['defi-contracts'].map(defiEnrollment)),
  'opt-out': (tx) => enrollment.optOut(tx),
  'opt-out-defi': (tx, args) => enrollment.optOutDefi(tx, args['defi-contract']),
  'opt-out-defi-batch': (tx, args) => enrollment.optOutDefiBatch(tx, args['defi-contracts']),
  'change-reward-address': (tx, args) => addresses.changeRewardAddress(tx, args['new-address']),
  'change-reward-address-defi': (tx, args) =>
    addresses.changeRewardAddressDefi(tx, args['defi-contract'], args['new-reward-address']),
  'change-stacking-address-defi': (tx, args) =>
    addresses.changeStackingAddressDefi(tx, args['defi-contract'], args['new-stacking-address']),
  'change-tracking-address-defi': (tx, args) =>
    addresses.changeTrackingAddressDefi(tx, args['defi-contract'], args['new-tracking-address']),
  'change-addresses-defi': (tx, args) =>
    addresses.changeAddressesDefi(tx, {
      defiContract: args['defi-contract'],
      trackingAddress: args['new-tracking-address']?.some,
      rewardedAddress: args['new-reward-address']?.some,
      stackingAddress: args['new-stacking-address']?.some,
    }),
  'change-addresses-defi-batch': (tx, args) =>
    addresses.changeAddressesDefiBatch(
      tx,
      args['defi-contracts'].map((change) => ({
        defiContract: change['defi-contract'],
        trackingAddress: change['tracking-address']?.some,
        rewardedAddress: change['rewarded-address']?.some,
        stackingAddress: change['stacking-address']?.some,
      })),
    ),
  'add-blacklisted': (tx, { address }) => lists.addBlacklisted(tx, address),
  'remove-blacklisted': (tx, { address }) => lists.removeBlacklisted(tx, address),
  'add-blacklisted-batch': (tx, args) =>
    lists.applyToEach(tx, lists.addBlacklisted, args.addresses),
  'remove-blacklisted-batch': (tx, args) =>
    lists.applyToEach(tx, lists.removeBlacklisted, args.addresses),
  'whitelist-defi-tracking': (tx, args) =>
    lists.whitelistDefiTracking(tx, args['defi-rewards-contract']),
  'remove-whitelisted-defi-tracking': (tx, args) =>
    lists.removeWhitelistedDefiTracking(tx, args['defi-rewards-contract']),
  'remove-whitelisted-defi-tracking-batch': (tx, args) =>
    lists.applyToEach(tx, lists.removeWhitelistedDefiTracking, args['defi-rewards-contract']),
  'capture-snapshot-balances': (tx, { principals }) =>
    snapshots.captureSnapshotBalances(tx, principals),
  'advance-to-next-snapshot': (tx, args) =>
    snapshots.advanceToNextSnapshot(tx, args['new-stx-block-height']),
  'finalize-snapshots': (tx) => snapshots.finalizeSnapshots(tx),
  'propose-golden-ratio': (tx, { ratio }) => goldenRatio.proposeGoldenRatio(tx, ratio),
  'change-proposed-golden-ratio': (tx, { ratio }) =>
    goldenRatio.changeProposedGoldenRatio(tx, ratio),
  'tally-participant-ratios': (tx, { principals }) =>
    goldenRatio.tallyParticipantRatios(tx, principals),
  'validate-ratio': (tx) => goldenRatio.validateRatio(tx),
  'set-max-percentage-above-ratio': (tx, args) =>
    goldenRatio.setMaxPercentageAboveRatio(tx, args['new-max-percentage-above-ratio']),
  'calculate-participant-weights': (tx, { principals }) =>
    weights.calculateParticipantWeights(tx, principals),
  'finalize-weight-computation': (tx) => weights.finalizeWeightComputation(tx),
  'set-is-distribution-enabled': (tx) => rewards.setIsDistributionEnabled(tx),
  'distribute-rewards': (tx, { principals }) => rewards.distributeRewards(tx, principals),
  'finalize-reward-distribution': (tx) => rewards.finalizeRewardDistribution(tx),
  'advance-to-next-cycle': (tx, args) => cycle.advanceToNextCycle(tx, args['stx-block-height']),
  'update-admin': (tx, args) => administration.updateAdmin(tx, args['new-admin-address']),
  'update-min-sbtc-hold-required-for-enrollment': (tx, args) =>
    administration.updateMinimum(tx, args['new-min-hold']),
  'update-snapshot-length': (tx, args) =>
    administration.updateSnapshotLength(tx, args['updated-blocks-per-snapshot']),
  'update-snapshots-per-cycle': (tx, args) =>
    administration.updateSnapshotsPerCycle(tx, args['updated-snapshots-per-cycle']),
  'update-cycle-data': (tx, args) =>
    administration.updateCycleData(
      tx,
      args['updated-snapshots-per-cycle'],
      args['updated-blocks-per-snapshot'],
    ),
  'update-bitcoin-blocks-per-year': (tx, args) =>
    administration.updateBlocksPerYear(tx, args['updated-bitcoin-blocks-per-year']),
  'update-APR': (tx, args) => administration.updateApr(tx, args['new-apr-one-eight']),
  'update-yield-boost-multiplier': (tx, args) =>
    administration.updateMultiplier(tx, args['new-multiplier']),
  'set-liquid-stacking': (tx, { state }) => administration.setLiquidStacking(tx, state),
  'emergency-withdraw-sbtc': (tx, { amount, recipient }) =>
    administration.emergencyWithdraw(tx, amount, recipient),
}

const defiEnrollment = (
  args: Arguments<(typeof publicSignatures)['enroll-defi']>,
): enrollment.DefiEnrollment => ({
  defiContract: args['defi-contract'],
  trackingAddress: args['tracking-address'],
  rewardedAddress: args['rewarded-address'],
  stackingAddress: args['stacking-address']?.some,
})
