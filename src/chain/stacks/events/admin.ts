import * as v from 'valibot'
import {
  absentAsNull,
  addressField,
  burnHeightFields,
  countField,
  cycleIdFields,
  functionNameField,
  satsField,
} from './fields.ts'

const common = { ...burnHeightFields, ...cycleIdFields }
type Common = { 'bitcoin-block-height': number; 'cycle-id': number }
const place = (e: Common) => ({ cycle: e['cycle-id'], burnHeight: e['bitcoin-block-height'] })

/** What the administrator changed [dual-stacking 4.9, 9.5]. */
export const adminEvents = [
  v.pipe(
    v.object({ ...functionNameField('update-admin'), ...common, 'admin-address': addressField }),
    v.transform((e) => ({ kind: 'update-admin' as const, ...place(e), admin: e['admin-address'] })),
  ),
  v.pipe(
    v.object({
      ...functionNameField('update-min-enrollment'),
      ...common,
      'min-sbtc-hold-required-for-enrollment': satsField,
    }),
    v.transform((e) => ({
      kind: 'update-minimum' as const,
      ...place(e),
      sats: e['min-sbtc-hold-required-for-enrollment'],
    })),
  ),
  v.pipe(
    v.object({
      ...functionNameField('update-snapshot-length'),
      ...common,
      'snapshot-length': countField,
    }),
    v.transform((e) => ({
      kind: 'update-snapshot-length' as const,
      ...place(e),
      blocks: e['snapshot-length'],
    })),
  ),
  v.pipe(
    v.object({
      ...functionNameField('update-snapshots-per-cycle'),
      ...common,
      'snapshots-per-cycle': countField,
    }),
    v.transform((e) => ({
      kind: 'update-snapshots-per-cycle' as const,
      ...place(e),
      snapshots: e['snapshots-per-cycle'],
    })),
  ),
  v.pipe(
    v.object({
      ...functionNameField('update-cycle-data'),
      ...common,
      'snapshot-length': countField,
      'snapshots-per-cycle': countField,
      'buffer-blocks-per-cycle': absentAsNull(countField),
    }),
    v.transform((e) => ({
      kind: 'update-cycle-data' as const,
      ...place(e),
      blocks: e['snapshot-length'],
      snapshots: e['snapshots-per-cycle'],
      bufferBlocks: e['buffer-blocks-per-cycle'],
    })),
  ),
  v.pipe(
    v.object({
      ...functionNameField('update-buffer-blocks'),
      ...common,
      'buffer-blocks-per-cycle': countField,
    }),
    v.transform((e) => ({
      kind: 'update-buffer-blocks' as const,
      ...place(e),
      bufferBlocks: e['buffer-blocks-per-cycle'],
    })),
  ),
  v.pipe(
    v.object({
      ...functionNameField('update-bitcoin-blocks-per-year'),
      ...common,
      'bitcoin-blocks-per-year': satsField,
    }),
    v.transform((e) => ({
      kind: 'update-blocks-per-year' as const,
      ...place(e),
      blocksPerYear: e['bitcoin-blocks-per-year'],
    })),
  ),
  v.pipe(
    v.object({
      ...functionNameField('update-yield-boost-multiplier'),
      ...common,
      'yield-boost-multiplier': satsField,
      'max-boost': satsField,
    }),
    v.transform((e) => ({
      kind: 'update-multiplier' as const,
      ...place(e),
      multiplier: e['yield-boost-multiplier'],
      maxBoost: e['max-boost'],
    })),
  ),
  v.pipe(
    v.object({
      ...functionNameField('emergency-withdraw-sbtc'),
      ...common,
      amount: satsField,
      recipient: addressField,
      'contract-balance': satsField,
    }),
    v.transform((e) => ({
      kind: 'emergency-withdraw' as const,
      ...place(e),
      sats: e.amount,
      recipient: e.recipient,
      balanceBeforeSats: e['contract-balance'],
    })),
  ),
  v.pipe(
    v.object({
      ...functionNameField('mark-defi-compromised'),
      ...common,
      'defi-name': countField,
      'compromised-at-snapshot': countField,
    }),
    v.transform((e) => ({
      kind: 'defi-compromised' as const,
      ...place(e),
      protocol: e['defi-name'],
      atSnapshot: e['compromised-at-snapshot'],
    })),
  ),
  v.pipe(
    v.object({ ...functionNameField('restore-defi-protocol'), ...common, 'defi-name': countField }),
    v.transform((e) => ({ kind: 'defi-restored' as const, ...place(e), protocol: e['defi-name'] })),
  ),
  v.pipe(
    v.object({
      ...functionNameField('trigger-full-cycle-rollback'),
      ...common,
      'rollback-id': countField,
    }),
    v.transform((e) => ({ kind: 'rollback' as const, ...place(e), rollback: e['rollback-id'] })),
  ),
] as const
