import { Cl, type ClarityAbiType, type ClarityValue } from '@stacks/transactions'
import type { ContractTuple, ContractValue } from '../../../protocol/clarity/contract-value.ts'

/**
 * Types of a contract's interface; the VM lists trait references in addition to the SDK's own
 * types.
 */
export type InterfaceType = ClarityAbiType | 'trait_reference'

/** A value as an argument of the type; throws a `TypeError` when it does not fit. */
export function encodeValue(type: InterfaceType, value: ContractValue): ClarityValue {
  if (type === 'uint128') return Cl.uint(value as bigint)
  if (type === 'bool') return Cl.bool(value as boolean)
  if (type === 'principal' || type === 'trait_reference') return Cl.principal(value as string)
  if (typeof type === 'string') throw new TypeError(`No argument of type ${type} is known`)
  if ('buffer' in type) return Cl.bufferFromHex((value as string).slice(2))
  if ('optional' in type)
    return value === null
      ? Cl.none()
      : Cl.some(encodeValue(type.optional, (value as ContractTuple).some!))
  if ('response' in type) {
    const answer = value as ContractTuple
    return 'ok' in answer
      ? Cl.ok(encodeValue(type.response.ok, answer.ok!))
      : Cl.error(encodeValue(type.response.error, answer.err!))
  }
  if ('list' in type)
    return Cl.list(
      (value as readonly ContractValue[]).map((item) => encodeValue(type.list.type, item)),
    )
  if ('tuple' in type) {
    const fields = value as ContractTuple
    return Cl.tuple(
      Object.fromEntries(
        type.tuple.map((field) => [field.name, encodeValue(field.type, fields[field.name]!)]),
      ),
    )
  }
  throw new TypeError(`No argument of type ${JSON.stringify(type)} is known`)
}
