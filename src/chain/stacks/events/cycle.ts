import * as v from 'valibot'
import { address, burnHeight, count, cycleId, named, sats } from './fields.ts'

const parts = {
  enrolled: 'enrolled-address',
  stacking: 'stacking-address',
  tracking: 'tracking-address',
} as const
const row = { [parts.enrolled]: address, [parts.stacking]: address, [parts.tracking]: address }

const capture1 = v.pipe(
  v.object({
    ...named('compute-current-snapshot-balance'),
    ...cycleId,
    ...row,
    'snapshot-index': count,
    'sbtc-balance': sats,
    'stx-stacked': sats,
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
    ...named('lower-current-snapshot-balance'),
    ...cycleId,
    ...row,
    'snapshot-index': count,
    'sbtc-balance': sats,
    'stx-stacked': sats,
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
  v.object({ ...named('below-minimum'), ...cycleId, 'enrolled-address': address }),
  v.transform((e) => ({
    kind: 'below-minimum' as const,
    cycle: e['cycle-id'],
    enrolled: e['enrolled-address'],
  })),
)
const capture2 = v.pipe(
  v.object({
    ...named('compute-current-snapshot-balance'),
    ...cycleId,
    ...row,
    'snapshot-index': count,
    'rollback-id': count,
    'sbtc-wallet-balance': sats,
    'sbtc-total-defi-balance': sats,
    'sbtc-arkadiko': sats,
    'sbtc-based-dollar': sats,
    'sbtc-bitflow': sats,
    'sbtc-granite': sats,
    'sbtc-velar': sats,
    'sbtc-zest': sats,
    'stx-stacked': sats,
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
    ...named('conclude-cycle-snapshots'),
    ...cycleId,
    'current-cycle-total-sbtc': sats,
    'current-cycle-total-stx': sats,
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
    ...named('conclude-cycle-snapshots'),
    ...cycleId,
    'current-cycle-total-sbtc-in-wallet': sats,
    'current-cycle-total-sbtc-in-defis': sats,
    'current-cycle-total-stx': sats,
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
  v.object({ ...named('propose-golden-ratio'), ...cycleId, 'proposed-address': address }),
  v.transform((e) => ({
    kind: 'propose' as const,
    cycle: e['cycle-id'],
    proposer: e['proposed-address'],
  })),
)
const tally1 = v.pipe(
  v.object({
    ...named('count-golden-ratio'),
    ...cycleId,
    ...row,
    'stx-user-amount': sats,
    'sbtc-user-amount': sats,
    'tx-sender': address,
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
    ...named('count-golden-ratio'),
    ...cycleId,
    ...row,
    'stx-user-amount': sats,
    'sbtc-user-amount': sats,
    'sbtc-user-amount-defis': sats,
    'contract-caller': address,
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
// These two carry no function name: their keys tell [dual-stacking 8.1.25].
const tallyDetail = v.pipe(
  v.object({
    'user-address': address,
    'user-ratio': sats,
    action: v.picklist(['below', 'equal', 'above']),
    'user-amount': sats,
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
  v.object({ 'sbtc-above': sats, 'sbtc-below': sats, 'sbtc-equal': sats, 'sbtc-total': sats }),
  v.transform((e) => ({
    kind: 'validate' as const,
    aboveSats: e['sbtc-above'],
    belowSats: e['sbtc-below'],
    equalSats: e['sbtc-equal'],
    totalSats: e['sbtc-total'],
  })),
)
const finalized = v.pipe(
  v.object({ ...named('finalize-reward-distribution'), ...burnHeight, ...cycleId }),
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
