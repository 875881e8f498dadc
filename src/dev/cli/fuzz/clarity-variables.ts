import { toPlainClarity } from '../../../chain/stacks/clarity.ts'
import type { DualStackingContract } from '../../../protocol/dual-stacking/contract/contract.ts'
import type { Variables } from '../../../protocol/dual-stacking/contract/variables.ts'
import type { Vm } from '../../network/vm/vm.ts'

/** The contract's name of each data variable of the model [dual-stacking 2.1]. */
const names: Record<keyof Variables, string> = {
  isContractActive: 'is-contract-active',
  admin: 'admin',
  lastOperationDone: 'last-operation-done',
  cycleId: 'cycle-id',
  cycleStacksHeight: 'current-cycle-stacks-block-height',
  cycleBitcoinHeight: 'current-cycle-bitcoin-block-height',
  cycleTotalSats: 'current-cycle-total-sbtc',
  cycleTotalMicroStx: 'current-cycle-total-stx',
  cycleParticipants: 'current-cycle-participants-count',
  blocksPerSnapshot: 'blocks-per-snapshot',
  snapshotsPerCycle: 'snapshots-per-cycle',
  nextBlocksPerSnapshot: 'next-blocks-per-snapshot',
  nextSnapshotsPerCycle: 'next-snapshots-per-cycle',
  nextCycleBitcoinHeight: 'next-cycle-bitcoin-block-height',
  blocksPerYear: 'bitcoin-blocks-per-year',
  snapshotBitcoinHeight: 'current-snapshot-bitcoin-block-height',
  snapshotStacksHeight: 'current-snapshot-stacks-block-height',
  snapshotTotalSats: 'current-snapshot-total-sbtc',
  snapshotTotalMicroStx: 'current-snapshot-total-stx',
  snapshotCount: 'current-snapshot-count',
  snapshotIndex: 'current-snapshot-index',
  areSnapshotsFinalized: 'are-snapshots-finalized',
  isLiquidStackingEnabled: 'is-liquid-stacking-enabled',
  isRatioValidated: 'is-ratio-validated',
  isDistributionEnabled: 'is-distribution-enabled',
  rewardsToDistribute: 'rewards-to-distribute',
  participantsRewarded: 'participants-rewarded-count',
  apr: 'APR',
  multiplier: 'yield-boost-multiplier',
  totalWeights: 'total-weights-sum',
  weightsComputed: 'weights-computed-count',
  areWeightsComputed: 'are-weights-computed',
  minimumSats: 'min-sbtc-hold-required-for-enrollment',
  maxPercentageAboveRatio: 'max-percentage-above-ratio',
}

/**
 * Compares every data variable of the Clarity contract with the model's; returns the differences.
 */
export function findDifferingVariables(
  vm: Vm,
  contract: string,
  model: DualStackingContract,
): string[] {
  const expected: Array<[string, unknown]> = [
    ...Object.entries(names).map(([key, name]): [string, unknown] => [
      name,
      model.variables[key as keyof Variables],
    ]),
    ['next-cycle-participants-count', model.nextCycleParticipants],
  ]
  return expected.flatMap(([name, value]) => {
    const found = vm.dataVar(contract, name)
    const actual = found === undefined ? undefined : toPlainClarity(found)
    return actual === value
      ? []
      : [`variable ${name}: expected ${String(value)}, got ${String(actual)}`]
  })
}
