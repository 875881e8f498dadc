import type { ClarityValue } from '@stacks/transactions'
import * as v from 'valibot'
import type { Answer, Failure } from '../http/answer.ts'
import { createCache, type CacheSnapshot, type BitcoinTip } from '../http/cache.ts'
import {
  createHttpClient,
  type HttpClient,
  type HttpOptions,
  type HttpRequest,
  type HttpSetup,
} from '../http/client.ts'
import { createGonePaths } from '../http/gone-paths.ts'
import {
  accountAnswer,
  blockAnswer,
  blocksAnswer,
  callReadAnswer,
  contractAnswer,
  dataAnswer,
  eventsAnswer,
  infoAnswer,
  interfaceAnswer,
  transactionsAnswer,
} from './answers.ts'
import { askTokenBalance } from './api/token-balance.ts'
import {
  askRawTransaction,
  askTransaction,
  askTransactionArguments,
  askTransactionEvents,
  type EventPart,
} from './api/transaction-sources.ts'
import { askTransactionsOf } from './api/transactions-of.ts'
import { decodeClarity, encodeClarity, type PlainClarity } from './clarity.ts'
import type { ReadOptions } from './read-options.ts'

/**
 * Beyond the request's own failures: the function needs `at-block`, which this network no longer
 * has; the function aborted; the contract has no such function, map or variable, or there is no
 * such contract.
 */
export type StacksReadFailure = Failure | { code: 'at-block' | 'aborted' | 'missing' }
/** What a reading came to. */
export type StacksRead<T> = { ok: true; value: T } | { ok: false; failure: StacksReadFailure }
export type ClarityRead = StacksRead<PlainClarity>

export type StacksTip = BitcoinTip & { stacksHeight: number; chainId: number }

const failedRead = (cause: string): ClarityRead => {
  if (/AtBlockUnavailable/i.test(cause)) return { ok: false, failure: { code: 'at-block' } }
  if (/UndefinedFunction|NoSuchPublicFunction|NoSuchContract/i.test(cause))
    return { ok: false, failure: { code: 'missing' } }
  return { ok: false, failure: { code: 'aborted' } }
}

const GONE_PATHS = 'gone paths'

const callsPath = (
  contract: string,
  name: string,
  { limit, offset }: { limit: number; offset: number },
) =>
  `/extended/v1/tx?contract_id=${contract}&function_name=${encodeURIComponent(name)}&limit=${limit}&offset=${offset}`
const path = (contract: string) => contract.replace('.', '/')

/**
 * Typed calls of a Stacks node and its API [dual-stacking 10.5] over the polite client, with
 * readings cached by Bitcoin block. Call `tip` before readings: it tells which block they belong
 * to; without it nothing is cached. `http`: a client that somebody else keeps.
 */
export const createStacksClient = (
  setup: (HttpSetup | { http: HttpClient }) & { stored?: unknown },
) => {
  const cache = createCache(setup.stored)
  const gonePaths = createGonePaths(cache.peek(GONE_PATHS))
  const http = 'http' in setup ? setup.http : createHttpClient({ gonePaths, ...setup })
  let tip: StacksTip | undefined
  let tipAt = 0
  let hits = 0

  const ask = <S extends v.GenericSchema>(
    schema: S,
    request: HttpRequest,
    options?: HttpOptions,
  ): Promise<Answer<v.InferOutput<S>>> =>
    http.request(
      request,
      (json) => {
        const parsed = v.safeParse(schema, json)
        return parsed.success ? parsed.output : undefined
      },
      options,
    )

  /** Keeps the JSON of an answer, so that a cached one passes the same schema. */
  const cached = async <S extends v.GenericSchema>(
    schema: S,
    request: HttpRequest,
    options: ReadOptions = {},
  ): Promise<Answer<v.InferOutput<S>>> => {
    const { validBlocks = 0, fresh = false, ...rest } = options
    const key = `${request.path} ${request.body === undefined ? '' : JSON.stringify(request.body)}`
    if (tip && validBlocks > 0 && !fresh) {
      const parsed = v.safeParse(schema, cache.get(key, tip, validBlocks))
      if (parsed.success) {
        hits += 1
        return { ok: true, value: parsed.output }
      }
    }
    const at = tip
    let raw: unknown
    const answer = await http.request(
      request,
      (json) => {
        const parsed = v.safeParse(schema, json)
        if (!parsed.success) return undefined
        raw = json
        return parsed.output
      },
      rest,
    )
    if (answer.ok && at && validBlocks > 0 && raw !== undefined) cache.set(key, at, raw)
    return answer
  }

  const read = <T>(answer: Answer<T>, hexOf: (value: T) => string): ClarityRead => {
    if (!answer.ok)
      return answer.failure.code === 'not-found'
        ? { ok: false, failure: { code: 'missing' } }
        : answer
    const value = decodeClarity(hexOf(answer.value))
    return value === undefined
      ? { ok: false, failure: { code: 'bad-answer' } }
      : { ok: true, value }
  }

  const note = {
    get: (key: string, blocks: number): unknown =>
      tip ? cache.get(`note ${key}`, tip, blocks) : undefined,
    set: (key: string, value: unknown): void => void (tip && cache.set(`note ${key}`, tip, value)),
  }

  return {
    /** Heights and chain id; an answer younger than `maxAgeMs` is not asked again. */
    async tip(options: HttpOptions & { maxAgeMs?: number } = {}): Promise<Answer<StacksTip>> {
      const { maxAgeMs = 0, ...rest } = options
      const age = http.clock.now() - tipAt
      // Younger than nothing: the clock was set back, and says nothing of its age.
      if (tip && age >= 0 && age < maxAgeMs) return { ok: true, value: tip }
      const answer = await ask(infoAnswer, { path: '/v2/info' }, rest)
      if (!answer.ok) return answer
      const info = answer.value
      const height = info.burn_block_height
      tip = {
        height,
        tag: `${height}:${info.pox_consensus.slice(0, 16)}`,
        stacksHeight: info.stacks_tip_height,
        chainId: info.network_id,
      }
      tipAt = http.clock.now()
      return { ok: true, value: tip }
    },

    /** A read-only function's result; `sender` is both tx-sender and contract-caller. */
    async callRead(
      contract: string,
      name: string,
      args: readonly ClarityValue[] = [],
      options: ReadOptions & { sender?: string } = {},
    ): Promise<ClarityRead> {
      const { sender = contract.split('.')[0]!, ...rest } = options
      const at = `/v2/contracts/call-read/${path(contract)}/${encodeURIComponent(name)}`
      const answer = await cached(
        callReadAnswer,
        { path: at, method: 'POST', body: { sender, arguments: args.map(encodeClarity) } },
        rest,
      )
      if (answer.ok && !answer.value.okay) return failedRead(answer.value.cause)
      return read(answer, (value) => (value.okay ? value.result : ''))
    },

    /** A map entry: null when there is none, else the value itself. */
    async mapEntry(
      contract: string,
      map: string,
      key: ClarityValue,
      options: ReadOptions = {},
    ): Promise<ClarityRead> {
      const request: HttpRequest = {
        path: `/v2/map_entry/${path(contract)}/${encodeURIComponent(map)}?proof=0`,
        method: 'POST',
        body: encodeClarity(key),
      }
      const entry = read(await cached(dataAnswer, request, options), ({ data }) => data)
      if (!entry.ok || entry.value === null) return entry
      const inside = v.safeParse(v.object({ some: v.unknown() }), entry.value)
      return inside.success
        ? { ok: true, value: inside.output.some as PlainClarity }
        : { ok: false, failure: { code: 'bad-answer' } }
    },

    /** A data variable's value. */
    async dataVar(contract: string, name: string, options: ReadOptions = {}): Promise<ClarityRead> {
      return read(
        await cached(
          dataAnswer,
          { path: `/v2/data_var/${path(contract)}/${encodeURIComponent(name)}?proof=0` },
          options,
        ),
        ({ data }) => data,
      )
    },

    /** Functions, variables and maps of a contract; `not-found` when it does not exist. */
    contractInterface: (contract: string, options?: ReadOptions) =>
      cached(interfaceAnswer, { path: `/v2/contracts/interface/${path(contract)}` }, options),

    /** The Stacks height in which a contract was deployed. */
    deployedAt: (contract: string, options?: ReadOptions) =>
      cached(contractAnswer, { path: `/extended/v1/contract/${contract}` }, options),

    /** Unlocked and natively locked microStx, unlock height (Bitcoin) and next nonce. */
    account: (principal: string, options?: ReadOptions) =>
      cached(accountAnswer, { path: `/v2/accounts/${principal}?proof=0` }, options),

    /** What a principal has of one token, by its asset id (`contract::name`). */
    tokenBalance: (principal: string, asset: string, options?: ReadOptions) =>
      askTokenBalance(cached, principal, asset, options),

    /** Movements of assets from or to a principal, newest first; at most 50 at a time. */
    assetEvents: (
      principal: string,
      page: { limit: number; offset: number },
      options?: HttpOptions,
    ) =>
      ask(
        eventsAnswer,
        {
          path: `/extended/v1/address/${principal}/assets?limit=${page.limit}&offset=${page.offset}`,
        },
        options,
      ),

    /**
     * A transaction with a part of its events, in their order; `not-found` when the host does not
     * know it. Two requests with events, one without.
     */
    transaction: (
      txid: string,
      events: EventPart = { offset: 0, limit: 0 },
      options?: ReadOptions,
    ) => askTransaction(cached, txid, events, options),

    /** A part of the events of a mined transaction, at most 100, and how many it has. */
    transactionEvents: (txid: string, events: EventPart, options?: ReadOptions) =>
      askTransactionEvents(cached, txid, events, options),

    /** A transaction as it was signed, hex with 0x. */
    rawTransaction: (txid: string, options?: ReadOptions) =>
      askRawTransaction(cached, txid, options),

    /**
     * Calls of one function of a contract without their arguments, newest first; at most 50 at a
     * time.
     */
    calls: (
      contract: string,
      name: string,
      page: { limit: number; offset: number },
      options?: ReadOptions,
    ) =>
      cached(
        transactionsAnswer,
        { path: `${callsPath(contract, name, page)}&exclude_function_args=true` },
        options,
      ),

    /** The same with their arguments. */
    callsWithArguments: (
      contract: string,
      name: string,
      page: { limit: number; offset: number },
      options?: ReadOptions,
    ) => cached(transactionsAnswer, { path: callsPath(contract, name, page) }, options),

    /**
     * The newest transactions that an address sent or took part in, newest first; at most 50. v3
     * leaves out the arguments of calls: `transactionArguments` has them.
     */
    transactionsOf: (principal: string, limit: number, options?: ReadOptions) =>
      askTransactionsOf(cached, principal, limit, options),

    /** The arguments of a call, as hex; null when it is no call. */
    transactionArguments: (txid: string, options?: ReadOptions) =>
      askTransactionArguments(cached, txid, options),

    /** A Stacks block's height and the Bitcoin height of its tenure. */
    block: (height: number, options?: ReadOptions) =>
      cached(blockAnswer, { path: `/extended/v2/blocks/${height}` }, options),

    /**
     * The Stacks blocks of one Bitcoin block, newest first, and how many there are; `not-found`
     * when it has none.
     */
    blocksOfBurnBlock: (
      burnHeight: number,
      page: { limit: number; offset: number },
      options?: ReadOptions,
    ) =>
      cached(
        blocksAnswer,
        {
          path: `/extended/v2/burn-blocks/${burnHeight}/blocks?limit=${page.limit}&offset=${page.offset}`,
        },
        options,
      ),

    /** Marks kept with the readings, for as many Bitcoin blocks as the reader says. */
    note,

    /** A request whose answer a schema parses, from the cache where that may serve. */
    ask: cached,

    /**
     * What to store to carry the cache over a restart; null when nothing changed since last time.
     */
    snapshot: (): CacheSnapshot | null => {
      if (!tip) return null
      if (gonePaths.changed()) cache.set(GONE_PATHS, tip, gonePaths.snapshot())
      return cache.changed() ? cache.snapshot(tip) : null
    },
    /**
     * Requests sent, bytes of their bodies, requests saved by coalescing, rounds repeated, readings
     * served from the cache.
     */
    counts: () => ({ ...http.counts(), hits }),
    http,
  }
}
/** A client of a Stacks node and its API; `createStacksClient` makes one. */
export type StacksClient = ReturnType<typeof createStacksClient>
