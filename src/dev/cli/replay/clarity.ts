import { Cl, type ClarityValue } from '@stacks/transactions'
import type { ContractTuple, ContractValue } from '../../../protocol/clarity/contract-value.ts'
import type { AbiType, Signature } from '../../../protocol/dual-stacking/contract/abi.ts'

/** The named arguments of a signature as positional Clarity values. */
export const encodeArgs = (signature: Signature, args: ContractTuple): ClarityValue[] =>
  Object.entries(signature).map(([name, type]) => encode(type, args[name]!))

function encode(type: AbiType, value: ContractValue): ClarityValue {
  if (type === 'uint') return Cl.uint(value as bigint)
  if (type === 'bool') return Cl.bool(value as boolean)
  if (type === 'principal') return Cl.principal(value as string)
  if ('list' in type)
    return Cl.list((value as readonly ContractValue[]).map((item) => encode(type.list, item)))
  if ('optional' in type)
    return value === null
      ? Cl.none()
      : Cl.some(encode(type.optional, (value as ContractTuple).some!))
  const fields = value as ContractTuple
  return Cl.tuple(
    Object.fromEntries(
      Object.entries(type.tuple).map(([name, field]) => [name, encode(field, fields[name]!)]),
    ),
  )
}
