import { judgeWindows, snapshotCalls } from '../../../protocol/dual-stacking/judge-windows.ts'
import { keeperChecks } from '../../../protocol/dual-stacking/planner/index.ts'
import { known, unknown, type Known } from '../../known.ts'
import { readCapabilities } from '../capabilities.ts'
import { cBool } from '../clarity.ts'
import type { StacksClient } from '../client.ts'
import type { Deployment } from '../deployments.ts'
import { stacksUnknownReason } from '../read-failure.ts'
import { readFirstAvailable } from '../read-first-available.ts'
import { readNetwork } from '../read-network.ts'
import type { NetworkReading } from '../readings.ts'
import type { RefreshProblem } from '../refresh-problem.ts'
import type { Reader } from '../source.ts'
import type { ProgrammeProfile } from './programme-profile.ts'
import { readAdmin } from './read-admin.ts'
import { readCalls, type ProgrammeCall } from './read-calls.ts'
import { changeNames, readChanges } from './read-changes.ts'
import { readPaidCycles, readCycleEntry, type CycleEntry } from './read-paid-cycles.ts'
import { readProgrammeCode } from './read-programme-code.ts'

/** How many cycles before the running one are looked at. */
const CYCLES_BACK = 5
const stepNames: readonly string[] = Object.keys(keeperChecks)

const hostOf = ({ http }: StacksClient): string => {
  const base = http.bases[0] ?? ''
  return URL.canParse(base) ? new URL(base).host : base
}

/** Sizes of the running cycle and of those before it, as far back as they are looked at. */
async function readCycles(
  reader: Reader,
  { cycle }: NetworkReading,
): Promise<Known<Map<number, CycleEntry>>> {
  if (!cycle.known) return cycle
  const cycles = new Map<number, CycleEntry>()
  if (cycle.value.phase === 'inactive') return known(cycles)
  const { id } = cycle.value
  for (let at = id; at >= Math.max(0, id - CYCLES_BACK); at -= 1) {
    const stored = await readCycleEntry(reader, at)
    if (!stored.known) return stored
    cycles.set(at, stored.value)
  }
  return known(cycles)
}

function windowsOf(
  calls: readonly ProgrammeCall[],
  cycles: ReadonlyMap<number, CycleEntry>,
  { cycle, burnHeight }: NetworkReading,
): ProgrammeProfile['windows'] {
  if (!cycle.known) return cycle
  const tallies = judgeWindows(
    calls.filter(({ name }) => snapshotCalls.some((each) => each === name)),
    cycles,
    {
      cycle: cycle.value.id,
      index: cycle.value.snapshotIndex,
      burnHeight,
      participants: cycle.value.phase === 'snapshots' ? cycle.value.participantsCount : 0,
    },
  )
  return known(
    [...tallies].map(([id, tally]) => ({ cycle: id, ...tally })).sort((a, b) => b.cycle - a.cycle),
  )
}

/**
 * Reads what someone should know of a programme before enrolling. Each value is known or says why
 * not; null with the reason when the network or the contract cannot be read at all. 30 to 90
 * requests at first, few in later blocks.
 */
export async function readProgrammeProfile(
  client: StacksClient,
  deployment: Deployment,
): Promise<
  { reading: ProgrammeProfile; problem: null } | { reading: null; problem: RefreshProblem }
> {
  const { contract } = deployment
  const { reading: network, problem } = await readNetwork(client, deployment)
  if (!network) return { reading: null, problem: problem ?? 'bad-answer' }
  const offered = await readCapabilities(client, deployment)
  if (!offered.ok) return { reading: null, problem: problem ?? 'bad-answer' }
  const capabilities = offered.value
  const reader: Reader = { client, contract, capabilities, fresh: false, failures: [] }
  const [code, admin, countsLiquid, cycles] = await Promise.all([
    readProgrammeCode(client, deployment),
    readAdmin(reader),
    readFirstAvailable(reader, [{ variable: 'is-liquid-stacking-enabled', schema: cBool }]),
    readCycles(reader, network),
  ])
  const read = { network, contract, host: hostOf(client), code, admin, countsLiquid }
  if (!cycles.known)
    return {
      reading: { ...read, changes: cycles, cycles, windows: cycles, lastStep: cycles },
      problem: null,
    }
  const oldest = Math.min(...cycles.value.keys())
  // Of a young programme everything is read.
  const whole = cycles.value.size === 0 || oldest === 0
  const since = whole ? 0 : cycles.value.get(oldest)!.stacksHeight
  const names = [...stepNames, ...changeNames].filter((name) => capabilities.calls.includes(name))
  const answer = await readCalls(client, contract, { names, since })
  if (!answer.ok) {
    const missing = unknown(stacksUnknownReason(answer.failure))
    return {
      reading: { ...read, changes: missing, cycles: missing, windows: missing, lastStep: missing },
      problem: null,
    }
  }
  const calls = answer.value
  const last = calls.find(({ name }) => stepNames.includes(name))
  const [changes, paid] = await Promise.all([
    readChanges(client, contract, { calls, whole, admin }),
    readPaidCycles(reader, cycles.value, calls),
  ])
  return {
    reading: {
      ...read,
      changes,
      cycles: known(paid),
      windows: capabilities.reads.includes('get-capture-window')
        ? windowsOf(calls, cycles.value, network)
        : unknown('not-offered'),
      lastStep: known(
        last
          ? { call: last.name, txid: last.txid, sender: last.sender, burnHeight: last.burnHeight }
          : null,
      ),
    },
    problem: null,
  }
}
