import type { ContractValue } from '../../clarity/contract-value.ts'
import type { Arguments, ReadFunction, readSignatures } from './abi.ts'
import type { CallContext } from './call-context.ts'
import * as reads from './reads.ts'
import { stackedAt } from './snapshots.ts'

type Handlers = {
  readonly [F in ReadFunction]: (
    tx: CallContext,
    args: Arguments<(typeof readSignatures)[F]>,
  ) => ContractValue
}

/** What each read-only function answers [dual-stacking 5]. */
export const readFunctions: Handlers = {
  'get-current-cycle-id': (tx) => tx.variables.cycleId,
  'cycle-data': reads.cycleData,
  'get-cycle-current-state': reads.cycleCurrentState,
  'current-overview-data': reads.currentOverviewData,
  'get-yield-cycle-data': (tx, { cycle }) => reads.yieldCycleData(tx, cycle),
  'snapshot-data': reads.snapshotData,
  'get-stacks-block-height-for-cycle-snapshot': (tx, args) =>
    reads.snapshotStacksHeight(tx, args['checked-cycle-id'], args['checked-snapshot-id']),
  'get-bitcoin-block-height-for-cycle-snapshot': (tx, args) =>
    reads.snapshotBitcoinHeight(tx, args['checked-cycle-id'], args['checked-snapshot-id']),
  'get-reward-distribution-status': reads.rewardDistributionStatus,
  'is-distribution-ready': (tx) => tx.variables.isDistributionEnabled,
  'reward-amount-for-cycle-and-address': (tx, args) =>
    reads.rewardForAddress(tx, args['wanted-cycle-id'], args.address),
  'reward-amount-for-cycle-and-reward-address': (tx, args) =>
    reads.rewardForRewardAddress(tx, args['wanted-cycle-id'], args['reward-address']),
  'is-distribution-finalized-for-current-cycle': reads.isDistributionFinalized,
  'get-distribution-finalized-at-height': (tx, args) =>
    reads.distributionFinalizedAt(tx, args['wanted-cycle-id']),
  'get-ratio-data': reads.ratioData,
  'get-weight-computation-status': reads.weightComputationStatus,
  'get-participant-weight': (tx, args) =>
    reads.participantWeight(tx, args.cycle, args['tracking-addr']),
  'is-enrolled-in-next-cycle': (tx, { address }) => tx.state.row(address) !== undefined,
  'is-enrolled-this-cycle': (tx, { address }) => reads.isEnrolledThisCycle(tx, address),
  'get-is-blacklisted': (tx, { address }) => tx.state.blacklist.has(address),
  'get-is-blacklisted-list': (tx, { addresses }) =>
    addresses.map((address) => tx.state.blacklist.has(address)),
  'get-is-whitelisted-defi': (tx, { address }) => tx.state.whitelist.has(address),
  'get-latest-reward-address': (tx, { address }) => reads.latestRewardAddress(tx, address),
  'get-participant-cycle-info': (tx, { address, cycle }) =>
    reads.participantCycleInfo(tx, address, cycle),
  'get-last-operation-state': (tx) => tx.variables.lastOperationDone,
  'get-admin': (tx) => tx.variables.admin,
  'get-is-contract-active': (tx) => tx.variables.isContractActive,
  'get-current-bitcoin-block-height': (tx) => tx.chain.burnHeight,
  'get-minimum-enrollment-amount': (tx) => tx.variables.minimumSats,
  'get-next-action-bitcoin-height': reads.nextActionBitcoinHeight,
  'get-contract-sbtc-balance': (tx) => tx.chain.sbtcNow(tx.self),
  'get-apr-data': reads.aprData,
  'nr-cycles-year': reads.cyclesInYear,
  'cycle-percentage-rate': reads.runningCycleRate,
  'get-amount-stx-stacked': (tx, { address }) => tx.chain.lockedNow(address),
  'get-amount-stx-stacked-at-block-height': (tx, args) =>
    reads.nativeStackedAt(tx, args.address, args['stx-block-height']),
  'get-amount-stacked-at-block-height': (tx, args) =>
    stackedAt(tx, args.address, args['stx-block-height']),
  'get-amount-stacked-at-block-height-mainnet': (tx, args) =>
    stackedAt(tx, args.address, args['stx-block-height']),
  'get-amount-stacked-now': (tx, { address }) => reads.stackedNow(tx, address),
}
