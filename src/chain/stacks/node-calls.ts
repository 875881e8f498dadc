import type { ClarityValue } from '@stacks/transactions'
import * as v from 'valibot'
import type { Answer } from '../http/answer.ts'
import type { HttpClient, HttpOptions, HttpRequest } from '../http/client.ts'
import {
  accountAnswer,
  callReadAnswer,
  dataAnswer,
  infoAnswer,
  interfaceAnswer,
} from './answers.ts'
import type { CachedRequests } from './cached-requests.ts'
import { decodeClarity, encodeClarity, type PlainClarity } from './clarity.ts'
import type { ReadOptions } from './read-options.ts'
import type { ClarityRead, StacksTip } from './stacks-read.ts'

const failedRead = (cause: string): ClarityRead => {
  if (/AtBlockUnavailable/i.test(cause)) return { ok: false, failure: { code: 'at-block' } }
  if (/UndefinedFunction|NoSuchPublicFunction|NoSuchContract/i.test(cause))
    return { ok: false, failure: { code: 'missing' } }
  return { ok: false, failure: { code: 'aborted' } }
}

const decodeRead = <T>(answer: Answer<T>, hexOf: (value: T) => string): ClarityRead => {
  if (!answer.ok)
    return answer.failure.code === 'not-found'
      ? { ok: false, failure: { code: 'missing' } }
      : answer
  const value = decodeClarity(hexOf(answer.value))
  return value === undefined ? { ok: false, failure: { code: 'bad-answer' } } : { ok: true, value }
}

const contractPath = (contract: string) => contract.replace('.', '/')

/** What a Stacks node answers itself, under `/v2`. */
export const createNodeCalls = (http: HttpClient, requests: CachedRequests) => {
  const { ask, askCached } = requests
  let tipReadAt = 0

  return {
    /** Heights and chain id; an answer younger than `maxAgeMs` is reused. */
    async tip(options: HttpOptions & { maxAgeMs?: number } = {}): Promise<Answer<StacksTip>> {
      const { maxAgeMs = 0, ...httpOptions } = options
      const current = requests.tip()
      const age = http.clock.now() - tipReadAt
      // A negative age means that the clock was set back, and says nothing about the real age.
      if (current && age >= 0 && age < maxAgeMs) return { ok: true, value: current }
      const answer = await ask(infoAnswer, { path: '/v2/info' }, httpOptions)
      if (!answer.ok) return answer
      const info = answer.value
      const height = info.burn_block_height
      const tip: StacksTip = {
        height,
        tag: `${height}:${info.pox_consensus.slice(0, 16)}`,
        stacksHeight: info.stacks_tip_height,
        chainId: info.network_id,
      }
      requests.setTip(tip)
      tipReadAt = http.clock.now()
      return { ok: true, value: tip }
    },

    /** A read-only function's result; `sender` is both tx-sender and contract-caller. */
    async callRead(
      contract: string,
      name: string,
      args: readonly ClarityValue[] = [],
      options: ReadOptions & { sender?: string } = {},
    ): Promise<ClarityRead> {
      const { sender = contract.split('.')[0]!, ...readOptions } = options
      const answer = await askCached(
        callReadAnswer,
        {
          path: `/v2/contracts/call-read/${contractPath(contract)}/${encodeURIComponent(name)}`,
          method: 'POST',
          body: { sender, arguments: args.map(encodeClarity) },
        },
        readOptions,
      )
      if (answer.ok && !answer.value.okay) return failedRead(answer.value.cause)
      // A node says so of a call that takes more time or memory than it grants.
      if (!answer.ok && answer.failure.status === 400)
        return { ok: false, failure: { code: 'aborted' } }
      return decodeRead(answer, (value) => (value.okay ? value.result : ''))
    },

    /** A map entry: null when there is none, else the value itself. */
    async mapEntry(
      contract: string,
      map: string,
      key: ClarityValue,
      options: ReadOptions = {},
    ): Promise<ClarityRead> {
      const request: HttpRequest = {
        path: `/v2/map_entry/${contractPath(contract)}/${encodeURIComponent(map)}?proof=0`,
        method: 'POST',
        body: encodeClarity(key),
      }
      const entry = decodeRead(await askCached(dataAnswer, request, options), ({ data }) => data)
      if (!entry.ok || entry.value === null) return entry
      const parsed = v.safeParse(v.object({ some: v.unknown() }), entry.value)
      return parsed.success
        ? { ok: true, value: parsed.output.some as PlainClarity }
        : { ok: false, failure: { code: 'bad-answer' } }
    },

    /** A data variable's value. */
    async dataVar(contract: string, name: string, options: ReadOptions = {}): Promise<ClarityRead> {
      const path = `/v2/data_var/${contractPath(contract)}/${encodeURIComponent(name)}?proof=0`
      return decodeRead(await askCached(dataAnswer, { path }, options), ({ data }) => data)
    },

    /** Functions, variables and maps of a contract; `not-found` when it does not exist. */
    contractInterface: (contract: string, options?: ReadOptions) =>
      askCached(
        interfaceAnswer,
        { path: `/v2/contracts/interface/${contractPath(contract)}` },
        options,
      ),

    /** Unlocked and natively locked microSTX, unlock height (Bitcoin) and next nonce. */
    account: (principal: string, options?: ReadOptions) =>
      askCached(accountAnswer, { path: `/v2/accounts/${principal}?proof=0` }, options),
  }
}
