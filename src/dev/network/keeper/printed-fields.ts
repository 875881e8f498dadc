import { Cl, ClarityType, type ClarityValue } from '@stacks/transactions'
import type { LedgerEventAt } from '../ledger/ledger.ts'

/**
 * A printed tuple, as far as the keeper reads it: principals, text and numbers; what was `(some …)`
 * is unwrapped.
 */
export type PrintedFields = Record<string, string | bigint | undefined>

const plain = (value: ClarityValue): string | bigint | undefined => {
  switch (value.type) {
    case ClarityType.UInt:
      return BigInt(value.value)
    case ClarityType.PrincipalStandard:
    case ClarityType.PrincipalContract:
    case ClarityType.StringASCII:
      return value.value
    case ClarityType.OptionalSome:
      return plain(value.value)
    default:
      return undefined
  }
}

/** The tuple that an event printed; empty when it printed anything else. */
export const printedFieldsOf = ({ event }: LedgerEventAt): PrintedFields => {
  const value = event.kind === 'log' ? Cl.deserialize(event.hex) : undefined
  return value?.type === ClarityType.Tuple
    ? Object.fromEntries(Object.entries(value.value).map(([name, each]) => [name, plain(each)]))
    : {}
}
