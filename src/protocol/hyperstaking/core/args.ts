import { type Account, type ContractId, isAccount, isContractId } from './ids.ts'
import { panic } from './panic.ts'
import { isU64 } from './units.ts'

/**
 * Arguments come from anyone: each is checked where a contract receives it, and what does not fit
 * traps with this text.
 */
export const INVALID_ARGUMENT = 'Invalid argument'

const invalid = (): never => panic(INVALID_ARGUMENT)

export const u64Arg = (arg: unknown): bigint => (isU64(arg) ? arg : invalid())

export const accountArg = (arg: unknown): Account => (isAccount(arg) ? arg : invalid())

export const contractArg = (arg: unknown): ContractId => (isContractId(arg) ? arg : invalid())

export const textArg = (arg: unknown): string => (typeof arg === 'string' ? arg : invalid())

/** The fields of an object argument, each still unchecked. */
export const fields = (arg: unknown): Record<string, unknown> =>
  typeof arg === 'object' && arg !== null ? (arg as Record<string, unknown>) : invalid()

/**
 * The value when a check accepts it, null when it traps: for data whose refusal has its own text.
 */
export const orNull = <T>(read: () => T): T | null => {
  try {
    return read()
  } catch {
    return null
  }
}
