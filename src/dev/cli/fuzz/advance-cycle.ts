import type { ContractTuple } from '../../../protocol/clarity/contract-value.ts'
import type { PublicFunction } from '../../../protocol/dual-stacking/contract/abi.ts'
import { fuzzPrincipals, fuzzUsers } from './actors.ts'
import { findFittingRatio } from './find-fitting-ratio.ts'
import { nextTarget, resolveSigner, stacksBlockOf } from './resolve.ts'
import type { World } from './world.ts'

export interface KeeperChoice {
  /** The proposer, and the rotation and portions in which participants are sent. */
  readonly proposer: number
  readonly rotation: number
  readonly portion: number
  /** How far the proposal is from one that passes. */
  readonly miss: bigint
}

type Call = (fn: PublicFunction, args?: ContractTuple) => void

/**
 * Makes the call that advances the cycle, as a keeper would; mines when a height must be reached,
 * and has the admin repair what aborts.
 */
export function advanceCycle(world: World, choice: KeeperChoice): void {
  const sender = fuzzUsers[choice.proposer % fuzzUsers.length]!
  const call: Call = (fn, args = {}) => {
    const outcome = world.call(fn, args, { txSender: sender, contractCaller: sender })
    const repair = outcome === 'abort' ? repairs[fn] : undefined
    if (repair !== undefined) world.call(repair.fn, repair.args, resolveSigner(world, 'admin', 0))
    // A failed proposal is changed; if its tally was marked before, another proposer is needed.
    if (typeof outcome === 'number' && missed.has(outcome))
      call('change-proposed-golden-ratio', { ratio: findFittingRatio(world) })
  }
  const { isContractActive, areSnapshotsFinalized, isRatioValidated } =
    world.model.contract.variables
  if (!isContractActive || !areSnapshotsFinalized) return keepSnapshots(world, choice, call)
  if (!isRatioValidated) return keepRatio(world, choice, sender, call)
  keepRewards(world, choice, call)
}

/** Settings that let a step pass which aborts. */
const repairs: Partial<
  Record<PublicFunction, { readonly fn: PublicFunction; readonly args: ContractTuple }>
> = {
  'capture-snapshot-balances': { fn: 'set-liquid-stacking', args: { state: false } },
  'validate-ratio': {
    fn: 'set-max-percentage-above-ratio',
    args: { 'new-max-percentage-above-ratio': 500n },
  },
  'set-is-distribution-enabled': {
    fn: 'update-bitcoin-blocks-per-year',
    args: { 'updated-bitcoin-blocks-per-year': 52_500n },
  },
}

const missed = new Set([110, 111, 113])

function keepSnapshots(world: World, choice: KeeperChoice, call: Call): void {
  const { isContractActive, snapshotCount, cycleParticipants, snapshotIndex, snapshotsPerCycle } =
    world.model.contract.variables
  const height = (): bigint => stacksBlockOf(world, nextTarget(world))
  if (!isContractActive)
    return waitOr(world, () => call('initialize-contract', { 'stx-block-height': height() }))
  if (snapshotCount !== cycleParticipants)
    return call('capture-snapshot-balances', batch(world, choice))
  if (snapshotIndex + 1n === snapshotsPerCycle) return call('finalize-snapshots')
  waitOr(world, () => call('advance-to-next-snapshot', { 'new-stx-block-height': height() }))
}

function keepRatio(world: World, choice: KeeperChoice, sender: string, call: Call): void {
  const own = world.model.contract.read('get-ratio-data', {}, sender)
  const proposed = 'result' in own && 'ok' in (own.result as object)
  if (!proposed) {
    const ratio = findFittingRatio(world) + choice.miss
    return call('propose-golden-ratio', { ratio: ratio < 0n ? 0n : ratio })
  }
  call('tally-participant-ratios', batch(world, choice))
  // The number already counted cannot be read: after a portion, the test waits for the next turn.
  if (choice.portion === 0) call('validate-ratio')
}

function keepRewards(world: World, choice: KeeperChoice, call: Call): void {
  const {
    areWeightsComputed,
    weightsComputed,
    cycleParticipants,
    isDistributionEnabled,
    participantsRewarded,
    lastOperationDone,
  } = world.model.contract.variables
  if (!areWeightsComputed && weightsComputed !== cycleParticipants)
    return call('calculate-participant-weights', batch(world, choice))
  if (!areWeightsComputed) return call('finalize-weight-computation')
  if (!isDistributionEnabled) return call('set-is-distribution-enabled')
  if (participantsRewarded !== cycleParticipants)
    return call('distribute-rewards', batch(world, choice))
  if (lastOperationDone < 6n) return call('finalize-reward-distribution')
  waitOr(world, () =>
    call('advance-to-next-cycle', { 'stx-block-height': stacksBlockOf(world, nextTarget(world)) }),
  )
}

const batch = (world: World, choice: KeeperChoice): ContractTuple => ({
  principals: portionOf(world.participants(), choice),
})

/**
 * Mines to one block past the required height, or makes the call. A distant height is left alone.
 */
function waitOr(world: World, step: () => void): void {
  const missing = nextTarget(world) - BigInt(world.burn)
  if (missing > 0n && missing < 100n) world.mine(Number(missing))
  else step()
}

const portionOf = (
  participants: readonly string[],
  { rotation, portion }: KeeperChoice,
): string[] => {
  const start = participants.length === 0 ? 0 : rotation % participants.length
  const rotated = [...participants.slice(start), ...participants.slice(0, start)]
  return rotated.slice(0, portion === 0 ? fuzzPrincipals.length : portion)
}
