import { ADMIN_BATCH_LIMIT, BATCH_LIMIT } from '../constants.ts'

/** Type of a contract argument. */
export type AbiType =
  | 'uint'
  | 'bool'
  | 'principal'
  | { readonly optional: AbiType }
  | { readonly list: AbiType; readonly max: number }
  | { readonly tuple: Readonly<Record<string, AbiType>> }

/** Arguments of a function, by name, in order. */
export type Signature = Readonly<Record<string, AbiType>>

const optionalPrincipal = { optional: 'principal' } as const satisfies AbiType
const participants = { list: 'principal', max: BATCH_LIMIT } as const satisfies AbiType
const adminBatch = { list: 'principal', max: ADMIN_BATCH_LIMIT } as const satisfies AbiType

/** Every public function of the contract [dual-stacking 4]. */
export const publicSignatures = {
  'update-initialize-block': { 'new-bitcoin-block-height': 'uint' },
  'update-cycle-data-before-initialized': {
    'updated-snapshots-per-cycle': 'uint',
    'updated-blocks-per-snapshot': 'uint',
  },
  'initialize-contract': { 'stx-block-height': 'uint' },
  enroll: { 'rewarded-address': optionalPrincipal },
  'enroll-defi': {
    'defi-contract': 'principal',
    'tracking-address': 'principal',
    'rewarded-address': 'principal',
    'stacking-address': optionalPrincipal,
  },
  'enroll-defi-batch': {
    'defi-contracts': {
      list: {
        tuple: {
          'defi-contract': 'principal',
          'rewarded-address': 'principal',
          'stacking-address': optionalPrincipal,
          'tracking-address': 'principal',
        },
      },
      max: BATCH_LIMIT,
    },
  },
  'opt-out': {},
  'opt-out-defi': { 'defi-contract': 'principal' },
  'opt-out-defi-batch': { 'defi-contracts': adminBatch },
  'change-reward-address': { 'new-address': 'principal' },
  'change-reward-address-defi': { 'defi-contract': 'principal', 'new-reward-address': 'principal' },
  'change-stacking-address-defi': {
    'defi-contract': 'principal',
    'new-stacking-address': 'principal',
  },
  'change-tracking-address-defi': {
    'defi-contract': 'principal',
    'new-tracking-address': 'principal',
  },
  'change-addresses-defi': {
    'defi-contract': 'principal',
    'new-tracking-address': optionalPrincipal,
    'new-reward-address': optionalPrincipal,
    'new-stacking-address': optionalPrincipal,
  },
  'change-addresses-defi-batch': {
    'defi-contracts': {
      list: {
        tuple: {
          'defi-contract': 'principal',
          'rewarded-address': optionalPrincipal,
          'stacking-address': optionalPrincipal,
          'tracking-address': optionalPrincipal,
        },
      },
      max: BATCH_LIMIT,
    },
  },
  'add-blacklisted': { address: 'principal' },
  'remove-blacklisted': { address: 'principal' },
  'add-blacklisted-batch': { addresses: adminBatch },
  'remove-blacklisted-batch': { addresses: adminBatch },
  'whitelist-defi-tracking': { 'defi-rewards-contract': 'principal' },
  'remove-whitelisted-defi-tracking': { 'defi-rewards-contract': 'principal' },
  'remove-whitelisted-defi-tracking-batch': { 'defi-rewards-contract': adminBatch },
  'capture-snapshot-balances': { principals: participants },
  'advance-to-next-snapshot': { 'new-stx-block-height': 'uint' },
  'finalize-snapshots': {},
  'propose-golden-ratio': { ratio: 'uint' },
  'change-proposed-golden-ratio': { ratio: 'uint' },
  'tally-participant-ratios': { principals: participants },
  'validate-ratio': {},
  'set-max-percentage-above-ratio': { 'new-max-percentage-above-ratio': 'uint' },
  'calculate-participant-weights': { principals: participants },
  'finalize-weight-computation': {},
  'set-is-distribution-enabled': {},
  'distribute-rewards': { principals: participants },
  'finalize-reward-distribution': {},
  'advance-to-next-cycle': { 'stx-block-height': 'uint' },
  'update-admin': { 'new-admin-address': 'principal' },
  'update-min-sbtc-hold-required-for-enrollment': { 'new-min-hold': 'uint' },
  'update-snapshot-length': { 'updated-blocks-per-snapshot': 'uint' },
  'update-snapshots-per-cycle': { 'updated-snapshots-per-cycle': 'uint' },
  'update-cycle-data': {
    'updated-snapshots-per-cycle': 'uint',
    'updated-blocks-per-snapshot': 'uint',
  },
  'update-bitcoin-blocks-per-year': { 'updated-bitcoin-blocks-per-year': 'uint' },
  'update-APR': { 'new-apr-one-eight': 'uint' },
  'update-yield-boost-multiplier': { 'new-multiplier': 'uint' },
  'set-liquid-stacking': { state: 'bool' },
  'emergency-withdraw-sbtc': { amount: 'uint', recipient: 'principal' },
} as const satisfies Record<string, Signature>

/** Every read-only function of the contract [dual-stacking 5]. */
export const readSignatures = {
  'get-current-cycle-id': {},
  'cycle-data': {},
  'get-cycle-current-state': {},
  'current-overview-data': {},
  'get-yield-cycle-data': { cycle: 'uint' },
  'snapshot-data': {},
  'get-stacks-block-height-for-cycle-snapshot': {
    'checked-cycle-id': 'uint',
    'checked-snapshot-id': 'uint',
  },
  'get-bitcoin-block-height-for-cycle-snapshot': {
    'checked-cycle-id': 'uint',
    'checked-snapshot-id': 'uint',
  },
  'get-reward-distribution-status': {},
  'is-distribution-ready': {},
  'reward-amount-for-cycle-and-address': { 'wanted-cycle-id': 'uint', address: 'principal' },
  'reward-amount-for-cycle-and-reward-address': {
    'wanted-cycle-id': 'uint',
    'reward-address': 'principal',
  },
  'is-distribution-finalized-for-current-cycle': {},
  'get-distribution-finalized-at-height': { 'wanted-cycle-id': 'uint' },
  'get-ratio-data': {},
  'get-weight-computation-status': {},
  'get-participant-weight': { cycle: 'uint', 'tracking-addr': 'principal' },
  'is-enrolled-in-next-cycle': { address: 'principal' },
  'is-enrolled-this-cycle': { address: 'principal' },
  'get-is-blacklisted': { address: 'principal' },
  'get-is-blacklisted-list': { addresses: participants },
  'get-is-whitelisted-defi': { address: 'principal' },
  'get-latest-reward-address': { address: 'principal' },
  'get-participant-cycle-info': { address: 'principal', cycle: 'uint' },
  'get-last-operation-state': {},
  'get-admin': {},
  'get-is-contract-active': {},
  'get-current-bitcoin-block-height': {},
  'get-minimum-enrollment-amount': {},
  'get-next-action-bitcoin-height': {},
  'get-contract-sbtc-balance': {},
  'get-apr-data': {},
  'nr-cycles-year': {},
  'cycle-percentage-rate': {},
  'get-amount-stx-stacked': { address: 'principal' },
  'get-amount-stx-stacked-at-block-height': { address: 'principal', 'stx-block-height': 'uint' },
  'get-amount-stacked-at-block-height': { address: 'principal', 'stx-block-height': 'uint' },
  'get-amount-stacked-at-block-height-mainnet': {
    address: 'principal',
    'stx-block-height': 'uint',
  },
  'get-amount-stacked-now': { address: 'principal' },
} as const satisfies Record<string, Signature>

/** Name of a public function [dual-stacking 4]. */
export type PublicFunction = keyof typeof publicSignatures
/** Name of a read-only function [dual-stacking 5]. */
export type ReadFunction = keyof typeof readSignatures

/** What an argument of a type is in TypeScript: none is null, `(some x)` is `{some: x}`. */
export type Argument<T extends AbiType> = T extends 'uint'
  ? bigint
  : T extends 'bool'
    ? boolean
    : T extends 'principal'
      ? string
      : T extends { readonly optional: infer Inner extends AbiType }
        ? { readonly some: Argument<Inner> } | null
        : T extends { readonly list: infer Item extends AbiType }
          ? ReadonlyArray<Argument<Item>>
          : T extends { readonly tuple: infer Fields extends Readonly<Record<string, AbiType>> }
            ? { readonly [Name in keyof Fields]: Argument<Fields[Name]> }
            : never

/** The arguments of a signature, by name. */
export type Arguments<S extends Signature> = { readonly [Name in keyof S]: Argument<S[Name]> }
