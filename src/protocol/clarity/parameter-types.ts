/**
 * Type of a parameter or of a value that is serialized; a trait is the principal of a contract.
 * `buffer` and `ascii` carry the longest length.
 */
export type ParameterType =
  | 'uint'
  | 'bool'
  | 'principal'
  | 'trait'
  | { readonly buffer: number }
  | { readonly ascii: number }
  | { readonly optional: ParameterType }
  | { readonly list: ParameterType; readonly max: number }
  | { readonly tuple: Readonly<Record<string, ParameterType>> }
  | { readonly ok: ParameterType; readonly err: ParameterType }

/** What a function takes, by name, in order. */
export type ParameterList = Readonly<Record<string, ParameterType>>

/**
 * What a value of a type is in TypeScript: a buffer is `0x…`, none is null, `(some x)` is `{some:
 * x}`, a response is `{ok: x}` or `{err: x}`.
 */
export type ParameterValue<T extends ParameterType> = T extends 'uint'
  ? bigint
  : T extends 'bool'
    ? boolean
    : T extends 'principal' | 'trait' | { readonly buffer: number } | { readonly ascii: number }
      ? string
      : T extends { readonly optional: infer Inner extends ParameterType }
        ? { readonly some: ParameterValue<Inner> } | null
        : T extends { readonly list: infer Item extends ParameterType }
          ? ReadonlyArray<ParameterValue<Item>>
          : T extends {
                readonly tuple: infer Fields extends Readonly<Record<string, ParameterType>>
              }
            ? { readonly [Name in keyof Fields]: ParameterValue<Fields[Name]> }
            : T extends {
                  readonly ok: infer Ok extends ParameterType
                  readonly err: infer Err extends ParameterType
                }
              ? { readonly ok: ParameterValue<Ok> } | { readonly err: ParameterValue<Err> }
              : never

/** The arguments of a function, by name. */
export type ParameterValues<S extends ParameterList> = {
  readonly [Name in keyof S]: ParameterValue<S[Name]>
}
