import { createHash } from 'node:crypto'
import { Cl } from '@stacks/transactions'

/** A Clarity value as the API shows it: serialized, and in readable form. */
export const valueJson = (hex: string) => ({ hex, repr: Cl.stringify(Cl.deserialize(hex)) })

/** A hash for what has none here: the same label and number always give the same one. */
export const madeUpHash = (label: string, number: number) =>
  `0x${createHash('sha256').update(`${label} ${number}`).digest('hex')}`

export const blockHash = (stacks: number) => madeUpHash('stacks block', stacks)

/** A moment as seconds and as text, under `name` and `name_iso`. */
export const timeJson = <Name extends string>(name: Name, ms: number) =>
  ({
    [name]: Math.floor(ms / 1000),
    // The API counts whole seconds, and says so: `.000Z`.
    [`${name}_iso`]: new Date(Math.floor(ms / 1000) * 1000).toISOString(),
  }) as Record<Name, number> & Record<`${Name}_iso`, string>
