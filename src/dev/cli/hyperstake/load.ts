import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as v from 'valibot'
import type { ContractFactory } from '../../../protocol/hyperstaking/host/contract.ts'
import type { Act, Scenario } from '../../../protocol/hyperstaking/scenario/types.ts'
import { rulesOf, type ScenarioFile, scenarioFile } from './schema.ts'

/** A scenario file that cannot be run, with a sentence for its author. */
export class BadScenario extends Error {}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const actOf = (step: ScenarioFile['steps'][number]): Act => {
  switch (step.do) {
    case 'deposit':
      return { do: step.do, who: step.who, lux: step.dusk, referrer: step.referrer ?? null }
    case 'withdraw':
      return { do: step.do, who: step.who, lux: step.dusk }
    case 'transfer':
      return { do: step.do, who: step.who, to: step.to, lux: step.dusk }
    case 'register':
      return { do: step.do, who: step.who, feeRate: step.fee }
    case 'reward':
      return { do: step.do, lux: step.dusk, key: step.key }
    case 'call':
      return { ...step, arg: amounts(step.arg) }
    default:
      return step
  }
}

/**
 * Arguments of own calls may hold amounts: {"dusk": "5"} is LUX, {"integer": "5"} is taken
 * literally.
 */
const amounts = (arg: unknown): unknown => {
  if (Array.isArray(arg)) return arg.map(amounts)
  if (!isObject(arg)) return arg
  const entries = Object.entries(arg)
  const [key, value] = entries[0] ?? []
  if (entries.length === 1 && (key === 'dusk' || key === 'integer')) {
    if (typeof value !== 'string' || !/^\d+$/.test(value))
      throw new BadScenario(`"${key}" in an argument is a string of digits`)
    return key === 'dusk' ? BigInt(value) * 1_000_000_000n : BigInt(value)
  }
  return Object.fromEntries(entries.map(([name, item]) => [name, amounts(item)]))
}

const ownPool = async (path: string): Promise<ContractFactory> => {
  let module: unknown
  try {
    module = await import(pathToFileURL(path).href)
  } catch (error) {
    throw new BadScenario(`The module ${path} cannot be loaded: ${(error as Error).message}`)
  }
  const make = isObject(module) && 'contract' in module ? module.contract : null
  if (typeof make !== 'function')
    throw new BadScenario(`The module ${path} exports no function named contract`)
  return make as ContractFactory
}

/** Reads a scenario file; throws `BadScenario` with the problem and its place. */
export const loadScenario = async (
  path: string,
): Promise<{ scenario: Scenario; draw: number[] | null }> => {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch {
    throw new BadScenario(`There is no scenario at ${path}`)
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new BadScenario(`${path} is not JSON: ${(error as Error).message}`)
  }
  const parsed = v.safeParse(scenarioFile, json, { abortEarly: false })
  if (!parsed.success) {
    throw new BadScenario(
      parsed.issues
        .map((issue) => `${path}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`)
        .join('\n'),
    )
  }
  const { network, pool, steps, draw = null, ...rest } = parsed.output
  const design: Scenario['pool'] =
    'module' in pool
      ? { make: await ownPool(resolve(dirname(path), pool.module)), keys: pool.keys ?? 1 }
      : {
          kind: pool.kind,
          choice: choiceOf(pool),
          keys: pool.keys ?? (pool.routing === 'rotation' ? 2 : 1),
        }
  return {
    scenario: {
      ...rest,
      network: {
        othersActive: network.others,
        others: network.provisioners,
        credits: network.credits,
        minimumStake: network.minimumStake,
        rules: rulesOf(network),
      },
      pool: design,
      acts: steps.map(actOf),
    },
    draw,
  }
}

/** The options that were given: an omitted one keeps the pool's own default. */
const choiceOf = ({
  kind: _kind,
  keys: _keys,
  ...options
}: Exclude<ScenarioFile['pool'], { module: string }>) =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
