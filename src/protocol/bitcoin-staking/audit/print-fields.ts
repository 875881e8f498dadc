import type { ContractTuple, ContractValue } from '../../clarity/contract-value.ts'
import type { Principal } from '../../clarity/principal.ts'
import type { Leg } from '../contract/leg.ts'

/** Thrown for a print that does not have the fields of its topic. */
export class UnreadablePrint extends Error {
  constructor(field: string) {
    super(`The print has no readable ${field}.`)
    this.name = 'UnreadablePrint'
  }
}

/** Reads the fields of a print, and refuses those of another type. */
export class PrintFields {
  readonly #tuple: ContractTuple

  constructor(tuple: ContractTuple) {
    this.#tuple = tuple
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#tuple, name)
  }

  /** What the print is about; native managers call it their action. */
  topic(): string {
    return this.text(this.has('topic') ? 'topic' : 'action')
  }

  uint(name: string): bigint {
    const value = this.#tuple[name]
    if (typeof value !== 'bigint') throw new UnreadablePrint(name)
    return value
  }

  text(name: string): string {
    const value = this.#tuple[name]
    if (typeof value !== 'string') throw new UnreadablePrint(name)
    return value
  }

  principal(name: string): Principal {
    return this.text(name)
  }

  bool(name: string): boolean {
    const value = this.#tuple[name]
    if (typeof value !== 'boolean') throw new UnreadablePrint(name)
    return value
  }

  /** The bond of an optional index; undefined is the STX-only leg. */
  leg(name = 'bond-index'): Leg {
    const value = this.#tuple[name]
    if (value === null) return undefined
    return new PrintFields(tupleOf(value, name)).uint('some')
  }

  fields(name: string): PrintFields {
    return new PrintFields(tupleOf(this.#tuple[name], name))
  }

  list(name: string): PrintFields[] {
    const value = this.#tuple[name]
    if (!Array.isArray(value)) throw new UnreadablePrint(name)
    return (value as readonly ContractValue[]).map((each) => new PrintFields(tupleOf(each, name)))
  }
}

function tupleOf(value: ContractValue | undefined, name: string): ContractTuple {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UnreadablePrint(name)
  return value as ContractTuple
}
