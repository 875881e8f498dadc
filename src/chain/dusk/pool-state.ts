import * as v from 'valibot'
import { POLICIES } from '../../protocol/hyperstaking/pools/state.ts'
import { accountSchema, ownerSchema, u64Json } from './answers.ts'

// The state of this project's pools as their driver reports it.

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
  depositFee: u64Json,
  rewardFee: u64Json,
  referralRate: u64Json,
  minimumDeposit: u64Json,
  rotationWindow: u64Json,
})

const totals = v.object({
  shares: u64Json,
  bonus: u64Json,
  idle: u64Json,
  held: u64Json,
  owed: u64Json,
  fees: u64Json,
  perShare: large,
  carry: large,
  paused: v.boolean(),
})

const holder = v.object({
  shares: u64Json,
  bonus: u64Json,
  paid: large,
  claimable: u64Json,
  mark: large,
  income: u64Json,
  referrer: v.nullable(accountSchema),
  feeRate: v.nullable(u64Json),
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
  value: u64Json,
  signature: v.object({ account: v.string(), owner: v.string() }),
})

export const poolSnapshot = v.object({
  config: poolConfig,
  totals,
  holders: v.pipe(v.array(v.tuple([accountSchema, holder])), v.maxLength(1_000)),
  provisioners: v.pipe(
    v.array(v.tuple([accountSchema, v.object({ seed: stake })])),
    v.maxLength(1_000),
  ),
})
export type PoolSnapshotAnswer = v.InferOutput<typeof poolSnapshot>

export const poolPosition = v.object({
  shares: u64Json,
  value: u64Json,
  claimable: u64Json,
  income: u64Json,
  referrer: v.nullable(accountSchema),
})

export const poolHealth = v.object({
  keys: v.array(
    v.object({
      account: accountSchema,
      state: v.picklist(['active', 'maturing', 'below-minimum', 'empty', 'foreign']),
      value: u64Json,
      locked: u64Json,
      eligibility: v.nullable(u64Json),
      reward: u64Json,
      faults: small,
      hardFaults: small,
    }),
  ),
  idle: u64Json,
  held: u64Json,
  owed: u64Json,
  fees: u64Json,
  paused: v.boolean(),
})
