import * as v from 'valibot'
import { isAccount, isContractId } from '../../protocol/hyperstaking/core/ids.ts'
import { U64_MAX } from '../../protocol/hyperstaking/core/units.ts'
import { listOf } from '../list-of.ts'

// What a Dusk node answers, as far as we use it [hyperstaking 4.3]. More fields never hurt.

/** A u64 as a number or as digits: nodes write both, drivers the second. */
export const u64Json = v.pipe(
  v.union([
    v.pipe(v.string(), v.regex(/^\d{1,20}$/)),
    v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  ]),
  v.transform((value) => BigInt(value)),
  v.check((value) => value <= U64_MAX),
)

export const accountSchema = v.custom<string>(isAccount)
export const contractIdSchema = v.custom<string>(isContractId)
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const small = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255))

/** {"Account": …} or {"Contract": …}; null for a form that we do not know. */
export const ownerSchema = v.fallback(
  v.nullable(
    v.union([
      v.pipe(
        v.object({ Account: v.string() }),
        v.transform(({ Account }) => ({ kind: 'account' as const, account: Account })),
      ),
      v.pipe(
        v.object({ Contract: v.string() }),
        v.transform(({ Contract }) => ({
          kind: 'contract' as const,
          contract: Contract.replace(/^0x/, ''),
        })),
      ),
    ]),
  ),
  null,
)

export const provisioner = v.object({
  key: accountSchema,
  amount: u64Json,
  locked_amt: v.optional(u64Json, 0),
  eligibility: u64Json,
  reward: v.optional(u64Json, 0),
  faults: v.optional(small, 0),
  hard_faults: v.optional(small, 0),
  owner: v.optional(ownerSchema, null),
})
export const provisionersAnswer = listOf(provisioner, { most: 10_000 })

export const nodeInfoAnswer = v.object({
  chain_id: v.nullable(v.pipe(v.number(), v.integer())),
  version: v.string(),
  vm_config: v.optional(v.object({ features: v.optional(v.record(v.string(), v.unknown()), {}) })),
})

export const gasPriceAnswer = v.object({
  average: u64Json,
  max: u64Json,
  median: u64Json,
  min: u64Json,
})
export const accountStatusAnswer = v.object({ balance: u64Json, nonce: u64Json })

export const header = v.object({ height: u64Json, hash, timestamp: u64Json })
export const tipAnswer = v.object({ block: v.object({ header }) })

const place = v.tuple([u64Json, hash])
export const lastBlocksAnswer = v.object({
  lastBlockPair: v.object({
    json: v.object({ last_block: place, last_finalized_block: place }),
  }),
})

export const transactionStateAnswer = v.object({
  tx: v.nullable(
    v.object({
      err: v.nullable(v.string()),
      gasSpent: u64Json,
      blockHash: hash,
      blockHeight: u64Json,
    }),
  ),
  mempoolTx: v.nullable(v.object({ id: v.string() })),
})
export const sentTransaction = v.object({
  callData: v.nullable(
    v.object({
      contractId: v.string(),
      fnName: v.string(),
      data: v.pipe(v.string(), v.regex(/^(0x)?[0-9a-f]*$/i)),
    }),
  ),
  json: v.optional(v.nullable(v.string())),
})
export const sentAnswer = v.object({
  tx: v.nullable(v.object({ tx: sentTransaction })),
  mempoolTx: v.nullable(sentTransaction),
})
const identified = v.object({ id: hash, ...sentTransaction.entries })
/** What waits for a block. */
export const waitingAnswer = v.object({ mempoolTxs: v.array(identified) })
/** The transactions of a span of blocks. */
export const minedAnswer = v.object({
  blocks: v.array(v.object({ transactions: v.array(v.object({ id: hash, tx: sentTransaction })) })),
})
export const finalAnswer = v.object({ checkBlock: v.boolean() })

const hexText = v.pipe(v.string(), v.maxLength(400_000), v.regex(/^(?:[0-9a-f]{2})*$/i))
const cursor = v.pipe(v.string(), v.maxLength(200))

/** Events of a contract that are asked for at once: the most that nodes give. */
export const EVENTS_PER_PAGE = 200

/** A page of a contract's events in final blocks, oldest first; an empty page has no cursors. */
export const finalizedEventsAnswer = v.object({
  finalizedEvents: v.object({
    json: v.object({
      events: listOf(
        v.object({
          id: u64Json,
          topic: v.string(),
          source: v.string(),
          data: hexText,
          block_height: u64Json,
          origin: v.string(),
          reverted: v.optional(v.boolean(), false),
        }),
        { most: EVENTS_PER_PAGE },
      ),
      endCursor: v.nullable(cursor),
      hasNextPage: v.boolean(),
    }),
  }),
})
const blockEvents = v.object({
  json: listOf(
    v.object({
      topic: v.string(),
      source: v.string(),
      data: hexText,
      origin: v.string(),
      reverted: v.optional(v.boolean(), false),
    }),
    { most: 20_000 },
  ),
})
/** All contracts' events of one block, final or not. */
export const blockEventsAnswer = v.object({ contractEvents: blockEvents })
/** The same of several blocks, by the names that were given to them. */
export const blocksEventsAnswer = v.record(v.string(), blockEvents)
/** Whether a contract exists: one that does not has no owner. */
export const metadataAnswer = v.object({
  owner: v.string(),
  driver_available: v.optional(v.boolean(), false),
})

export const stakeAnswer = v.nullable(
  v.object({
    amount: v.nullable(v.object({ value: u64Json, locked: u64Json, eligibility: u64Json })),
    reward: u64Json,
    faults: small,
    hard_faults: small,
  }),
)
export const stakeKeysAnswer = v.nullable(v.object({ account: accountSchema, owner: ownerSchema }))
export const configAnswer = v.object({ minimum_stake: u64Json, warnings: small })
/** The hub's answer to a name; null for one that it does not know. */
export const hubAnswer = v.nullable(contractIdSchema)
export const versionAnswer = v.union([
  v.pipe(v.number(), v.integer()),
  v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number)),
])

export const rateAnswer = v.object({ numerator: u64Json, denominator: u64Json })
export const simulationAnswer = v.object({ 'gas-spent': u64Json, error: v.nullable(v.string()) })
