import * as v from 'valibot'
import { POLICIES } from '../../protocol/hyperstaking/pools/state.ts'
import { accountSchema, ownerSchema, u64 } from './answers.ts'

// The state of this project's pools as their driver tells it.

/** Integers of a contract's books that may exceed u64: scaled sums. */
const large = v.pipe(
  v.string(),
  v.regex(/^\d{1,60}$/),
  v.transform((text) => BigInt(text)),
)
const small = v.pipe(v.number(), v.integer(), v.minValue(0))

export const poolConfig = v.object({
  kind: v.picklist(['liquid', 'referral', 'service']),
  manager: accountSchema,
  policy: v.picklist(POLICIES),
  routing: v.picklist(['top-up', 'rotation']),
  depositFee: u64,
  rewardFee: u64,
  referralRate: u64,
  minimumDeposit: u64,
  rotationWindow: u64,
})

const totals = v.object({
  shares: u64,
  bonus: u64,
  idle: u64,
  held: u64,
  owed: u64,
  fees: u64,
  perShare: large,
  carry: large,
  paused: v.boolean(),
})

const holder = v.object({
  shares: u64,
  bonus: u64,
  paid: large,
  claimable: u64,
  mark: large,
  income: u64,
  referrer: v.nullable(accountSchema),
  feeRate: v.nullable(u64),
  joined: v.boolean(),
})

const stake = v.object({
  chainId: small,
  keys: v.object({
    account: accountSchema,
    owner: v.pipe(
      ownerSchema,
      v.check((value) => value !== null),
      v.transform((value) => value!),
    ),
  }),
  value: u64,
  signature: v.object({ account: v.string(), owner: v.string() }),
})

export const poolSnapshot = v.object({
  config: poolConfig,
  totals,
  holders: v.array(v.tuple([accountSchema, holder])),
  provisioners: v.array(v.tuple([accountSchema, v.object({ seed: stake })])),
})
export type PoolSnapshotAnswer = v.InferOutput<typeof poolSnapshot>

export const poolPosition = v.object({
  shares: u64,
  value: u64,
  claimable: u64,
  income: u64,
  referrer: v.nullable(accountSchema),
})

export const poolHealth = v.object({
  keys: v.array(
    v.object({
      account: accountSchema,
      state: v.picklist(['active', 'maturing', 'below-minimum', 'empty', 'foreign']),
      value: u64,
      locked: u64,
      eligibility: v.nullable(u64),
      reward: u64,
      faults: small,
      hardFaults: small,
    }),
  ),
  idle: u64,
  held: u64,
  owed: u64,
  fees: u64,
  paused: v.boolean(),
})
