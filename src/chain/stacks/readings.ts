import * as v from 'valibot'
import { knownOf } from '../known.ts'
import { uint } from '../uint.ts'

/**
 * The phases of a cycle, independent of how each version numbers them; only v2 has `buffer`,
 * between the last snapshot and `concluded`.
 */
export const phases = [
  'inactive',
  'snapshots',
  'buffer',
  'concluded',
  'ratio-proposed',
  'ratio-validated',
  'weights',
  'distributing',
  'finalized',
] as const

export const families = ['v1', 'v2', 'v3'] as const

/** The running cycle. Heights are Bitcoin heights; `snapshotIndex` is 0 … n-1. */
export const cycleReading = v.object({
  id: v.number(),
  startHeight: v.number(),
  nextStartHeight: v.number(),
  snapshotsPerCycle: v.number(),
  blocksPerSnapshot: v.number(),
  bufferBlocks: v.number(),
  snapshotIndex: v.number(),
  snapshotHeight: v.number(),
  capturedCount: v.number(),
  participantsCount: v.number(),
  phase: v.picklist(phases),
  /** V2 only: how often the cycle's snapshots were restarted. */
  rollbackId: v.optional(v.number()),
})
export type CycleReading = v.InferOutput<typeof cycleReading>

/**
 * The state of a deployment, independent of any account. Amounts in sats; ratios and rates scaled
 * by 10^8; weights in the contract's unit.
 */
export const networkReading = v.object({
  deployment: v.string(),
  family: v.picklist(families),
  burnHeight: v.number(),
  stacksHeight: v.number(),
  /** Milliseconds since 1970, by this machine's clock. */
  readAt: v.number(),
  cycle: knownOf(cycleReading),
  /**
   * The cycle that the nominal calendar of the deployment gives for `burnHeight` [dual-stacking
   * 10.4], an estimate; absent before its first cycle or without a calendar.
   */
  calendar: v.optional(
    v.object({ id: v.number(), startHeight: v.number(), nextStartHeight: v.number() }),
  ),
  apr: knownOf(uint),
  /** M: the largest boost is M + 1. */
  multiplier: knownOf(uint),
  blocksPerYear: knownOf(uint),
  /** Validated golden ratios, newest cycle first. */
  goldenRatios: knownOf(v.array(v.object({ cycle: v.number(), ratio: uint }))),
  /** Available sBTC of the contract now, sats. */
  poolSats: knownOf(uint),
  /** Sum of weights of the newest cycle that has them. */
  totalWeights: knownOf(v.object({ cycle: v.number(), weights: uint })),
  minimumSats: knownOf(uint),
  /**
   * The earlier contract that rates, multiplier and golden ratio were read from; absent: the
   * contract's own.
   */
  figuresOf: v.optional(v.string()),
  /** Absent: as far as is known, the programme is running. */
  life: v.optional(v.picklist(['closed', 'ended', 'stopped'])),
  /** Whether calls to this contract have an effect, and if not, why. */
  writable: v.variant('ok', [
    v.object({ ok: v.literal(true) }),
    v.object({
      ok: v.literal(false),
      reason: v.picklist([
        'superseded',
        'closed',
        'ended',
        'no-user-calls',
        'unknown-contract',
        'inactive-network',
      ]),
    }),
  ]),
})
/** What the network says of a deployment: sats, microSTX, ratios scaled by 10^8. */
export type NetworkReading = v.InferOutput<typeof networkReading>

/** The state of one address under one deployment. */
export const accountReading = v.object({
  deployment: v.string(),
  address: v.string(),
  burnHeight: v.number(),
  readAt: v.number(),
  /** Available sBTC, sats. */
  sats: knownOf(uint),
  /**
   * SBTC that a v2 or v3 contract counts in DeFi protocols, sats; known 0 where the family has
   * none.
   */
  defiSats: knownOf(uint),
  /** Natively locked and liquid stacked microSTX. */
  lockedMicroStx: knownOf(uint),
  liquidMicroStx: knownOf(uint),
  /** Unlocked microSTX, for fees. */
  balanceMicroStx: knownOf(uint),
  enrolledThisCycle: knownOf(v.boolean()),
  enrolledNextCycle: knownOf(v.boolean()),
  rewardAddress: knownOf(v.nullable(v.string())),
  blacklisted: knownOf(v.boolean()),
  /** V3 answers only whether the address holds enough to enroll; absent for the others. */
  meetsMinimum: v.optional(knownOf(v.boolean())),
  /**
   * Whose stacked STX counts, and under which address weight and payment are recorded: in a DeFi
   * row they may differ from the address itself; null: not enrolled.
   */
  row: v.optional(
    knownOf(v.nullable(v.object({ stackingAddress: v.string(), trackingAddress: v.string() }))),
  ),
  /**
   * Sums over the snapshots captured so far in the running cycle (`defiSats`: v2 only, `sats` are
   * then the wallet's); null: not captured yet.
   */
  holding: knownOf(
    v.nullable(
      v.object({
        sats: uint,
        defiSats: v.optional(uint),
        microStx: uint,
        lastSnapshot: v.number(),
        rewarded: v.boolean(),
        rewardSats: uint,
      }),
    ),
  ),
})
/** What the network says of one address: sats, microSTX, weights. */
export type AccountReading = v.InferOutput<typeof accountReading>

/** One reward payment on the chain; `key` = `txid:eventIndex` identifies it permanently. */
export const rewardPayment = v.object({
  key: v.string(),
  deployment: v.string(),
  cycle: knownOf(v.number()),
  sats: uint,
  enrolledAddress: v.string(),
  rewardAddress: v.string(),
  txid: v.string(),
  eventIndex: v.number(),
  burnHeight: knownOf(v.number()),
  /** Seconds since 1970 by the chain. */
  blockTime: knownOf(v.number()),
  /**
   * `transfer`: the contract prints nothing that this version of the product can read, so the
   * payment is taken for the receiving address's own, or for that of the account whose calls had it
   * paid there. `unclear`: both may have earned it. Absent: `event`.
   */
  evidence: v.optional(v.picklist(['event', 'transfer', 'unclear'])),
})
export type RewardPayment = v.InferOutput<typeof rewardPayment>
