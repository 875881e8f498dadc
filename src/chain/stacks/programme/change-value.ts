import * as v from 'valibot'
import { cBool, cPrincipal, cUint, decodeClarity } from '../clarity.ts'
import type { ChangeValue } from './programme-profile.ts'

const uintOf =
  (unit: 'sats' | 'count' | 'rate') =>
  (hex: string): ChangeValue | null => {
    const parsed = v.safeParse(cUint, decodeClarity(hex))
    return parsed.success ? { unit, value: parsed.output } : null
  }

function addressOf(hex: string): ChangeValue | null {
  const parsed = v.safeParse(cPrincipal, decodeClarity(hex))
  return parsed.success ? { unit: 'address', value: parsed.output } : null
}

function switchOf(hex: string): ChangeValue | null {
  const parsed = v.safeParse(cBool, decodeClarity(hex))
  return parsed.success ? { unit: 'switch', value: parsed.output } : null
}

/**
 * The calls by which the administrator changes terms or money [dual-stacking 4.9], and what their
 * first argument says; null: a list, which is not shown. Enrolling contracts is not among them.
 */
export const adminCalls: Readonly<Record<string, ((hex: string) => ChangeValue | null) | null>> = {
  'update-admin': addressOf,
  'emergency-withdraw-sbtc': uintOf('sats'),
  'update-APR': uintOf('rate'),
  'update-yield-boost-multiplier': uintOf('count'),
  'update-min-sbtc-hold-required-for-enrollment': uintOf('sats'),
  'update-snapshot-length': uintOf('count'),
  'update-snapshots-per-cycle': uintOf('count'),
  'update-cycle-data': uintOf('count'),
  'update-bitcoin-blocks-per-year': uintOf('count'),
  'set-liquid-stacking': switchOf,
  'set-max-percentage-above-ratio': uintOf('count'),
  'whitelist-defi-tracking': addressOf,
  'remove-whitelisted-defi-tracking': addressOf,
  'add-blacklisted': addressOf,
  'add-blacklisted-batch': null,
  'remove-blacklisted': addressOf,
  'remove-blacklisted-batch': null,
  'update-initialize-block': uintOf('count'),
  'update-cycle-data-before-initialized': uintOf('count'),
}

/** What a change set, by the first argument of its call. */
export const changeValueOf = (call: string, args: readonly string[]): ChangeValue | null =>
  args[0] === undefined ? null : (adminCalls[call]?.(args[0]) ?? null)
