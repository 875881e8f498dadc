import { Cl, serializeCV, type ClarityValue } from '@stacks/transactions'
import * as v from 'valibot'
import type { AbiType, Signature } from '../../../protocol/dual-stacking/contract/abi.ts'
import { stripHexPrefix } from '../../hex.ts'
import type { ContractInterface } from '../answers.ts'
import type { PlainClarity } from '../clarity.ts'

/** Types as a node writes them in an interface. */
type NodeType =
  | 'uint128'
  | 'bool'
  | 'principal'
  | { optional: NodeType }
  | { list: { type: NodeType; length: number } }
  | { tuple: { name: string; type: NodeType }[] }
const nodeType: v.GenericSchema<unknown, NodeType> = v.lazy(() =>
  v.union([
    v.picklist(['uint128', 'bool', 'principal']),
    v.object({ optional: nodeType }),
    v.object({ list: v.object({ type: nodeType, length: v.number() }) }),
    v.object({ tuple: v.array(v.object({ name: v.string(), type: nodeType })) }),
  ]),
)

const typeOf = (type: NodeType): AbiType => {
  if (type === 'uint128') return 'uint'
  if (typeof type === 'string') return type
  if ('optional' in type) return { optional: typeOf(type.optional) }
  if ('list' in type) return { list: typeOf(type.list.type), max: type.list.length }
  return {
    tuple: Object.fromEntries(type.tuple.map(({ name, type: item }) => [name, typeOf(item)])),
  }
}

/**
 * The functions of an access with their arguments, in the contract's order; functions with an
 * argument of a type that we have no input for are left out.
 */
export const signaturesOf = (
  contract: ContractInterface,
  access: 'public' | 'read_only',
): Record<string, Signature> =>
  Object.fromEntries(
    contract.functions
      .filter((fn) => fn.access === access)
      .flatMap(({ name, args }): [string, Signature][] => {
        const types = args.map((argument) => v.safeParse(nodeType, argument.type))
        if (!types.every((type) => type.success)) return []
        return [
          [
            name,
            Object.fromEntries(
              args.map((argument, index) => [
                argument.name,
                typeOf(types[index]!.output as NodeType),
              ]),
            ),
          ],
        ]
      }),
  )

const valueOf = (type: AbiType, value: PlainClarity): ClarityValue => {
  if (type === 'uint') return Cl.uint(value as bigint)
  if (type === 'bool') return Cl.bool(value as boolean)
  if (type === 'principal') return Cl.principal(value as string)
  if ('optional' in type)
    return value === null
      ? Cl.none()
      : Cl.some(valueOf(type.optional, (value as { some: PlainClarity }).some))
  if ('list' in type)
    return Cl.list((value as PlainClarity[]).map((item) => valueOf(type.list, item)))
  return Cl.tuple(
    Object.fromEntries(
      Object.entries(type.tuple).map(([name, item]) => [
        name,
        valueOf(item, (value as Record<string, PlainClarity>)[name] ?? null),
      ]),
    ),
  )
}

/**
 * Serializes arguments in the order of their signature: hex without 0x. Throws when a value is not
 * of its type.
 */
export const encodeArguments = (signature: Signature, values: readonly PlainClarity[]): string[] =>
  Object.values(signature).map((type, index) =>
    stripHexPrefix(serializeCV(valueOf(type, values[index] ?? null))),
  )
