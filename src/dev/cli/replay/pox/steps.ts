import * as v from 'valibot'
import { BadFile } from '../bad-file.ts'
import { traceCountField, parseFields, principalField, uintField } from '../fields.ts'
import type { Json } from '../json.ts'
import type { Line } from '../lines.ts'

const json = v.custom<Json>((input) => input !== undefined, 'is missing')
const args = v.array(json, 'must be a list')
const text = v.string('must be text')
const every = { burn: traceCountField }

const read = v.union(
  [
    v.pipe(
      v.strictTuple([text, args, json]),
      v.transform(([fn, args, value]) => ({ contract: undefined, fn, args, value })),
    ),
    v.pipe(
      v.strictTuple([principalField, text, args, json]),
      v.transform(([contract, fn, args, value]) => ({ contract, fn, args, value })),
    ),
  ],
  'must be [fn, args, value] or [contract, fn, args, value]',
)

// Fields that are not known do not change what is played: recorders may add notes.
const schemas = {
  mine: v.object({ op: v.literal('mine'), n: traceCountField, ...every }),
  sbtc: v.object({ op: v.literal('sbtc'), to: principalField, sats: uintField, ...every }),
  withdrawal: v.object({
    op: v.literal('withdrawal'),
    id: uintField,
    accept: v.boolean('must be true or false'),
    fee: v.optional(uintField),
    ...every,
  }),
  call: v.object({
    op: v.literal('call'),
    sender: principalField,
    contract: v.optional(principalField),
    fn: text,
    args,
    ok: v.optional(json),
    err: v.optional(traceCountField),
    abort: v.optional(v.literal(true, 'must be true')),
    why: v.optional(text),
    events: v.optional(v.array(json, 'must be a list')),
    transfers: v.optional(v.array(json, 'must be a list')),
    locks: v.optional(v.array(json, 'must be a list')),
    ...every,
  }),
  reads: v.object({ op: v.literal('reads'), of: v.array(read, 'must be a list'), ...every }),
}

type Op = keyof typeof schemas
type Parsed<O extends Op> = v.InferOutput<(typeof schemas)[O]>

/** A public call with its recorded result. */
export type PoxCallStep = Parsed<'call'>
/** Read-only results on the state after the previous step. */
export type PoxReadsStep = Parsed<'reads'>
/** One read-only result; without a contract it is pox-5's, or one of the chain's. */
export type PoxRead = PoxReadsStep['of'][number]

/** One parsed line of a trace of pox-5; `burn` is the Bitcoin height after it. */
export type PoxStep =
  | Parsed<'mine'>
  | Parsed<'sbtc'>
  | Parsed<'withdrawal'>
  | PoxCallStep
  | PoxReadsStep

/** Parses one step; throws `BadFile` for an unknown operation and a wrong field or result. */
export function parsePoxStep({ number, json: input }: Line): PoxStep {
  const { op } = input
  if (typeof op !== 'string' || !Object.hasOwn(schemas, op))
    throw new BadFile(number, `unknown operation ${JSON.stringify(op ?? null)}`)
  if (op === 'call') return requireResult(parseFields(schemas.call, input, number), number)
  if (op === 'withdrawal') return requireFee(parseFields(schemas.withdrawal, input, number), number)
  return parseFields(schemas[op as Exclude<Op, 'call' | 'withdrawal'>], input, number)
}

function requireResult(step: PoxCallStep, line: number): PoxCallStep {
  const results = [step.ok, step.err, step.abort].filter((result) => result !== undefined)
  if (results.length !== 1)
    throw new BadFile(
      line,
      `exactly one of "ok", "err", "abort" is needed, found ${results.length}`,
    )
  const effects = [step.events, step.transfers, step.locks]
  if (step.ok === undefined && effects.some((effect) => effect !== undefined))
    throw new BadFile(line, 'events, transfers and locks belong to "ok" only')
  return step
}

function requireFee(step: Parsed<'withdrawal'>, line: number): Parsed<'withdrawal'> {
  if (step.accept !== (step.fee !== undefined))
    throw new BadFile(line, 'a "fee" belongs to an accepted withdrawal')
  return step
}
