import * as fc from 'fast-check'
import type { Json } from '../replay/json.ts'
import { Divergence } from './divergence.ts'

export interface SequenceOptions {
  readonly seed: number
  /** Operations to make at least. */
  readonly ops: number
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

/** One random sequence as a property; it hands over what it did when it has ended well. */
type Sequence<T> = (
  index: number,
  finish: (outcomes: readonly string[]) => void,
) => fc.IAsyncProperty<T>

/**
 * Runs random sequences until `ops` operations are made or one ends with a `Divergence`, which is
 * shrunk: the trace is the shortest one found. The same seed gives the same sequences.
 */
export async function runSequences<T>(
  { seed, ops, shrinkFor = 120_000, onSequence }: SequenceOptions,
  sequence: Sequence<T>,
): Promise<FuzzReport> {
  const outcomes = new Map<string, number>()
  let done = 0
  let sequences = 0
  let divergence: Divergence | undefined
  while (done < ops && divergence === undefined) {
    let made: readonly string[] = []
    const details = await fc.check(
      sequence(sequences, (outcomesMade) => {
        made = outcomesMade
      }),
      { seed: seedOf(seed, sequences), numRuns: 1, interruptAfterTimeLimit: shrinkFor },
    )
    if (details.failed) {
      const error = details.errorInstance
      if (!(error instanceof Divergence)) throw error ?? new Error('A sequence could not be played')
      divergence = error
    } else {
      done += made.length
      for (const outcome of made) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    }
    sequences += 1
    onSequence?.(done)
  }
  const report = { ops: done, sequences, outcomes }
  if (divergence === undefined) return report
  return { ...report, failure: { message: divergence.message, trace: divergence.lines } }
}

/** Far apart for neighbouring seeds, so that their sequences are not the same ones moved by one. */
const seedOf = (seed: number, sequence: number): number =>
  (Math.imul(seed + 1, 0x9e3779b1) + sequence) | 0
