import * as fc from 'fast-check'
import type { Vm } from '../../../network/vm/vm.ts'
import { runSequences, type FuzzReport, type SequenceOptions } from '../sequences.ts'
import { beginning, registerManagers } from './beginning.ts'
import { poxCommands } from './commands.ts'
import { compareEverything } from './reads.ts'
import { PoxFuzzWorld } from './world.ts'

/**
 * Plays random sequences on the model of pox-5 and its managers and on the Clarity contracts, until
 * `ops` operations are made or they differ. `vm` has a pox-5 that accepts every Bitcoin header.
 */
export const fuzzPox = (
  vm: Vm,
  { length = 500, ...options }: SequenceOptions & { readonly length?: number },
): Promise<FuzzReport> =>
  runSequences(options, (_index, finish) =>
    fc.asyncProperty(beginning, poxCommands(length), async (begin, sequence) => {
      await vm.reset()
      const world = new PoxFuzzWorld(vm, begin)
      registerManagers(world)
      fc.modelRun(() => ({ model: world, real: world }), sequence)
      compareEverything(world)
      finish(world.outcomes)
    }),
  )
