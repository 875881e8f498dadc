import { BadFile } from './bad-file.ts'
import type { ReplayDriver } from './driver.ts'
import { parseHeader, requireLength, type TraceHeader } from './header.ts'
import { readLines, type Line } from './lines.ts'
import { playStep } from './play.ts'
import type { PoxDriver } from './pox/driver.ts'
import { isPoxHeader, parsePoxHeader, type PoxHeader } from './pox/header.ts'
import { playPoxStep } from './pox/play.ts'
import { parsePoxStep } from './pox/steps.ts'
import { parseStep, type ReplayStep } from './steps.ts'
import { checkVector, parseVector, type Vector } from './vectors.ts'

/** A difference from the recording, and its line in the file. */
export interface Mismatch {
  readonly line: number
  readonly text: string
}

export interface Report {
  /** Lines after the header. */
  readonly steps: number
  readonly mismatches: readonly Mismatch[]
}

/** How a trace is played, and how vectors are checked. */
export interface Target {
  driver(header: TraceHeader, steps: readonly ReplayStep[]): Promise<ReplayDriver> | ReplayDriver
  vectors(lines: readonly Line[]): Promise<readonly Mismatch[]> | readonly Mismatch[]
  /** How a trace of pox-5 is played; without it, such a trace is refused. */
  pox?(header: PoxHeader): Promise<PoxDriver> | PoxDriver
}

/**
 * Replays a file of either format; throws `BadFile` when it cannot be read, before anything is
 * played.
 */
export async function replayFile(path: string, target: Target): Promise<Report> {
  return replayLines(readLines(path), target)
}

/** Replays the lines of a trace or of vectors, header first. */
export async function replayLines(lines: readonly Line[], target: Target): Promise<Report> {
  if (isPoxHeader(lines[0]!)) return replayPox(lines, target)
  const header = parseHeader(lines)
  const rest = lines.slice(1)
  if (header.format === 'dual-stacking-vectors')
    return { steps: rest.length, mismatches: await target.vectors(rest) }
  const steps = rest.map((line) => parseStep(line, header))
  const driver = await target.driver(header, steps)
  const mismatches = steps.flatMap((step, index) =>
    playStep(driver, step, header).map((text) => ({ line: index + 2, text })),
  )
  return { steps: steps.length, mismatches }
}

async function replayPox(lines: readonly Line[], target: Target): Promise<Report> {
  const header = parsePoxHeader(lines[0]!)
  requireLength(lines, header.steps)
  const steps = lines.slice(1).map(parsePoxStep)
  if (target.pox === undefined) throw new BadFile(1, 'traces of pox-5 are not replayed here')
  const driver = await target.pox(header)
  const mismatches = steps.flatMap((step, index) =>
    playPoxStep(driver, step, header).map((text) => ({ line: index + 2, text })),
  )
  return { steps: steps.length, mismatches }
}

/** Checks vectors with the maths functions. */
export function checkWithMaths(lines: readonly Line[]): Mismatch[] {
  const vectors = lines.map((line): [number, Vector] => [line.number, parseVector(line)])
  return vectors.flatMap(([line, vector]) => {
    try {
      return checkVector(vector).map((text) => ({ line, text }))
    } catch (error) {
      return [{ line, text: error instanceof Error ? error.message : String(error) }]
    }
  })
}
