import * as v from 'valibot'

// Amounts are u64 on the chain.
const lux = v.pipe(v.bigint(), v.minValue(0n), v.maxValue(2n ** 64n - 1n))
const rate = v.pipe(v.bigint(), v.minValue(0n), v.maxValue(100_000_000n))
const height = v.pipe(v.bigint(), v.minValue(0n), v.maxValue(2n ** 40n))
const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most))
const chance = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const seed = v.pipe(v.string(), v.maxLength(1000))
const policy = v.picklist(['reinvest', 'distribute', 'hold'])
const routing = v.picklist(['top-up', 'rotation'])

const network = v.object({
  othersActive: lux,
  others: count(100_000),
  credits: v.pipe(v.number(), v.integer(), v.minValue(86), v.maxValue(128)),
  minimumStake: lux,
})

const projection = v.object({
  height,
  epochs: count(100_000),
  network,
  pool: v.object({
    keys: v.pipe(
      v.array(v.nullable(v.object({ value: lux, locked: lux, eligibility: height }))),
      v.maxLength(64),
      v.readonly(),
    ),
    idle: lux,
    policy,
    routing,
    depositFee: rate,
    rewardFee: rate,
    holderRate: rate,
    lead: height,
  }),
  position: lux,
  deposit: lux,
  referred: v.nullable(v.object({ deposits: lux, rate })),
  runs: count(10_000),
})

const simulation = v.object({
  kind: v.picklist(['liquid', 'referral', 'service']),
  choice: v.object({
    policy: v.optional(policy),
    routing: v.optional(routing),
    depositFee: v.optional(rate),
    rewardFee: v.optional(rate),
    referralRate: v.optional(rate),
    minimumDeposit: v.optional(lux),
    rotationWindow: v.optional(height),
  }),
  epochs: count(50_000),
  depositors: count(10_000),
  deposit: v.object({ least: lux, most: lux }),
  adding: chance,
  leaving: chance,
  fault: chance,
  network,
})

/**
 * A question about a pool; amounts in LUX, rates scaled by 10^8. The model itself refuses one that
 * would take too long.
 */
export const hyperstakingQuestion = v.variant('ask', [
  v.object({ ask: v.literal('project'), seed, input: projection }),
  v.object({ ask: v.literal('simulate'), seed, input: simulation }),
])
