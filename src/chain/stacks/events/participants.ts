import * as v from 'valibot'
import {
  absentAsNull,
  addressField,
  burnHeightFields,
  cycleIdFields,
  functionNameField,
  optionalAddressField,
} from './fields.ts'

const row = {
  'enrolled-address': addressField,
  'reward-address': optionalAddressField,
  'stacking-address': optionalAddressField,
  'tracking-address': optionalAddressField,
}

/**
 * Who takes part, with which addresses, and who may not. `burnHeight`: the Bitcoin height when it
 * was printed.
 */
export const participantEvents = [
  v.pipe(
    v.object({ ...functionNameField('enroll'), ...burnHeightFields, ...cycleIdFields, ...row }),
    v.transform((e) => ({
      kind: 'enroll' as const,
      cycle: e['cycle-id'],
      burnHeight: e['bitcoin-block-height'],
      enrolled: e['enrolled-address'],
      reward: e['reward-address'],
      stacking: e['stacking-address'],
      tracking: e['tracking-address'],
    })),
  ),
  v.pipe(
    v.object({
      ...functionNameField('update-participant-details'),
      ...burnHeightFields,
      ...cycleIdFields,
      ...row,
    }),
    v.transform((e) => ({
      kind: 'update-participant-details' as const,
      cycle: e['cycle-id'],
      burnHeight: e['bitcoin-block-height'],
      enrolled: e['enrolled-address'],
      reward: e['reward-address'],
      stacking: e['stacking-address'],
      tracking: e['tracking-address'],
    })),
  ),
  v.pipe(
    v.object({
      ...functionNameField('opt-out'),
      ...burnHeightFields,
      ...cycleIdFields,
      'enrolled-address': addressField,
    }),
    v.transform((e) => ({
      kind: 'opt-out' as const,
      cycle: e['cycle-id'],
      burnHeight: e['bitcoin-block-height'],
      enrolled: e['enrolled-address'],
    })),
  ),
  v.pipe(
    v.object({
      ...functionNameField('blacklisted'),
      ...burnHeightFields,
      ...cycleIdFields,
      'enrolled-address': addressField,
      'reward-address': absentAsNull(optionalAddressField),
      'stacking-address': absentAsNull(optionalAddressField),
      'tracking-address': absentAsNull(optionalAddressField),
    }),
    v.transform((e) => ({
      kind: 'blacklisted' as const,
      cycle: e['cycle-id'],
      burnHeight: e['bitcoin-block-height'],
      address: e['enrolled-address'],
      reward: e['reward-address'],
      stacking: e['stacking-address'],
      tracking: e['tracking-address'],
    })),
  ),
  v.pipe(
    v.object({
      ...functionNameField('unblacklisted'),
      ...burnHeightFields,
      ...cycleIdFields,
      'enrolled-address': addressField,
    }),
    v.transform((e) => ({
      kind: 'unblacklisted' as const,
      cycle: e['cycle-id'],
      burnHeight: e['bitcoin-block-height'],
      address: e['enrolled-address'],
    })),
  ),
  v.pipe(
    v.object({
      ...functionNameField('whitelisted-defi-tracking-address'),
      ...burnHeightFields,
      'whitelisted-address': addressField,
    }),
    v.transform((e) => ({
      kind: 'whitelisted' as const,
      burnHeight: e['bitcoin-block-height'],
      tracking: e['whitelisted-address'],
    })),
  ),
  v.pipe(
    v.object({
      ...functionNameField('remove-whitelisted-defi-tracking-address'),
      ...burnHeightFields,
      'removed-whitelisted-address': addressField,
    }),
    v.transform((e) => ({
      kind: 'unwhitelisted' as const,
      burnHeight: e['bitcoin-block-height'],
      tracking: e['removed-whitelisted-address'],
    })),
  ),
] as const
