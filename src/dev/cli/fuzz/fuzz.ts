import * as fc from 'fast-check'
import type { Vm } from '../../network/vm/vm.ts'
import type { Json } from '../replay/json.ts'
import { fuzzHeader } from './actors.ts'
import { prepareWorld, beginningChoice } from './beginning.ts'
import { fuzzCommands } from './commands.ts'
import { Divergence, World } from './world.ts'

export interface FuzzOptions {
  readonly seed: number
  /** Operations to make at least. */
  readonly ops: number
  /** Commands of a sequence at most; each begins on a fresh chain. */
  readonly length?: number
  /** Clarity source to compare with the model, by default ours. */
  readonly contractSource?: string
  /** How long a failing sequence may be shrunk, in milliseconds. */
  readonly shrinkFor?: number
  readonly onSequence?: (ops: number) => void
}

export interface FuzzReport {
  readonly ops: number
  readonly sequences: number
  /** How often each function was called, and ended in which way. */
  readonly outcomes: ReadonlyMap<string, number>
  readonly failure?: { readonly message: string; readonly trace: readonly Json[] }
}

/**
 * Plays random sequences on the model and on the Clarity contract until `ops` operations are made
 * or they differ; the sequence that differs is shrunk. The same seed gives the same sequences.
 */
export async function fuzz(
  vm: Vm,
  { seed, ops, length = 300, contractSource, shrinkFor = 120_000, onSequence }: FuzzOptions,
): Promise<FuzzReport> {
  const outcomes = new Map<string, number>()
  const progress: { ops: number; divergence?: Divergence } = { ops: 0 }

  const sequence = (extremes: number) =>
    fc.asyncProperty(
      beginningChoice(extremes),
      fuzzCommands(length, extremes),
      async (beginning, sequenceCommands) => {
        await vm.reset()
        const world = new World(vm, contractSource)
        try {
          prepareWorld(world, beginning)
          fc.modelRun(() => ({ model: world, real: world }), sequenceCommands)
        } catch (error) {
          // While shrinking, the latest one is the shortest so far.
          if (error instanceof Divergence) progress.divergence = error
          throw error
        }
        if (progress.divergence !== undefined) return
        progress.ops += world.outcomes.length
        for (const outcome of world.outcomes)
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      },
    )

  let sequences = 0
  while (progress.ops < ops && progress.divergence === undefined) {
    // Extreme amounts soon make every call abort: most sequences have hardly any, so that they go
    // on through the cycles.
    const details = await fc.check(sequence(sequences % 4 === 3 ? 6 : 1), {
      seed: seedOf(seed, sequences),
      numRuns: 1,
      interruptAfterTimeLimit: shrinkFor,
    })
    if (details.failed && progress.divergence === undefined)
      throw details.errorInstance ?? new Error('A sequence could not be played')
    sequences += 1
    onSequence?.(progress.ops)
  }
  const report = { ops: progress.ops, sequences, outcomes }
  if (progress.divergence === undefined) return report
  const { message, lines } = progress.divergence
  return {
    ...report,
    failure: { message, trace: [{ ...fuzzHeader(`seed-${seed}`, lines.length) }, ...lines] },
  }
}

/** Far apart for neighbouring seeds, so that their sequences are not the same ones moved by one. */
const seedOf = (seed: number, sequence: number): number =>
  (Math.imul(seed + 1, 0x9e3779b1) + sequence) | 0
