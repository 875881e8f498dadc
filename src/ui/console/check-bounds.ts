import {
  MAX_APR_SCALED,
  MAX_MULTIPLIER,
  MIN_APR_SCALED,
  MIN_MULTIPLIER,
} from '../../protocol/dual-stacking/constants.ts'
import type { Format } from '../../words/format/format.ts'
import type { ArgumentValue } from './parse-argument.ts'

/**
 * What a call would run into: an error number of the contract, or our own warning about a value
 * that the contract accepts and that breaks the cycle [dual-stacking Q8].
 */
export type Bound =
  | { kind: 'error'; code: number }
  | { kind: 'warning'; code: 'stalls' | 'cycle-longer-than-year' | 'irreversible' }

interface BoundsContext {
  /** Sats in the contract; null: unknown. */
  poolSats: bigint | null
  blocksPerYear: bigint | null
  cycleBlocks: bigint | null
}

const error = (code: number): Bound => ({ kind: 'error', code })
const warning = (code: Extract<Bound, { kind: 'warning' }>['code']): Bound => ({
  kind: 'warning',
  code,
})

/**
 * The bounds of an admin call, by its arguments in order [dual-stacking 4.9]: errors where the
 * contract checks, warnings where it should.
 */
export function checkBounds(
  functionName: string,
  [first, second]: readonly ArgumentValue[],
  { poolSats, blocksPerYear, cycleBlocks }: BoundsContext,
): Bound[] {
  if (typeof first !== 'bigint')
    return functionName === 'update-admin' ? [warning('irreversible')] : []
  switch (functionName) {
    case 'update-APR':
    case 'update-apr':
      if (first < MIN_APR_SCALED) return [error(210)]
      return first > MAX_APR_SCALED ? [error(211)] : []
    case 'update-yield-boost-multiplier':
      if (first < MIN_MULTIPLIER) return [error(212)]
      return first > MAX_MULTIPLIER ? [error(213)] : []
    case 'emergency-withdraw-sbtc':
      return first === 0n || (poolSats !== null && first > poolSats)
        ? [error(240)]
        : [warning('irreversible')]
    case 'update-snapshot-length':
    case 'update-snapshots-per-cycle':
      return first === 0n ? [warning('stalls')] : []
    case 'update-cycle-data':
    case 'update-cycle-data-before-initialized': {
      if (first === 0n || second === 0n) return [warning('stalls')]
      return typeof second === 'bigint' && blocksPerYear !== null && first * second > blocksPerYear
        ? [warning('cycle-longer-than-year')]
        : []
    }
    case 'update-bitcoin-blocks-per-year':
      return cycleBlocks !== null && first < cycleBlocks ? [warning('cycle-longer-than-year')] : []
    default:
      return []
  }
}

/** A bare number of a call in familiar units; null where it is just a number. */
export function describeArgument(
  functionName: string,
  value: ArgumentValue,
  f: Format,
): string | null {
  if (typeof value !== 'bigint') return null
  switch (functionName) {
    case 'update-APR':
    case 'update-apr':
      return f.percent(value)
    case 'update-min-sbtc-hold-required-for-enrollment':
    case 'emergency-withdraw-sbtc':
      return f.sats(value)
    case 'propose-golden-ratio':
    case 'change-proposed-golden-ratio':
      return `${f.ratio(value, 2)} STX/BTC`
    case 'set-max-percentage-above-ratio':
    case 'set-max-percentage-above-golden-ratio':
      return f.percent(value * 10_000n)
    case 'update-yield-boost-multiplier':
      return f.boost((value + 1n) * 100_000_000n)
    default:
      return null
  }
}
