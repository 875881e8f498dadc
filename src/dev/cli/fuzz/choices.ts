import * as fc from 'fast-check'
import { MAX_U128 } from '../../../protocol/clarity/u128.ts'

/**
 * All choices of a random sequence, independent of the state it will meet, so that it can be shrunk
 * and run again.
 */

export const indexChoice = fc.nat(11)

const dust = fc.bigInt({ min: 0n, max: 20_000n })
const usual = fc.bigInt({ min: 10_000n, max: 100_000_000_000n })
const extremeSats = fc.constantFrom(
  21n * 10n ** 14n,
  21n * 10n ** 14n - 1n,
  2n ** 64n,
  2n ** 96n,
  2n ** 120n,
  MAX_U128 / 3n,
  MAX_U128,
)
const extremeMicroStx = fc.constantFrom(
  18n * 10n ** 14n,
  14n * 18n * 10n ** 14n,
  2n ** 64n,
  2n ** 100n,
  34028236692093846346337n,
  MAX_U128 / 2n,
  MAX_U128,
)

/** Sats to hold. `extremes` is how often an amount is extreme, of about 20. */
export const satsChoice = (extremes: number): fc.Arbitrary<bigint> =>
  fc.oneof(
    { weight: 3, arbitrary: dust },
    { weight: 17, arbitrary: usual },
    { weight: extremes, arbitrary: extremeSats },
  )

/** MicroSTX to hold in liquid stacking: any amount can be set. */
export const liquidChoice = (extremes: number): fc.Arbitrary<bigint> =>
  fc.oneof(
    { weight: 2, arbitrary: dust },
    { weight: 18, arbitrary: fc.bigInt({ min: 1_000_000n, max: 2_000_000_000_000n }) },
    { weight: extremes, arbitrary: extremeMicroStx },
  )

/** MicroSTX to lock: real STX, up to the whole supply. */
export const lockedChoice = fc.oneof(
  { weight: 10, arbitrary: fc.bigInt({ min: 1n, max: 2_000_000_000_000n }) },
  { weight: 1, arbitrary: fc.constant(18n * 10n ** 14n) },
)

/**
 * How a uint argument is chosen: near a valid height or ratio, a plain number, or an extreme one.
 */
export const numberChoice = (extremes: number): fc.Arbitrary<NumberChoice> =>
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        kind: fc.constant('near' as const),
        offset: fc.constantFrom(0n, 0n, 0n, 0n, 1n, -1n, 2n, -2n, 50n),
      }),
    },
    {
      weight: 12,
      arbitrary: fc.record({
        kind: fc.constant('usual' as const),
        value: fc.bigInt({ min: 0n, max: 10_000n }),
      }),
    },
    {
      weight: extremes,
      arbitrary: fc.record({
        kind: fc.constant('extreme' as const),
        value: fc.oneof(extremeSats, extremeMicroStx),
      }),
    },
  )
export type NumberChoice =
  | { readonly kind: 'near'; readonly offset: bigint }
  | { readonly kind: 'usual' | 'extreme'; readonly value: bigint }

/** The arguments of any function, drawn from in order. */
export const argumentMaterial = (extremes: number): fc.Arbitrary<ArgumentMaterial> =>
  fc.record({
    numbers: fc.array(numberChoice(extremes), { minLength: 2, maxLength: 2 }),
    addresses: fc.array(indexChoice, { minLength: 1, maxLength: 12 }),
    given: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    flag: fc.boolean(),
  })
export interface ArgumentMaterial {
  readonly numbers: readonly NumberChoice[]
  readonly addresses: readonly number[]
  readonly given: readonly boolean[]
  readonly flag: boolean
}

/** Who makes a call: the admin, a user, a user through a contract, or a contract on its own. */
export const signerChoice = fc.oneof(
  { weight: 6, arbitrary: fc.constant('admin' as const) },
  { weight: 6, arbitrary: fc.constant('user' as const) },
  { weight: 1, arbitrary: fc.constant('proxied' as const) },
  { weight: 1, arbitrary: fc.constant('contract' as const) },
)
export type SignerChoice = 'admin' | 'user' | 'proxied' | 'contract'
