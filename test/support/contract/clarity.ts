import type { IContractInterface } from '@stacks/clarinet-sdk-wasm'
import { Cl, type ClarityValue } from '@stacks/transactions'
import type { ContractValue } from '../../../src/protocol/clarity/contract-value.ts'

type AbiType = IContractInterface['functions'][number]['args'][number]['type']

const principal = (text: string): ClarityValue => {
  const [address = '', name] = text.split('.')
  return name === undefined ? Cl.standardPrincipal(address) : Cl.contractPrincipal(address, name)
}

const field = (value: ContractValue, name: string): ContractValue =>
  (value as Readonly<Record<string, ContractValue>>)[name]!

/** The value in the Clarity type of an interface: `null` is none, `{some: x}` is `(some x)`. */
export const toClarity = (type: AbiType, value: ContractValue): ClarityValue => {
  if (type === 'uint128') return Cl.uint(value as bigint)
  if (type === 'bool') return Cl.bool(value as boolean)
  if (type === 'principal') return principal(value as string)
  if (typeof type === 'object' && 'optional' in type)
    return value === null ? Cl.none() : Cl.some(toClarity(type.optional, field(value, 'some')))
  if (typeof type === 'object' && 'list' in type)
    return Cl.list((value as ContractValue[]).map((item) => toClarity(type.list.type, item)))
  if (typeof type === 'object' && 'tuple' in type) {
    return Cl.tuple(
      Object.fromEntries(
        type.tuple.map(({ name, type }) => [name, toClarity(type, field(value, name))]),
      ),
    )
  }
  throw new Error(`No Clarity value of type ${JSON.stringify(type)}`)
}

/**
 * A Clarity value with bigints for uints, strings for principals and texts, `{some}`, `{ok}` and
 * `{err}` for the wrappers, null for none.
 */
export const fromClarity = (cv: ClarityValue): ContractValue => {
  switch (cv.type) {
    case 'uint':
    case 'int':
      return BigInt(cv.value)
    case 'true':
      return true
    case 'false':
      return false
    case 'none':
      return null
    case 'some':
      return { some: fromClarity(cv.value) }
    case 'ok':
      return { ok: fromClarity(cv.value) }
    case 'err':
      return { err: fromClarity(cv.value) }
    case 'list':
      return cv.value.map(fromClarity)
    case 'tuple':
      return Object.fromEntries(
        Object.entries(cv.value).map(([name, item]) => [name, fromClarity(item)]),
      )
    default:
      return (cv as { value: string }).value
  }
}
