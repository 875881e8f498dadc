import * as v from 'valibot'
import { isPrincipal } from '../../../chain/stacks/principal.ts'
import { MAX_U128 } from '../../../protocol/clarity/u128.ts'
import { BadFile } from './bad-file.ts'

/** A uint as a decimal string. */
export const uintField = v.pipe(
  v.string('must be a decimal string'),
  v.regex(/^(0|[1-9]\d{0,38})$/, 'must be a decimal string'),
  v.transform((text) => BigInt(text)),
  v.maxValue(MAX_U128, 'is above 2^128 - 1'),
)

/** A height or a count as a JSON number. */
export const traceCountField = v.pipe(
  v.number('must be a number'),
  v.safeInteger('must be a whole number'),
  v.minValue(0, 'must not be negative'),
)

const checkedPrincipals = new Map<string, boolean>()

// Scenarios name the same principals again and again, and a checksum takes two hashes.
function isPrincipalMemoized(text: string): boolean {
  const cached = checkedPrincipals.get(text)
  if (cached !== undefined) return cached
  const valid = isPrincipal(text)
  checkedPrincipals.set(text, valid)
  return valid
}

export const principalField = v.pipe(
  v.string('must be a principal'),
  v.check(isPrincipalMemoized, 'must be a principal'),
)

export const standardPrincipalField = v.pipe(
  principalField,
  v.check((text) => !text.includes('.'), 'must be a standard principal'),
)

/** Parses with a schema; the first problem becomes a `BadFile` that names the field. */
export function parseFields<S extends v.GenericSchema>(
  schema: S,
  input: unknown,
  line: number,
): v.InferOutput<S> {
  const parsed = v.safeParse(schema, input)
  if (parsed.success) return parsed.output
  const issue = parsed.issues[0]
  const path = v.getDotPath(issue)
  const unknown = issue.type === 'strict_object' && issue.expected === 'never'
  const isField = issue.type === 'strict_object' || issue.type === 'object'
  const missing = isField && issue.received === 'undefined'
  let problem: string = issue.message
  if (unknown) problem = 'is not a known field here'
  else if (missing) problem = 'is missing'
  throw new BadFile(line, path === null ? problem : `field "${path}" ${problem}`)
}
