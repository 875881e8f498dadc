import * as v from 'valibot'
import { hexBytes } from '../../protocol/hyperstaking/core/bytes.ts'
import {
  type Account,
  type ContractId,
  STAKE,
  TRANSFER,
} from '../../protocol/hyperstaking/core/ids.ts'
import { hex } from '../../protocol/hyperstaking/host/signature.ts'
import { type Answer, answered } from '../http/answer.ts'
import {
  createHttpClient,
  type HttpOptions,
  type HttpRequest,
  type HttpSetup,
} from '../http/client.ts'
import {
  accountStatusAnswer,
  blockEventsAnswer,
  blocksEventsAnswer,
  configAnswer,
  EVENTS_PER_PAGE,
  finalizedEventsAnswer,
  finalAnswer,
  gasPriceAnswer,
  lastBlocksAnswer,
  nodeInfoAnswer,
  metadataAnswer,
  minedAnswer,
  provisionersAnswer,
  simulationAnswer,
  stakeAnswer,
  stakeKeysAnswer,
  tipAnswer,
  sentAnswer,
  transactionStateAnswer,
  u64Json,
  versionAnswer,
  waitingAnswer,
} from './answers.ts'
import { type DuskRead, interpretFailure, readFailureOf } from './failures.ts'
import { parseExactJson } from './parse-exact-json.ts'

export type EventPage = v.InferOutput<typeof finalizedEventsAnswer>['finalizedEvents']['json']
export type BlockEvents = v.InferOutput<typeof blockEventsAnswer>['contractEvents']['json']

export type DuskTip = { height: bigint; hash: string; timestamp: bigint }

/** A body as it came, and as JSON when it is JSON: some paths answer bare hex. */
type Body = { text: string; json: unknown }
const readBody = (text: string): Body => ({ text, json: parseExactJson(text) })

/**
 * The data of a query's answer: the node's own path gives it bare, the usual GraphQL path in an
 * envelope.
 */
const dataOf = (json: unknown): unknown => {
  const enveloped = v.safeParse(
    v.object({ data: v.nullable(v.record(v.string(), v.unknown())) }),
    json,
  )
  return enveloped.success ? enveloped.output.data : json
}

/**
 * Typed calls of a Dusk node's HTTP paths [hyperstaking 4.3] over the polite client: every answer
 * parsed, every integer exact, every failure a value.
 *
 * @example
 *   const answer = await createDuskClient({ bases: ['https://nodes.dusk.network'] }).tip()
 */
export const createDuskClient = (setup: Omit<HttpSetup, 'parse' | 'apiKey'>) => {
  const http = createHttpClient({ ...setup, parse: readBody, interpret: interpretFailure })

  const ask = <S extends v.GenericSchema>(
    schema: S,
    request: HttpRequest,
    options?: HttpOptions,
  ): Promise<Answer<v.InferOutput<S>>> =>
    http.request(
      { method: 'POST', ...request },
      (body) => {
        const parsed = v.safeParse(schema, (body as Body).json)
        return parsed.success ? parsed.output : undefined
      },
      options,
    )

  /** A GraphQL query on the node's path for it, or on the usual one where a node has only that. */
  const query = async <S extends v.GenericSchema>(
    schema: S,
    text: string,
    options?: HttpOptions,
  ): Promise<Answer<v.InferOutput<S>>> => {
    const data = v.pipe(v.unknown(), v.transform(dataOf), schema)
    const answer = await ask(data, { path: '/on/graphql/query', text }, options)
    return !answer.ok && answer.failure.code === 'not-found'
      ? ask(data, { path: '/graphql', body: { query: text } }, options)
      : answer
  }

  /** What a contract's method answers to a JSON argument. */
  const readContract = async <S extends v.GenericSchema>(
    contract: ContractId,
    method: string,
    arg: unknown,
    schema: S,
  ): Promise<DuskRead<v.InferOutput<S>>> => {
    const answer = await ask(schema, { path: `/on/contracts:${contract}/${method}`, body: arg })
    return answer.ok ? answer : { ok: false, failure: readFailureOf(answer.failure) }
  }

  /**
   * What a contract's method answers to bytes: rkyv in, rkyv out as bare hex, without any data
   * driver.
   */
  const readBytes = async (
    contract: ContractId,
    method: string,
    bytes: Uint8Array,
    options?: HttpOptions,
  ): Promise<DuskRead<Uint8Array>> => {
    const answer = await http.request(
      { method: 'POST', path: `/on/contracts:${contract}/${method}`, text: `0x${hex(bytes)}` },
      (body) => {
        const text = (body as Body).text.trim()
        return /^(?:[0-9a-f]{2})*$/i.test(text) ? hexBytes(text) : undefined
      },
      options,
    )
    return answer.ok ? answer : { ok: false, failure: readFailureOf(answer.failure) }
  }

  return {
    /** The newest block. */
    tip: async (options?: HttpOptions): Promise<Answer<DuskTip>> => {
      const answer = await query(
        tipAnswer,
        'query { block(height: -1) { header { height hash timestamp } } }',
        options,
      )
      return answer.ok ? answered(answer.value.block.header) : answer
    },
    /** Heights of the newest block and of the newest that cannot be reverted any more. */
    lastBlocks: async (
      options?: HttpOptions,
    ): Promise<Answer<{ height: bigint; final: bigint }>> => {
      const answer = await query(lastBlocksAnswer, 'query { lastBlockPair { json } }', options)
      if (!answer.ok) return answer
      const { last_block: newest, last_finalized_block: final } = answer.value.lastBlockPair.json
      return answered({ height: newest[0], final: final[0] })
    },
    info: (options?: HttpOptions) =>
      ask(nodeInfoAnswer, { path: '/on/node/info', body: null }, options),
    gasPrice: (options?: HttpOptions) =>
      ask(gasPriceAnswer, { path: '/on/blocks/gas-price', body: null }, options),
    provisioners: (options?: HttpOptions) =>
      ask(provisionersAnswer, { path: '/on/node/provisioners', body: null }, options),
    /** A public account's balance in LUX and its nonce. */
    account: async (
      address: Account,
      options?: HttpOptions,
    ): Promise<DuskRead<v.InferOutput<typeof accountStatusAnswer>>> => {
      const path = `/on/contracts:${TRANSFER}/account`
      const answer = await ask(accountStatusAnswer, { path, body: address }, options)
      const told = answer.ok
        ? answer
        : { ok: false as const, failure: readFailureOf(answer.failure) }
      // The older way, which nodes say they will give up.
      return told.ok || told.failure.code !== 'no-driver'
        ? told
        : ask(accountStatusAnswer, { path: `/on/account:${address}/status`, body: null }, options)
    },
    read: readContract,
    readBytes,
    contractBalance: (contract: ContractId) =>
      readContract(TRANSFER, 'contract_balance', contract, u64Json),
    stakeOf: (key: Account) => readContract(STAKE, 'get_stake', key, stakeAnswer),
    stakeKeysOf: (key: Account) => readContract(STAKE, 'get_stake_keys', key, stakeKeysAnswer),
    stakeVersion: () => readContract(STAKE, 'get_version', null, versionAnswer),
    stakeConfig: () => readContract(STAKE, 'get_config', null, configAnswer),

    /** A transaction in a block, in the mempool, or in neither. */
    transaction: (id: string, options?: HttpOptions) =>
      query(
        transactionStateAnswer,
        `query { tx(hash: "${id}") { err gasSpent blockHash blockHeight } mempoolTx(hash: "${id}") { id } }`,
        options,
      ),
    /** What a transaction in a block or in the mempool does. */
    sent: (id: string, options?: HttpOptions) => {
      const fields = '{ callData { contractId fnName data } json }'
      return query(
        sentAnswer,
        `query { tx(hash: "${id}") { tx ${fields} } mempoolTx(hash: "${id}") ${fields} }`,
        options,
      )
    },
    /** Everything that waits for a block, and what it does. */
    waiting: (options?: HttpOptions) =>
      query(
        waitingAnswer,
        'query { mempoolTxs { id callData { contractId fnName data } json } }',
        options,
      ),
    /** The transactions of the blocks from one height to another, at most 200 of them. */
    mined: (from: bigint, to: bigint, options?: HttpOptions) =>
      query(
        minedAnswer,
        `query { blocks(range: [${from}, ${to}]) { transactions { id tx { callData { contractId fnName data } json } } } }`,
        options,
      ),
    /** Whether a block is one that cannot be reverted any more. */
    isFinal: async (
      height: bigint,
      hash: string,
      options?: HttpOptions,
    ): Promise<Answer<boolean>> => {
      const answer = await query(
        finalAnswer,
        `query { checkBlock(height: ${height}, hash: "${hash}", onlyFinalized: true) }`,
        options,
      )
      return answer.ok ? answered(answer.value.checkBlock) : answer
    },
    /**
     * A page of a contract's events in final blocks, oldest first, after a cursor of this node or
     * from the first block on; archive nodes only.
     */
    finalizedEvents: async (
      contract: ContractId,
      cursor: string | null,
      options?: HttpOptions,
    ): Promise<DuskRead<EventPage>> => {
      const after = cursor === null ? '' : `, cursor: ${JSON.stringify(cursor)}`
      const answer = await query(
        finalizedEventsAnswer,
        `query { finalizedEvents(contractId: "${contract}", limit: ${EVENTS_PER_PAGE}${after}) { json } }`,
        options,
      )
      return answer.ok
        ? answered(answer.value.finalizedEvents.json)
        : { ok: false, failure: readFailureOf(answer.failure) }
    },
    /** All contracts' events of the block at a height, final or not; archive nodes only. */
    blockEvents: async (height: bigint, options?: HttpOptions): Promise<DuskRead<BlockEvents>> => {
      const answer = await query(
        blockEventsAnswer,
        `query { contractEvents(height: ${height}) { json } }`,
        options,
      )
      return answer.ok
        ? answered(answer.value.contractEvents.json)
        : { ok: false, failure: readFailureOf(answer.failure) }
    },
    /** The events of several blocks, in the order of their heights; archive nodes only. */
    blocksEvents: async (
      heights: readonly bigint[],
      options?: HttpOptions,
    ): Promise<DuskRead<BlockEvents[]>> => {
      const fields = heights.map(
        (height) => `b${height}: contractEvents(height: ${height}) { json }`,
      )
      const answer = await query(blocksEventsAnswer, `query { ${fields.join(' ')} }`, options)
      if (!answer.ok) return { ok: false, failure: readFailureOf(answer.failure) }
      const blocks = heights.map((height) => answer.value[`b${height}`]?.json)
      return blocks.every((block) => block !== undefined)
        ? answered(blocks)
        : { ok: false, failure: { code: 'bad-answer' } }
    },
    /** Whether there is such a contract: a missing data driver says nothing of it. */
    exists: async (contract: ContractId, options?: HttpOptions): Promise<Answer<boolean>> => {
      const path = `/on/contract:${contract}/metadata`
      const answer = await ask(metadataAnswer, { path, body: null }, options)
      return answer.ok ? answered(answer.value.owner !== '') : answer
    },
    /** What the node makes of a transaction, given as hex of its bytes, without sending it. */
    simulate: (transaction: string, options?: HttpOptions) =>
      ask(
        simulationAnswer,
        { path: '/on/transactions/simulate', text: `0x${transaction}` },
        options,
      ),
    counts: http.counts,
    bases: http.bases,
    clock: http.clock,
  }
}
/** A client of a Dusk node; `createDuskClient` makes one. */
export type DuskClient = ReturnType<typeof createDuskClient>
