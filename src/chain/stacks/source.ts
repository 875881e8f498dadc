import type { ClarityValue } from '@stacks/transactions'
import type * as v from 'valibot'
import type { Capabilities } from './capabilities.ts'
import type { StacksClient } from './client.ts'
import type { ReadOptions } from './read-options.ts'
import type { StacksRead, StacksReadFailure } from './stacks-read.ts'

/**
 * A source of one value: a read-only function, a map entry, a data variable, or any other request.
 * `schema` unwraps the plain Clarity value; `blocks`: for how many Bitcoin blocks an answer may be
 * reused (default 1). `contract`: another contract than the deployment's, whose interface is not
 * known beforehand.
 */
export type Source<T> = { blocks?: number; contract?: string } & (
  | {
      read: string
      args?: ClarityValue[]
      sender?: string
      schema: v.GenericSchema<unknown, T>
      usesAtBlock?: boolean
    }
  | { map: string; key: ClarityValue; schema: v.GenericSchema<unknown, T> }
  | { variable: string; schema: v.GenericSchema<unknown, T> }
  | { ask: (options: ReadOptions) => Promise<StacksRead<T>> }
)

/** What the reads of one refresh share: the client, what the contract offers, and what failed. */
export type Reader = {
  client: StacksClient
  contract: string
  capabilities: Capabilities
  fresh: boolean
  failures: StacksReadFailure[]
}
