import type {
  CallEffects,
  SbtcMove,
} from '../../../../protocol/bitcoin-staking/simulation/outcome.ts'
import type { ParameterList } from '../../../../protocol/clarity/parameter-types.ts'
import type { PoxAnswer, PoxOutcome } from '../../../network/bitcoin-staking/pox-outcome.ts'
import { findDifference, showJson, traceJson, type Json } from '../json.ts'
import { BadArgument, namedArguments } from './arguments.ts'
import type { PoxDriver, PoxRequest } from './driver.ts'
import type { PoxHeader } from './header.ts'
import { kindOf, parametersOf } from './kinds.ts'
import type { PoxCallStep, PoxRead, PoxStep } from './steps.ts'

/** Plays one step and returns how it differs from the recording: one sentence for each part. */
export function playPoxStep(driver: PoxDriver, step: PoxStep, header: PoxHeader): string[] {
  const found: Array<string | undefined> = []
  try {
    if (step.op === 'call') found.push(...playCall(driver, step, header))
    else if (step.op === 'reads')
      found.push(...step.of.map((read) => playRead(driver, read, header)))
    else playChain(driver, step)
  } catch (error) {
    found.push(`${step.op}: ${error instanceof Error ? error.message : String(error)}`)
  }
  found.push(labelled('height after the step', findDifference(step.burn, driver.burnHeight())))
  return found.filter((text) => text !== undefined)
}

function playChain(
  driver: PoxDriver,
  step: Extract<PoxStep, { op: 'mine' | 'sbtc' | 'withdrawal' }>,
): void {
  if (step.op === 'mine') driver.mine(step.n)
  else if (step.op === 'sbtc') driver.mintSbtc(step.to, step.sats)
  else driver.answerWithdrawal(step.id, step.fee)
}

function playCall(
  driver: PoxDriver,
  step: PoxCallStep,
  header: PoxHeader,
): Array<string | undefined> {
  const contract = step.contract ?? header.pox5
  const label = `call ${step.fn}`
  const outcome = callWith(driver, step, { contract, header })
  if (!('ok' in outcome) || step.ok === undefined) {
    const [expected, actual] = [recordedResult(step), resultOf(outcome)]
    if (findDifference(expected, actual) === undefined) return []
    const why = 'abort' in outcome ? ` (${outcome.abort})` : ''
    return [`${label}: expected ${showJson(expected)}, got ${showJson(actual)}${why}`]
  }
  const effects = recordedEffects(outcome.effects)
  return [
    labelled(label, findDifference(step.ok, traceJson(outcome.ok))),
    labelled(`${label}, events`, findDifference(step.events ?? [], effects.events)),
    labelled(`${label}, transfers`, findDifference(step.transfers ?? [], effects.transfers)),
    labelled(`${label}, locks`, findDifference(step.locks ?? [], effects.locks)),
  ]
}

function callWith(
  driver: PoxDriver,
  step: PoxCallStep,
  { contract, header }: { contract: string; header: PoxHeader },
): PoxOutcome {
  const parameters = parametersOf('public', kindOf(header, contract), step.fn)
  return withArguments(parameters, step, (args) =>
    driver.call({ contract, fn: step.fn, args }, step.sender),
  )
}

/** Aborts as the VM does when there is no such function, or arguments do not fit it. */
function withArguments<R>(
  parameters: ParameterList | undefined,
  { args }: { args: readonly Json[] },
  ask: (args: PoxRequest['args']) => R,
): R | { readonly abort: string } {
  if (parameters === undefined) return { abort: 'there is no such function' }
  try {
    return ask(namedArguments(parameters, args))
  } catch (error) {
    if (error instanceof BadArgument) return { abort: error.message }
    throw error
  }
}

function playRead(driver: PoxDriver, read: PoxRead, header: PoxHeader): string | undefined {
  const answer = answerOf(driver, read, header)
  const actual: Json = 'abort' in answer ? { abort: true } : traceJson(answer.value)
  const found = findDifference(comparable(read.fn, read.value), comparable(read.fn, actual))
  const why = 'abort' in answer ? ` (${answer.abort})` : ''
  const label = `read ${read.fn} ${showJson(read.args)}`
  return found === undefined ? undefined : `${label}: ${found}${why}`
}

function answerOf(driver: PoxDriver, read: PoxRead, header: PoxHeader): PoxAnswer {
  const [who] = read.args
  if (read.contract === undefined && typeof who === 'string') {
    if (read.fn === 'sbtc-available') return { value: driver.availableSats(who) }
    if (read.fn === 'stx-account') {
      const account = driver.stxAccount(who)
      return {
        value: {
          unlocked: account.unlockedMicroStx,
          locked: account.lockedMicroStx,
          'unlock-height': account.unlockBurnHeight,
        },
      }
    }
  }
  const contract = read.contract ?? header.pox5
  const parameters = parametersOf('read', kindOf(header, contract), read.fn)
  return withArguments(parameters, read, (args) => driver.read({ contract, fn: read.fn, args }))
}

// The supply is that of the chain the trace was recorded on.
function comparable(fn: string, value: Json): Json {
  if (fn !== 'get-pox-info') return value
  return JSON.parse(
    JSON.stringify(value, (key, item: Json) =>
      key === 'total-liquid-supply-ustx' ? undefined : item,
    ),
  ) as Json
}

function recordedResult(step: PoxCallStep): Json {
  if (step.ok !== undefined) return { ok: step.ok }
  return step.err === undefined ? { abort: true } : { err: step.err }
}

/** How a call ended, as traces write it; without effects that it does not have. */
export function callResult(outcome: PoxOutcome): { [key: string]: Json } {
  if ('abort' in outcome) return { abort: true, why: outcome.abort }
  if ('err' in outcome) return { err: Number(outcome.err) }
  const effects = Object.entries(recordedEffects(outcome.effects)).filter(
    ([, list]) => list.length > 0,
  )
  return { ok: traceJson(outcome.ok), ...Object.fromEntries(effects) }
}

function resultOf(outcome: PoxOutcome): Json {
  if ('ok' in outcome) return { ok: traceJson(outcome.ok) }
  return 'err' in outcome ? { err: Number(outcome.err) } : { abort: true }
}

/** Effects of a call on the chain, as traces write them. */
function recordedEffects({ prints, moves, locks }: CallEffects) {
  return {
    events: prints.map(({ contract, value }): Json => ({ c: contract, v: traceJson(value) })),
    transfers: moves.map(recordedMove),
    locks: locks.map(({ who, microStx, unlockBurnHeight }): Json => ({
      who,
      amount: microStx.toString(),
      unlock: unlockBurnHeight.toString(),
    })),
  }
}

const assetNames = { available: 'sbtc-token', locked: 'sbtc-token-locked' } as const

function recordedMove(move: SbtcMove): Json {
  const amount = move.sats.toString()
  if ('from' in move) return { from: move.from, to: move.to, amount }
  if ('burned' in move) return { burn: assetNames[move.burned], who: move.who, amount }
  return { mint: assetNames[move.minted], who: move.who, amount }
}

const labelled = (label: string, found: string | undefined): string | undefined =>
  found === undefined ? undefined : `${label}: ${found}`
