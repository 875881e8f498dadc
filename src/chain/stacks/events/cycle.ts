import * as v from 'valibot'
import {
  addressField,
  burnHeightFields,
  countField,
  cycleIdFields,
  functionNameField,
  satsField,
} from './fields.ts'

const parts = {
  enrolled: 'enrolled-address',
  stacking: 'stacking-address',
  tracking: 'tracking-address',
} as const
const row = {
  [parts.enrolled]: addressField,
  [parts.stacking]: addressField,
  [parts.tracking]: addressField,
}

const capture1 = v.pipe(
  v.object({
    ...functionNameField('compute-current-snapshot-balance'),
    ...cycleIdFields,
    ...row,
    'snapshot-index': countField,
    'sbtc-balance': satsField,
    'stx-stacked': satsField,
  }),
  v.transform((e) => ({
    kind: 'capture' as const,
    cycle: e['cycle-id'],
    rollback: 0,
    snapshot: e['snapshot-index'],
    enrolled: e['enrolled-address'],
    stacking: e['stacking-address'],
    tracking: e['tracking-address'],
    sats: e['sbtc-balance'],
    defiSats: 0n,
    microStx: e['stx-stacked'],
    defi: null,
  })),
)
// The build that captures live: a later capture in the same snapshot found less, which counts
// instead.
const lowered = v.pipe(
  v.object({
    ...functionNameField('lower-current-snapshot-balance'),
    ...cycleIdFields,
    ...row,
    'snapshot-index': countField,
    'sbtc-balance': satsField,
    'stx-stacked': satsField,
  }),
  v.transform((e) => ({
    kind: 'capture-lowered' as const,
    cycle: e['cycle-id'],
    rollback: 0,
    snapshot: e['snapshot-index'],
    enrolled: e['enrolled-address'],
    stacking: e['stacking-address'],
    tracking: e['tracking-address'],
    sats: e['sbtc-balance'],
    defiSats: 0n,
    microStx: e['stx-stacked'],
    defi: null,
  })),
)
const belowMinimum = v.pipe(
  v.object({
    ...functionNameField('below-minimum'),
    ...cycleIdFields,
    'enrolled-address': addressField,
  }),
  v.transform((e) => ({
    kind: 'below-minimum' as const,
    cycle: e['cycle-id'],
    enrolled: e['enrolled-address'],
  })),
)
const capture2 = v.pipe(
  v.object({
    ...functionNameField('compute-current-snapshot-balance'),
    ...cycleIdFields,
    ...row,
    'snapshot-index': countField,
    'rollback-id': countField,
    'sbtc-wallet-balance': satsField,
    'sbtc-total-defi-balance': satsField,
    'sbtc-arkadiko': satsField,
    'sbtc-based-dollar': satsField,
    'sbtc-bitflow': satsField,
    'sbtc-granite': satsField,
    'sbtc-velar': satsField,
    'sbtc-zest': satsField,
    'stx-stacked': satsField,
  }),
  v.transform((e) => ({
    kind: 'capture' as const,
    cycle: e['cycle-id'],
    rollback: e['rollback-id'],
    snapshot: e['snapshot-index'],
    enrolled: e['enrolled-address'],
    stacking: e['stacking-address'],
    tracking: e['tracking-address'],
    sats: e['sbtc-wallet-balance'],
    defiSats: e['sbtc-total-defi-balance'],
    microStx: e['stx-stacked'],
    defi: {
      arkadiko: e['sbtc-arkadiko'],
      basedDollar: e['sbtc-based-dollar'],
      bitflow: e['sbtc-bitflow'],
      granite: e['sbtc-granite'],
      velar: e['sbtc-velar'],
      zest: e['sbtc-zest'],
    },
  })),
)
const conclude1 = v.pipe(
  v.object({
    ...functionNameField('conclude-cycle-snapshots'),
    ...cycleIdFields,
    'current-cycle-total-sbtc': satsField,
    'current-cycle-total-stx': satsField,
  }),
  v.transform((e) => ({
    kind: 'conclude-snapshots' as const,
    cycle: e['cycle-id'],
    sats: e['current-cycle-total-sbtc'],
    defiSats: 0n,
    microStx: e['current-cycle-total-stx'],
  })),
)
const conclude2 = v.pipe(
  v.object({
    ...functionNameField('conclude-cycle-snapshots'),
    ...cycleIdFields,
    'current-cycle-total-sbtc-in-wallet': satsField,
    'current-cycle-total-sbtc-in-defis': satsField,
    'current-cycle-total-stx': satsField,
  }),
  v.transform((e) => ({
    kind: 'conclude-snapshots' as const,
    cycle: e['cycle-id'],
    sats: e['current-cycle-total-sbtc-in-wallet'],
    defiSats: e['current-cycle-total-sbtc-in-defis'],
    microStx: e['current-cycle-total-stx'],
  })),
)
const propose = v.pipe(
  v.object({
    ...functionNameField('propose-golden-ratio'),
    ...cycleIdFields,
    'proposed-address': addressField,
  }),
  v.transform((e) => ({
    kind: 'propose' as const,
    cycle: e['cycle-id'],
    proposer: e['proposed-address'],
  })),
)
const tally1 = v.pipe(
  v.object({
    ...functionNameField('count-golden-ratio'),
    ...cycleIdFields,
    ...row,
    'stx-user-amount': satsField,
    'sbtc-user-amount': satsField,
    'tx-sender': addressField,
  }),
  v.transform((e) => ({
    kind: 'tally' as const,
    cycle: e['cycle-id'],
    enrolled: e['enrolled-address'],
    stacking: e['stacking-address'],
    tracking: e['tracking-address'],
    microStx: e['stx-user-amount'],
    sats: e['sbtc-user-amount'],
    defiSats: 0n,
    proposer: e['tx-sender'],
  })),
)
const tally2 = v.pipe(
  v.object({
    ...functionNameField('count-golden-ratio'),
    ...cycleIdFields,
    ...row,
    'stx-user-amount': satsField,
    'sbtc-user-amount': satsField,
    'sbtc-user-amount-defis': satsField,
    'contract-caller': addressField,
  }),
  v.transform((e) => ({
    kind: 'tally' as const,
    cycle: e['cycle-id'],
    enrolled: e['enrolled-address'],
    stacking: e['stacking-address'],
    tracking: e['tracking-address'],
    microStx: e['stx-user-amount'],
    sats: e['sbtc-user-amount'],
    defiSats: e['sbtc-user-amount-defis'],
    proposer: e['contract-caller'],
  })),
)
// These two carry no function name: their keys identify them [dual-stacking 8.1.25].
const tallyDetail = v.pipe(
  v.object({
    'user-address': addressField,
    'user-ratio': satsField,
    action: v.picklist(['below', 'equal', 'above']),
    'user-amount': satsField,
  }),
  v.transform((e) => ({
    kind: 'tally-detail' as const,
    enrolled: e['user-address'],
    ratio: e['user-ratio'],
    action: e.action,
    sats: e['user-amount'],
  })),
)
const validate = v.pipe(
  v.object({
    'sbtc-above': satsField,
    'sbtc-below': satsField,
    'sbtc-equal': satsField,
    'sbtc-total': satsField,
  }),
  v.transform((e) => ({
    kind: 'validate' as const,
    aboveSats: e['sbtc-above'],
    belowSats: e['sbtc-below'],
    equalSats: e['sbtc-equal'],
    totalSats: e['sbtc-total'],
  })),
)
const finalized = v.pipe(
  v.object({
    ...functionNameField('finalize-reward-distribution'),
    ...burnHeightFields,
    ...cycleIdFields,
  }),
  v.transform((e) => ({
    kind: 'finalize-distribution' as const,
    cycle: e['cycle-id'],
    burnHeight: e['bitcoin-block-height'],
  })),
)

/**
 * Snapshots, tally, validation and the end of a cycle. `sats` are the wallet's, `defiSats` what v2
 * counts in DeFi protocols.
 */
export const cycleEvents = [
  capture1,
  lowered,
  belowMinimum,
  capture2,
  conclude1,
  conclude2,
  propose,
  tally1,
  tally2,
  tallyDetail,
  validate,
  finalized,
] as const
