import * as v from 'valibot'
import { BOREAS, RUSK_1_6 } from '../../../protocol/hyperstaking/chain/block.ts'
import { LUX_PER_DUSK } from '../../../protocol/hyperstaking/core/units.ts'
import { POLICIES } from '../../../protocol/hyperstaking/pools/state.ts'

/** DUSK as people write it, up to nine decimals, as LUX. */
const lux = v.pipe(
  v.string(),
  v.regex(/^\d{1,10}(\.\d{1,9})?$/, 'an amount of DUSK is written like "1000" or "0.5"'),
  v.transform((text) => {
    const [whole, rest = ''] = text.split('.')
    return BigInt(whole!) * LUX_PER_DUSK + BigInt(rest.padEnd(9, '0'))
  }),
)

/** A percentage, up to six decimals, as a rate scaled by 10^8. */
const rate = v.pipe(
  v.string(),
  v.regex(/^\d{1,2}(\.\d{1,6})?%$/, 'a rate is written like "10%" or "0.25%"'),
  v.transform((text) => {
    const [whole, rest = ''] = text.slice(0, -1).split('.')
    return BigInt(whole!) * 1_000_000n + BigInt(rest.padEnd(6, '0'))
  }),
)

const count = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))
const name = v.pipe(
  v.string(),
  v.regex(/^[\w .-]{1,40}$/, 'a name has letters, digits, spaces, dots or dashes'),
)
const amountOrAll = v.union(
  [
    v.pipe(
      v.literal('all'),
      v.transform(() => null),
    ),
    lux,
  ],
  'an amount of DUSK like "1000", or "all"',
)
const big = (least: number, most: number) =>
  v.pipe(
    count(least, most),
    v.transform((value) => BigInt(value)),
  )

const act = v.variant('do', [
  v.strictObject({ do: v.literal('deposit'), who: name, dusk: lux, referrer: v.optional(name) }),
  v.strictObject({ do: v.literal('withdraw'), who: name, dusk: amountOrAll }),
  v.strictObject({ do: v.literal('transfer'), who: name, to: name, dusk: amountOrAll }),
  v.strictObject({ do: v.picklist(['claim', 'recycle', 'rotate']), who: name }),
  v.strictObject({ do: v.literal('settle'), who: name, account: name }),
  v.strictObject({ do: v.picklist(['pause', 'unpause', 'collect-fees']) }),
  v.strictObject({ do: v.literal('policy'), policy: v.picklist(POLICIES) }),
  v.strictObject({ do: v.literal('register'), who: name, fee: rate }),
  v.strictObject({
    do: v.literal('fault'),
    fault: v.picklist(['no-candidate', 'invalid-block', 'double-candidate', 'double-vote']),
    key: v.optional(count(1, 8), 1),
  }),
  v.strictObject({ do: v.literal('reward'), dusk: lux, key: v.optional(count(1, 8), 1) }),
  v.strictObject({ do: v.literal('blocks'), count: big(1, 1_000_000) }),
  v.strictObject({
    do: v.literal('epochs'),
    count: count(1, 20_000),
    keeper: v.optional(v.boolean(), true),
  }),
  v.strictObject({
    do: v.literal('call'),
    who: name,
    method: v.string(),
    arg: v.optional(v.unknown(), null),
    deposit: v.optional(lux, '0'),
  }),
])

const network = v.strictObject({
  others: v.optional(lux, '198000000'),
  provisioners: v.optional(count(1, 100_000), 200),
  credits: v.optional(count(86, 128), 128),
  minimumStake: v.optional(lux, '1000'),
  rules: v.optional(v.picklist(['boreas', 'rusk-1.6']), 'boreas'),
  hardSlashes: v.optional(v.picklist(['relaxed', 'burn']), 'relaxed'),
})

const keys = v.optional(count(1, 8))
const pool = v.union(
  [
    v.strictObject({
      kind: v.picklist(['liquid', 'referral', 'service']),
      policy: v.optional(v.picklist(POLICIES)),
      routing: v.optional(v.picklist(['top-up', 'rotation'])),
      depositFee: v.optional(rate),
      rewardFee: v.optional(rate),
      referralRate: v.optional(rate),
      minimumDeposit: v.optional(lux),
      rotationWindow: v.optional(big(1, 2160)),
      keys,
    }),
    v.strictObject({ module: v.string(), keys }),
  ],
  'a pool has a kind (liquid, referral or service) and its options, or a module',
)

/** A scenario file; problems are reported with their place in the file. */
export const scenarioFile = v.strictObject({
  name: v.string(),
  about: v.optional(v.string(), ''),
  seed: v.optional(v.union([v.string(), v.pipe(v.number(), v.transform(String))]), 'scenario'),
  height: v.optional(big(1, 1_000_000_000), 1),
  network: v.optional(network, {}),
  rewards: v.optional(v.picklist(['mean', 'drawn']), 'drawn'),
  pool,
  steps: v.pipe(v.array(act), v.minLength(1), v.maxLength(10_000)),
  /** Steps whose message flow is drawn, counted from 1; by default the first successful call. */
  draw: v.optional(v.array(count(1, 10_000))),
})
export type ScenarioFile = v.InferOutput<typeof scenarioFile>

export const rulesOf = ({ rules, hardSlashes }: ScenarioFile['network']) => ({
  ...(rules === 'boreas' ? BOREAS : RUSK_1_6),
  relaxHardSlashes: hardSlashes === 'relaxed',
})
