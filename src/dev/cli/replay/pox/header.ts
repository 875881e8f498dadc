import * as v from 'valibot'
import { traceCountField, parseFields, principalField, uintField } from '../fields.ts'
import type { Line } from '../lines.ts'

/** Kinds of contracts that are known. */
export const contractKinds = [
  'reference',
  'fastpool-1',
  'max500',
  'xverse',
  'native',
  'native-pool',
  'plain',
  'reenter',
  'proxy',
] as const

/** The contract at a principal. */
export type ContractKindName = (typeof contractKinds)[number]

// Deployed managers are mostly copies of the reference manager under other names, and a trace may
// name kinds that it never uses: those that are not known are played as that manager.
const kindField = v.pipe(
  v.string('must be text'),
  v.transform((text) => contractKinds.find((kind) => kind === text) ?? 'reference'),
)

// Fields that are not known do not change what is played: recorders may add notes.
const poxHeader = v.object({
  format: v.literal('pox5-trace'),
  version: v.literal(1, 'must be 1'),
  name: v.string('must be text'),
  about: v.string('must be text'),
  pox5: principalField,
  sbtc: principalField,
  params: v.strictObject({
    'first-burn-height': uintField,
    'prepare-cycle-length': uintField,
    'reward-cycle-length': uintField,
    'begin-pox5-reward-cycle': uintField,
  }),
  bondAdmin: principalField,
  pauseAdmin: principalField,
  chainId: uintField,
  stx: v.record(principalField, uintField),
  sbtcBalances: v.record(principalField, uintField),
  contracts: v.record(principalField, kindField),
  burn: traceCountField,
  stacks: traceCountField,
  steps: traceCountField,
  patched: v.optional(v.string('must be text')),
})

/** The first line of a trace of pox-5. */
export type PoxHeader = v.InferOutput<typeof poxHeader>

/** Whether the first line announces a trace of pox-5. */
export const isPoxHeader = (line: Line): boolean => line.json.format === 'pox5-trace'

/** Parses the first line; throws `BadFile` for a field that is wrong or missing. */
export const parsePoxHeader = (line: Line): PoxHeader =>
  parseFields(poxHeader, line.json, line.number)
