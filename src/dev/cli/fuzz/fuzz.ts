import * as fc from 'fast-check'
import type { Vm } from '../../network/vm/vm.ts'
import { beginningChoice, prepareWorld } from './beginning.ts'
import { fuzzCommands } from './commands.ts'
import { runSequences, type FuzzReport, type SequenceOptions } from './sequences.ts'
import { World } from './world.ts'

export interface FuzzOptions extends SequenceOptions {
  /** Maximum number of commands in a sequence; each starts on a fresh chain. */
  readonly length?: number
  /** Clarity source to compare with the model, by default ours. */
  readonly contractSource?: string
}

/**
 * Plays random sequences on the model of Dual Stacking and on the Clarity contract until `ops`
 * operations are made or they differ.
 */
export const fuzz = (
  vm: Vm,
  { length = 300, contractSource, ...options }: FuzzOptions,
): Promise<FuzzReport> =>
  runSequences(options, (index, finish) => {
    // Extreme amounts soon make every call abort: most sequences have hardly any, so that they get
    // through the cycles.
    const extremes = index % 4 === 3 ? 6 : 1
    return fc.asyncProperty(
      beginningChoice(extremes),
      fuzzCommands(length, extremes),
      async (beginning, commands) => {
        await vm.reset()
        const world = new World(vm, contractSource)
        prepareWorld(world, beginning)
        fc.modelRun(() => ({ model: world, real: world }), commands)
        finish(world.outcomes)
      },
    )
  })
