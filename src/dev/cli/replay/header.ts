import * as v from 'valibot'
import { BadFile } from './bad-file.ts'
import { traceCountField, principalField, standardPrincipalField, parseFields } from './fields.ts'
import type { Line } from './lines.ts'

const only = <const T extends string | number | boolean>(value: T) =>
  v.literal(value, `must be ${JSON.stringify(value)}`)

const traceHeader = v.pipe(
  v.strictObject({
    format: only('dual-stacking-trace'),
    version: only(1),
    contract: only('dual-stacking-v1'),
    epoch: only('3.3'),
    name: v.string('must be text'),
    about: v.string('must be text'),
    burn: traceCountField,
    stacks: traceCountField,
    deployer: standardPrincipalField,
    contractPrincipal: principalField,
    sbtc: principalField,
    stx: only('pox-4'),
    liquid: v.picklist(['stub-zero', 'stub-settable'], 'must be "stub-zero" or "stub-settable"'),
    buffer: only('real'),
    callMinesStacksBlock: only(true),
    params: v.strictObject({}, 'must be empty'),
    steps: traceCountField,
  }),
  v.check(
    ({ contractPrincipal, deployer }) => contractPrincipal.startsWith(`${deployer}.`),
    'contractPrincipal must be a contract of the deployer',
  ),
  v.check(
    ({ burn, stacks }) => burn >= 2 && stacks >= burn,
    'stacks must not be below burn, nor burn below 2',
  ),
)
export type TraceHeader = v.InferOutput<typeof traceHeader>

const vectorsHeader = v.strictObject({
  format: only('dual-stacking-vectors'),
  version: only(1),
  contract: only('dual-stacking-v1'),
  lines: traceCountField,
  name: v.optional(v.string()),
  about: v.optional(v.string()),
})
export type VectorsHeader = v.InferOutput<typeof vectorsHeader>

/** The header of a trace or of vectors; the file length that it declares is checked. */
export function parseHeader(lines: readonly Line[]): TraceHeader | VectorsHeader {
  const first = lines[0]!
  const header =
    first.json.format === 'dual-stacking-vectors'
      ? parseFields(vectorsHeader, first.json, 1)
      : parseFields(traceHeader, first.json, 1)
  requireLength(lines, 'steps' in header ? header.steps : header.lines)
  return header
}

/** Throws `BadFile` unless the declared number of lines follows the header. */
export function requireLength(lines: readonly Line[], promised: number): void {
  const found = lines.length - 1
  if (found === promised) return
  throw new BadFile(
    lines.at(-1)!.number,
    `the file ends after ${found} lines, but its header announces ${promised}: ` +
      'it is truncated or incomplete',
  )
}
