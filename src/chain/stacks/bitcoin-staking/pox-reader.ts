import type { ClarityValue } from '@stacks/transactions'
import * as v from 'valibot'
import type { Answer } from '../../http/answer.ts'
import { known, unknown, type Known } from '../../known.ts'
import type { StacksClient } from '../client.ts'
import { stacksUnknownReason } from '../read-failure.ts'
import type { ReadOptions } from '../read-options.ts'
import type { ClarityRead, StacksReadFailure } from '../stacks-read.ts'
import type { StakingDeployment } from './staking-deployments.ts'

const HOUR_BLOCKS = 6

type Schema<T> = v.GenericSchema<unknown, T>

/** One read of a contract: pox-5 unless another is named. */
export interface ContractRead<T> {
  contract?: string
  schema: Schema<T>
  args?: ClarityValue[]
  /** For how many Bitcoin blocks an answer may be reused; 1 by default. */
  blocks?: number
}

/**
 * Reads of one refresh of Bitcoin Staking. Each value is known or says why not; `failures` are what
 * the network did not answer.
 */
export class PoxReader {
  readonly client: StacksClient
  readonly deployment: StakingDeployment
  readonly failures: StacksReadFailure[] = []
  #isFresh: boolean
  readonly #requests: number
  readonly #sentBefore: number
  #asked = 0

  /** `requests`: how many may be sent from now on; what they do not reach is `not-read`. */
  constructor(
    client: StacksClient,
    deployment: StakingDeployment,
    { fresh = false, requests = Number.POSITIVE_INFINITY } = {},
  ) {
    this.client = client
    this.deployment = deployment
    this.#isFresh = fresh
    this.#requests = requests
    this.#sentBefore = client.counts().requests
  }

  /** Whether all requests are sent that may be. */
  get isSpent(): boolean {
    // Several are asked at once, and one may be sent again after a failure.
    const sent = this.client.counts().requests - this.#sentBefore
    return Math.max(sent, this.#asked) >= this.#requests
  }

  /** Does reads that ask again for what can change within an hour. */
  async readAgain<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#isFresh
    this.#isFresh = true
    try {
      return await work()
    } finally {
      this.#isFresh = before
    }
  }

  /** A read-only function's answer. */
  async call<T>(name: string, read: ContractRead<T>): Promise<Known<T>> {
    const { contract = this.deployment.pox, args = [], blocks } = read
    return this.#parse(
      await this.client.callRead(contract, name, args, this.options(blocks)),
      read.schema,
    )
  }

  /** A data variable, which costs the node nothing to answer. */
  async variable<T>(name: string, read: Omit<ContractRead<T>, 'args'>): Promise<Known<T>> {
    const { contract = this.deployment.pox, blocks } = read
    return this.#parse(await this.client.dataVar(contract, name, this.options(blocks)), read.schema)
  }

  /** A map entry of pox-5, null where there is none; as cheap as a variable. */
  async entry<T>(
    map: string,
    key: ClarityValue,
    { schema, blocks }: Pick<ContractRead<T>, 'schema' | 'blocks'>,
  ): Promise<Known<T | null>> {
    const read = await this.client.mapEntry(this.deployment.pox, map, key, this.options(blocks))
    return this.#parse(read, v.nullable(schema))
  }

  /** What another request of the client answers. */
  async ask<T>(request: (options: ReadOptions) => Promise<Answer<T>>, blocks = 1) {
    const answer = await request(this.options(blocks))
    return answer.ok ? known(answer.value) : this.#fail(answer.failure)
  }

  options(blocks = 1): ReadOptions {
    return {
      validBlocks: blocks,
      fresh: this.#isFresh && blocks <= HOUR_BLOCKS,
      mayAsk: this.#mayAsk,
    }
  }

  readonly #mayAsk = (): boolean => {
    if (this.isSpent) return false
    this.#asked += 1
    return true
  }

  #parse<T>(read: ClarityRead, schema: Schema<T>): Known<T> {
    if (!read.ok) return this.#fail(read.failure)
    const parsed = v.safeParse(schema, read.value)
    return parsed.success ? known(parsed.output) : this.#fail({ code: 'bad-answer' })
  }

  #fail(failure: StacksReadFailure) {
    if (failure.code === 'rate-limited' && this.isSpent) return unknown('not-read')
    this.failures.push(failure)
    return unknown(stacksUnknownReason(failure))
  }
}
