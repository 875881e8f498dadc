import * as v from 'valibot'
import { cBool } from '../clarity.ts'
import { addressField, cycleIdFields, functionNameField, satsField } from './fields.ts'

const ids = { 'enrolled-address': addressField, 'tracking-address': addressField }

// A second row of a tracking address, or one without sBTC: nothing was computed for it.
const weightShort1 = v.pipe(
  v.strictObject({
    ...functionNameField('compute-weight'),
    ...cycleIdFields,
    ...ids,
    Bi: satsField,
    weight: satsField,
  }),
  v.transform((e) => ({
    kind: 'weight' as const,
    cycle: e['cycle-id'],
    enrolled: e['enrolled-address'],
    tracking: e['tracking-address'],
    sats: e.Bi,
    defiSats: 0n,
    weight: e.weight,
    walletWeight: e.weight,
    defiWeight: 0n,
    computed: null,
  })),
)
const weight1 = v.pipe(
  v.object({
    ...functionNameField('compute-weight'),
    ...cycleIdFields,
    ...ids,
    Bi: satsField,
    Si: satsField,
    di: satsField,
    D: satsField,
    ri: satsField,
    'sqrt-ri': satsField,
    weight: satsField,
    'is-whitelisted': cBool,
  }),
  v.transform((e) => ({
    kind: 'weight' as const,
    cycle: e['cycle-id'],
    enrolled: e['enrolled-address'],
    tracking: e['tracking-address'],
    sats: e.Bi,
    defiSats: 0n,
    weight: e.weight,
    walletWeight: e.weight,
    defiWeight: 0n,
    computed: {
      microStx: e.Si,
      ratio: e.di,
      goldenRatio: e.D,
      boostRatio: e.ri,
      isWhitelisted: e['is-whitelisted'],
    },
  })),
)
const weight2 = v.pipe(
  v.object({
    ...functionNameField('compute-weight'),
    ...cycleIdFields,
    ...ids,
    'stx-stacked-amount': satsField,
    'sbtc-wallet-amount': satsField,
    'sbtc-defi-amount': satsField,
    'user-ratio-wallet': satsField,
    'golden-ratio': satsField,
    'boost-ratio-wallet': satsField,
    'weight-wallet': satsField,
    'weight-defi': satsField,
    'total-weight': satsField,
  }),
  v.transform((e) => ({
    kind: 'weight' as const,
    cycle: e['cycle-id'],
    enrolled: e['enrolled-address'],
    tracking: e['tracking-address'],
    sats: e['sbtc-wallet-amount'],
    defiSats: e['sbtc-defi-amount'],
    weight: e['total-weight'],
    walletWeight: e['weight-wallet'],
    defiWeight: e['weight-defi'],
    computed: {
      microStx: e['stx-stacked-amount'],
      ratio: e['user-ratio-wallet'],
      goldenRatio: e['golden-ratio'],
      boostRatio: e['boost-ratio-wallet'],
      isWhitelisted: false,
    },
  })),
)
const weightShort2 = v.pipe(
  v.object({
    ...functionNameField('compute-weight'),
    ...cycleIdFields,
    ...ids,
    'sbtc-wallet-amount': satsField,
    'sbtc-defi-amount': satsField,
    note: v.string(),
  }),
  v.transform((e) => ({
    kind: 'weight' as const,
    cycle: e['cycle-id'],
    enrolled: e['enrolled-address'],
    tracking: e['tracking-address'],
    sats: e['sbtc-wallet-amount'],
    defiSats: e['sbtc-defi-amount'],
    weight: 0n,
    walletWeight: 0n,
    defiWeight: 0n,
    computed: null,
  })),
)
const finalizeWeights = v.pipe(
  v.object({
    ...functionNameField('finalize-weights'),
    ...cycleIdFields,
    'total-weights-sum': satsField,
  }),
  v.transform((e) => ({
    kind: 'finalize-weights' as const,
    cycle: e['cycle-id'],
    totalWeights: e['total-weights-sum'],
  })),
)

const parties = { ...ids, 'reward-address': addressField, 'stacking-address': addressField }
const reward1 = v.pipe(
  v.object({
    ...functionNameField('distribute-rewards'),
    ...cycleIdFields,
    ...parties,
    amount: satsField,
    weight: satsField,
    ratio: satsField,
  }),
  v.transform((e) => ({
    kind: 'reward' as const,
    cycle: e['cycle-id'],
    enrolled: e['enrolled-address'],
    reward: e['reward-address'],
    stacking: e['stacking-address'],
    tracking: e['tracking-address'],
    sats: e.amount,
    walletSats: e.amount,
    defiSats: 0n,
    weight: e.weight,
    ratio: e.ratio,
  })),
)
const reward2 = v.pipe(
  v.object({
    ...functionNameField('distribute-rewards'),
    ...cycleIdFields,
    ...parties,
    'reward-amount-wallet': satsField,
    'reward-amount-defi': satsField,
    'reward-amount-total': satsField,
    'weight-total': satsField,
    ratio: satsField,
  }),
  v.transform((e) => ({
    kind: 'reward' as const,
    cycle: e['cycle-id'],
    enrolled: e['enrolled-address'],
    reward: e['reward-address'],
    stacking: e['stacking-address'],
    tracking: e['tracking-address'],
    sats: e['reward-amount-total'],
    walletSats: e['reward-amount-wallet'],
    defiSats: e['reward-amount-defi'],
    weight: e['weight-total'],
    ratio: e.ratio,
  })),
)

/**
 * Weights and payments. A reward of 0 sats is a row whose tracking address was paid through another
 * row, or that earned nothing: no transfer follows.
 */
export const rewardEvents = [
  weightShort1,
  weight1,
  weight2,
  weightShort2,
  finalizeWeights,
  reward1,
  reward2,
] as const
