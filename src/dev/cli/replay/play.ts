import type { ContractEvent } from '../../../protocol/dual-stacking/contract/call-context.ts'
import type { ReplayDriver } from './driver.ts'
import type { TraceHeader } from './header.ts'
import { type Json, findDifference, showJson, traceJson } from './json.ts'
import type { CallStep, ReadStep, ReplayStep } from './steps.ts'

/** Plays one step and returns how it differs from the recording: one sentence for each part. */
export function playStep(driver: ReplayDriver, step: ReplayStep, header: TraceHeader): string[] {
  const found: Array<string | undefined> = []
  try {
    if (step.op === 'call') found.push(...playCall(driver, step, header))
    else if (step.op === 'read') found.push(playRead(driver, step, header))
    else playChain(driver, step)
  } catch (error) {
    found.push(`${step.op}: ${error instanceof Error ? error.message : String(error)}`)
  }
  const { burn, stacks } = driver.heights()
  found.push(
    labelled(
      'heights after the step',
      findDifference({ burn: step.burn, stacks: step.stacks }, { burn, stacks }),
    ),
  )
  return found.filter((text) => text !== undefined)
}

function playChain(driver: ReplayDriver, step: Exclude<ReplayStep, CallStep | ReadStep>): void {
  switch (step.op) {
    case 'mine':
      return driver.mineBurnBlocks(step.n)
    case 'stacks':
      return driver.mineStacksBlocks(step.n)
    case 'sbtc':
      return driver.creditSbtc(step.to, step.sats)
    case 'sbtc-transfer':
      return driver.transferSbtc(step.from, step.to, step.sats)
    case 'lock':
      return driver.lock(step.who, step.ustx, step.unlockBurn)
    case 'unlock':
      return
    case 'liquid':
      return driver.setLiquid(step.who, step.ustx)
  }
}

function outcomeJson(outcome: ReturnType<ReplayDriver['call']>): Json {
  if ('ok' in outcome) return { ok: traceJson(outcome.ok) }
  return 'err' in outcome ? { err: Number(outcome.err) } : { abort: true }
}

function expectedJson(step: CallStep): Json {
  if (step.ok !== undefined) return { ok: step.ok }
  return step.err !== undefined ? { err: step.err } : { abort: true }
}

function playCall(
  driver: ReplayDriver,
  step: CallStep,
  header: TraceHeader,
): Array<string | undefined> {
  const outcome = driver.call(step.fn, step.args, {
    txSender: step.sender,
    contractCaller: step.caller ?? step.sender,
  })
  const label = `call ${step.fn}`
  if (!('ok' in outcome) || step.ok === undefined) {
    const actual = outcomeJson(outcome)
    const expected = expectedJson(step)
    if (findDifference(expected, actual) === undefined) return []
    const reason = 'abort' in outcome ? ` (${outcome.abort})` : ''
    return [`${label}: expected ${showJson(expected)}, got ${showJson(actual)}${reason}`]
  }
  const { events, transfers } = recordedEvents(outcome.events, header)
  return [
    labelled(label, findDifference(step.ok, traceJson(outcome.ok))),
    labelled(`${label}, events`, findDifference(step.events ?? [], events)),
    labelled(`${label}, transfers`, findDifference(step.transfers ?? [], transfers)),
  ]
}

/** The prints and transfers of a call as traces write them. */
export function recordedEvents(
  events: readonly ContractEvent[],
  { sbtc }: TraceHeader,
): { events: Json[]; transfers: Json[] } {
  return {
    events: events.flatMap((event) => (event.type === 'print' ? [traceJson(event.value)] : [])),
    transfers: events.flatMap((event): Json[] =>
      event.type === 'transfer'
        ? [
            {
              asset: `${sbtc}::sbtc-token`,
              from: event.from,
              to: event.to,
              amount: event.sats.toString(),
            },
          ]
        : [],
    ),
  }
}

function playRead(driver: ReplayDriver, step: ReadStep, header: TraceHeader): string | undefined {
  const answer = driver.read(step.fn, step.args, step.sender ?? header.deployer)
  const actual: Json = 'abort' in answer ? { abort: true } : { result: traceJson(answer.result) }
  const expected: Json = step.abort ? { abort: true } : { result: step.result! }
  const found = labelled(`read ${step.fn}`, findDifference(expected, actual))
  return found !== undefined && 'abort' in answer ? `${found} (${answer.abort})` : found
}

const labelled = (label: string, found: string | undefined): string | undefined =>
  found === undefined ? undefined : `${label}: ${found}`
