import type { PublicFunction } from '../../protocol/dual-stacking/contract/abi.ts'
import type { Tuple } from '../../protocol/dual-stacking/contract/value.ts'
import { everybody, users } from './actors.ts'
import { fittingRatio } from './holdings.ts'
import { nextTarget, stacksBlockOf } from './resolve.ts'
import type { World } from './world.ts'

export interface KeeperChoice {
  /** Who proposes, and by which rotation and in which portion participants are sent. */
  readonly proposer: number
  readonly rotation: number
  readonly portion: number
  /** How far the proposal lies from one that passes. */
  readonly miss: bigint
}

/** Makes the step that brings the cycle forward, as a keeper would; mines when it waits for a height. */
export function keep(world: World, choice: KeeperChoice): void {
  const { variables } = world.model.contract
  const sender = users[choice.proposer % users.length]!
  const call = (fn: PublicFunction, args: Tuple = {}): void => world.call(fn, args, { txSender: sender, contractCaller: sender })
  const batch = (): Tuple => ({ principals: portionOf(world.participants(), choice) })
  if (!variables.isContractActive || variables.areSnapshotsFinalized === false) return keepSnapshots(world, choice, call)
  const proposed = 'ok' in (askOwnTally(world, sender) as object)
  const validated = variables.isRatioValidated
  if (!validated && !proposed) {
    const ratio = fittingRatio(world) + choice.miss
    return call('propose-golden-ratio', { ratio: ratio < 0n ? 0n : ratio })
  }
  if (!validated) {
    call('tally-participant-ratios', batch())
    // How many are counted cannot be asked: after a portion, the test waits for the next turn.
    return choice.portion === 0 ? call('validate-ratio') : undefined
  }
  if (!variables.areWeightsComputed) {
    if (variables.weightsComputed !== variables.cycleParticipants) return call('calculate-participant-weights', batch())
    return call('finalize-weight-computation')
  }
  if (!variables.isDistributionEnabled) return call('set-is-distribution-enabled')
  if (variables.participantsRewarded !== variables.cycleParticipants) return call('distribute-rewards', batch())
  if (variables.lastOperationDone < 6n) return call('finalize-reward-distribution')
  waitOr(world, () => call('advance-to-next-cycle', { 'stx-block-height': stacksBlockOf(world, nextTarget(world)) }))
}

function keepSnapshots(world: World, choice: KeeperChoice, call: (fn: PublicFunction, args?: Tuple) => void): void {
  const { isContractActive, snapshotCount, cycleParticipants, snapshotIndex, snapshotsPerCycle } = world.model.contract.variables
  const height = (): bigint => stacksBlockOf(world, nextTarget(world))
  if (!isContractActive) return waitOr(world, () => call('initialize-contract', { 'stx-block-height': height() }))
  if (snapshotCount !== cycleParticipants) return call('capture-snapshot-balances', { principals: portionOf(world.participants(), choice) })
  if (snapshotIndex + 1n === snapshotsPerCycle) return call('finalize-snapshots')
  waitOr(world, () => call('advance-to-next-snapshot', { 'new-stx-block-height': height() }))
}

/** Mines up to one block past the height that is waited for, or takes the step. A height far away is left alone. */
function waitOr(world: World, step: () => void): void {
  const missing = nextTarget(world) - BigInt(world.burn)
  if (missing > 0n && missing < 100n) world.mine(Number(missing))
  else step()
}

const askOwnTally = (world: World, sender: string) => {
  const answer = world.model.contract.read('get-ratio-data', {}, sender)
  return 'result' in answer ? answer.result : {}
}

const portionOf = (participants: readonly string[], { rotation, portion }: KeeperChoice): string[] => {
  const start = participants.length === 0 ? 0 : rotation % participants.length
  const rotated = [...participants.slice(start), ...participants.slice(0, start)]
  return rotated.slice(0, portion === 0 ? everybody.length : portion)
}
