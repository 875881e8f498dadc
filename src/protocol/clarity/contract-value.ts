/**
 * A Clarity value: uint as bigint, principal and text as string, none as null, `(some x)` as
 * `{some: x}`, `(ok x)` and `(err x)` inside a value as `{ok: x}` and `{err: x}`, list as array,
 * tuple as object with the contract's keys.
 */
export type ContractValue =
  | bigint
  | boolean
  | string
  | null
  | readonly ContractValue[]
  | ContractTuple
export interface ContractTuple {
  readonly [key: string]: ContractValue
}

export const some = <T extends ContractValue>(value: T): { readonly some: T } => ({ some: value })

/** `(some value)`, or none for undefined. */
export const optional = <T extends ContractValue>(
  value: T | undefined,
): { readonly some: T } | null => (value === undefined ? null : some(value))
