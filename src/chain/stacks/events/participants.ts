import * as v from 'valibot'
import { absentAsNull, address, burnHeight, cycleId, named, perhapsAddress } from './fields.ts'

const row = {
  'enrolled-address': address,
  'reward-address': perhapsAddress,
  'stacking-address': perhapsAddress,
  'tracking-address': perhapsAddress,
}

/**
 * Who takes part, with which addresses, and who may not. `burnHeight`: the Bitcoin height when it
 * was printed.
 */
export const participantEvents = [
  v.pipe(
    v.object({ ...named('enroll'), ...burnHeight, ...cycleId, ...row }),
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
    v.object({ ...named('update-participant-details'), ...burnHeight, ...cycleId, ...row }),
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
    v.object({ ...named('opt-out'), ...burnHeight, ...cycleId, 'enrolled-address': address }),
    v.transform((e) => ({
      kind: 'opt-out' as const,
      cycle: e['cycle-id'],
      burnHeight: e['bitcoin-block-height'],
      enrolled: e['enrolled-address'],
    })),
  ),
  v.pipe(
    v.object({
      ...named('blacklisted'),
      ...burnHeight,
      ...cycleId,
      'enrolled-address': address,
      'reward-address': absentAsNull(perhapsAddress),
      'stacking-address': absentAsNull(perhapsAddress),
      'tracking-address': absentAsNull(perhapsAddress),
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
    v.object({ ...named('unblacklisted'), ...burnHeight, ...cycleId, 'enrolled-address': address }),
    v.transform((e) => ({
      kind: 'unblacklisted' as const,
      cycle: e['cycle-id'],
      burnHeight: e['bitcoin-block-height'],
      address: e['enrolled-address'],
    })),
  ),
  v.pipe(
    v.object({
      ...named('whitelisted-defi-tracking-address'),
      ...burnHeight,
      'whitelisted-address': address,
    }),
    v.transform((e) => ({
      kind: 'whitelisted' as const,
      burnHeight: e['bitcoin-block-height'],
      tracking: e['whitelisted-address'],
    })),
  ),
  v.pipe(
    v.object({
      ...named('remove-whitelisted-defi-tracking-address'),
      ...burnHeight,
      'removed-whitelisted-address': address,
    }),
    v.transform((e) => ({
      kind: 'unwhitelisted' as const,
      burnHeight: e['bitcoin-block-height'],
      tracking: e['removed-whitelisted-address'],
    })),
  ),
] as const
