import * as v from 'valibot'
import type { ContractTuple } from '../../../protocol/clarity/contract-value.ts'
import {
  publicSignatures,
  readSignatures,
  type PublicFunction,
  type ReadFunction,
} from '../../../protocol/dual-stacking/contract/abi.ts'
import { parseArgs } from './args.ts'
import { BadFile } from './bad-file.ts'
import {
  traceCountField,
  parseFields,
  principalField,
  standardPrincipalField,
  uintField,
} from './fields.ts'
import type { TraceHeader } from './header.ts'
import type { Json } from './json.ts'
import type { Line } from './lines.ts'

const json = v.custom<Json>((input) => input !== undefined, 'is missing')
const every = {
  burn: traceCountField,
  stacks: traceCountField,
  note: v.optional(v.string('must be text')),
  why: v.optional(v.string('must be text')),
}
const transfer = v.strictObject({
  asset: v.string(),
  from: v.string(),
  to: v.string(),
  amount: v.string(),
})

const schemas = {
  mine: v.strictObject({ op: v.literal('mine'), n: traceCountField, ...every }),
  stacks: v.strictObject({ op: v.literal('stacks'), n: traceCountField, ...every }),
  sbtc: v.strictObject({ op: v.literal('sbtc'), to: principalField, sats: uintField, ...every }),
  'sbtc-transfer': v.strictObject({
    op: v.literal('sbtc-transfer'),
    from: principalField,
    to: principalField,
    sats: uintField,
    ...every,
  }),
  lock: v.strictObject({
    op: v.literal('lock'),
    who: principalField,
    ustx: uintField,
    unlockBurn: traceCountField,
    cycles: v.optional(traceCountField),
    ...every,
  }),
  unlock: v.strictObject({
    op: v.literal('unlock'),
    who: principalField,
    auto: v.literal(true, 'must be true'),
    ...every,
  }),
  liquid: v.strictObject({
    op: v.literal('liquid'),
    who: principalField,
    ustx: uintField,
    ...every,
  }),
  call: v.strictObject({
    op: v.literal('call'),
    sender: principalField,
    caller: v.optional(principalField),
    fn: v.string('must be text'),
    args: v.array(json, 'must be a list'),
    ok: v.optional(json),
    err: v.optional(traceCountField),
    abort: v.optional(v.literal(true, 'must be true')),
    events: v.optional(v.array(json, 'must be a list')),
    transfers: v.optional(v.array(transfer, 'must be a list')),
    ...every,
  }),
  read: v.strictObject({
    op: v.literal('read'),
    sender: v.optional(standardPrincipalField),
    fn: v.string('must be text'),
    args: v.array(json, 'must be a list'),
    result: v.optional(json),
    abort: v.optional(v.literal(true, 'must be true')),
    ...every,
  }),
}

type Op = keyof typeof schemas
type Parsed<O extends Op> = v.InferOutput<(typeof schemas)[O]>

/**
 * A call with its arguments by name. `caller` is the contract-caller where it is not the sender (an
 * extension of the format).
 */
export type CallStep = Omit<Parsed<'call'>, 'fn' | 'args'> & {
  readonly fn: PublicFunction
  readonly args: ContractTuple
}
export type ReadStep = Omit<Parsed<'read'>, 'fn' | 'args'> & {
  readonly fn: ReadFunction
  readonly args: ContractTuple
}

/** One parsed line of a trace. */
export type ReplayStep =
  | Parsed<'mine'>
  | Parsed<'stacks'>
  | Parsed<'sbtc'>
  | Parsed<'sbtc-transfer'>
  | Parsed<'lock'>
  | Parsed<'unlock'>
  | Parsed<'liquid'>
  | CallStep
  | ReadStep

/** Parses one step; throws `BadFile` for an unknown operation, function, field or value. */
export function parseStep({ number, json: input }: Line, header: TraceHeader): ReplayStep {
  const { op } = input
  if (typeof op !== 'string' || !Object.hasOwn(schemas, op))
    throw new BadFile(number, `unknown operation ${JSON.stringify(op ?? null)}`)
  if (op === 'call') return parseCall(parseFields(schemas.call, input, number), number)
  if (op === 'read') return parseRead(parseFields(schemas.read, input, number), number)
  if (op === 'liquid' && header.liquid !== 'stub-settable')
    throw new BadFile(number, 'a "liquid" step needs a header with "liquid":"stub-settable"')
  return parseFields(schemas[op as Exclude<Op, 'call' | 'read'>], input, number)
}

function parseCall(step: Parsed<'call'>, line: number): CallStep {
  requireOne(step, ['ok', 'err', 'abort'], line)
  if (step.ok === undefined && (step.events !== undefined || step.transfers !== undefined)) {
    throw new BadFile(line, 'events and transfers belong to "ok" only')
  }
  const fn = known<PublicFunction>(publicSignatures, step.fn, 'public', line)
  return { ...step, fn, args: parseArgs(publicSignatures[fn], step.args, line) }
}

function parseRead(step: Parsed<'read'>, line: number): ReadStep {
  requireOne(step, ['result', 'abort'], line)
  const fn = known<ReadFunction>(readSignatures, step.fn, 'read-only', line)
  return { ...step, fn, args: parseArgs(readSignatures[fn], step.args, line) }
}

function known<F extends string>(
  signatures: Record<F, unknown>,
  fn: string,
  kind: string,
  line: number,
): F {
  if (!Object.hasOwn(signatures, fn))
    throw new BadFile(line, `unknown ${kind} function ${JSON.stringify(fn)}`)
  return fn as F
}

function requireOne(step: object, names: readonly string[], line: number): void {
  const found = names.filter((name) => (step as Record<string, unknown>)[name] !== undefined)
  if (found.length === 1) return
  const wanted = names.map((name) => `"${name}"`).join(', ')
  throw new BadFile(line, `exactly one of ${wanted} is needed, found ${found.length}`)
}
