import { Cl, ClarityType, type ClarityValue } from '@stacks/transactions'

/** A value as the API writes it: tuples as Clarity expressions, unlike those of the library. */
const writeValue = (value: ClarityValue): string => {
  switch (value.type) {
    case ClarityType.Tuple: {
      const fields = Object.entries(value.value).map(
        ([name, each]) => ` (${name} ${writeValue(each)})`,
      )
      return `(tuple${fields.join('')})`
    }
    case ClarityType.List:
      return `(list${value.value.map((each) => ` ${writeValue(each)}`).join('')})`
    case ClarityType.OptionalSome:
      return `(some ${writeValue(value.value)})`
    case ClarityType.ResponseOk:
      return `(ok ${writeValue(value.value)})`
    case ClarityType.ResponseErr:
      return `(err ${writeValue(value.value)})`
    default:
      return Cl.stringify(value)
  }
}

/** A Clarity value as the API shows it: serialized, and in readable form. */
export const valueJson = (hex: string) => ({ hex, repr: writeValue(Cl.deserialize(hex)) })

/** A moment as seconds and as text, under `name` and `name_iso`. */
export const timeJson = <Name extends string>(name: Name, ms: number) =>
  ({
    [name]: Math.floor(ms / 1000),
    // The API counts whole seconds, and says so: `.000Z`.
    [`${name}_iso`]: new Date(Math.floor(ms / 1000) * 1000).toISOString(),
  }) as Record<Name, number> & Record<`${Name}_iso`, string>

/** When miners say that a Bitcoin block was made: before the Stacks blocks upon it. */
export const bitcoinTime = (ms: number): number => ms - 7_000
