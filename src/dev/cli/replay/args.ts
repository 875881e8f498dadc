import type { ContractTuple, ContractValue } from '../../../protocol/clarity/contract-value.ts'
import type { AbiType, Signature } from '../../../protocol/dual-stacking/contract/abi.ts'
import { BadFile } from './bad-file.ts'
import { parseFields, principalField, uintField } from './fields.ts'
import { type Json, showJson } from './json.ts'

/**
 * Positional arguments of a trace as the named arguments of a signature; throws `BadFile` where
 * they do not fit.
 */
export function parseArgs(
  signature: Signature,
  args: readonly Json[],
  line: number,
): ContractTuple {
  const parameters = Object.entries(signature)
  if (parameters.length !== args.length) {
    throw new BadFile(
      line,
      `field "args" has ${args.length} arguments, the function takes ${parameters.length}`,
    )
  }
  return Object.fromEntries(
    parameters.map(([name, type], index) => [
      name,
      parseValue(type, args[index]!, line, `args.${index}`),
    ]),
  )
}

function parseValue(type: AbiType, json: Json, line: number, path: string): ContractValue {
  const wrong = (expected: string): BadFile =>
    new BadFile(line, `field "${path}" must be ${expected}, not ${showJson(json)}`)
  if (type === 'uint' || type === 'principal') {
    try {
      return parseFields(type === 'uint' ? uintField : principalField, json, line)
    } catch {
      throw wrong(type === 'uint' ? 'a uint as a decimal string' : 'a principal')
    }
  }
  if (type === 'bool') {
    if (typeof json !== 'boolean') throw wrong('true or false')
    return json
  }
  if ('list' in type) {
    if (!Array.isArray(json)) throw wrong('a list')
    if (json.length > type.max) throw wrong(`a list of at most ${type.max}`)
    return json.map((item, index) => parseValue(type.list, item, line, `${path}.${index}`))
  }
  if ('optional' in type) {
    if (json === null) return null
    if (!hasKeys(json, ['some'])) throw wrong('null or {"some": …}')
    return { some: parseValue(type.optional, json.some!, line, `${path}.some`) }
  }
  const names = Object.keys(type.tuple)
  if (!hasKeys(json, names)) throw wrong(`an object with exactly the keys ${names.join(', ')}`)
  return Object.fromEntries(
    names.map((name) => [
      name,
      parseValue(type.tuple[name]!, json[name]!, line, `${path}.${name}`),
    ]),
  )
}

const hasKeys = (json: Json, names: readonly string[]): json is { [key: string]: Json } =>
  typeof json === 'object' &&
  json !== null &&
  !Array.isArray(json) &&
  Object.keys(json).length === names.length &&
  names.every((name) => Object.hasOwn(json, name))
