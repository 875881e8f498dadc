import { Cl, serializeCV, type ClarityValue } from '@stacks/transactions'
import * as v from 'valibot'
import type { AbiType, Signature } from '../../../protocol/dual-stacking/contract/abi.ts'
import type { ContractInterface } from '../answers.ts'
import type { PlainClarity } from '../clarity.ts'

/** Types as a node writes them. */
type Written =
  | 'uint128'
  | 'bool'
  | 'principal'
  | { optional: Written }
  | { list: { type: Written; length: number } }
  | { tuple: { name: string; type: Written }[] }
const written: v.GenericSchema<unknown, Written> = v.lazy(() =>
  v.union([
    v.picklist(['uint128', 'bool', 'principal']),
    v.object({ optional: written }),
    v.object({ list: v.object({ type: written, length: v.number() }) }),
    v.object({ tuple: v.array(v.object({ name: v.string(), type: written })) }),
  ]),
)

const typeOf = (type: Written): AbiType => {
  if (type === 'uint128') return 'uint'
  if (typeof type === 'string') return type
  if ('optional' in type) return { optional: typeOf(type.optional) }
  if ('list' in type) return { list: typeOf(type.list.type), max: type.list.length }
  return {
    tuple: Object.fromEntries(type.tuple.map(({ name, type: item }) => [name, typeOf(item)])),
  }
}

/**
 * Functions of an access with their arguments, in the contract's order; those with an argument of
 * another type than we can ask for are left out.
 */
export const signaturesOf = (
  contract: ContractInterface,
  access: 'public' | 'read_only',
): Record<string, Signature> =>
  Object.fromEntries(
    contract.functions
      .filter((each) => each.access === access)
      .flatMap(({ name, args }): [string, Signature][] => {
        const types = args.map((each) => v.safeParse(written, each.type))
        if (!types.every((each) => each.success)) return []
        return [
          [
            name,
            Object.fromEntries(
              args.map((each, at) => [each.name, typeOf(types[at]!.output as Written)]),
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
  Object.values(signature).map((type, at) =>
    serializeCV(valueOf(type, values[at] ?? null)).replace(/^0x/, ''),
  )
