import type { ClarityValue } from '@stacks/transactions'
import * as v from 'valibot'
import { known, unknown, type Known, type UnknownReason } from '../known.ts'
import type { Capabilities } from './capabilities.ts'
import type { StacksRead, ClarityRead, StacksReadFailure, StacksClient } from './client.ts'
import { stacksUnknownReason, isTransient } from './read-failure.ts'
import type { ReadOptions } from './read-options.ts'

/**
 * One way to learn a value: a read-only function, a map entry, a data variable, or anything else
 * that answers. `schema` unwraps the plain Clarity value; `blocks`: for how many Bitcoin blocks an
 * answer serves (default 1). `contract`: another than the deployment's, whose interface is not
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

// Epoch 3.4 will not be undone, but a fork or another host may still run the older rules.
const AT_BLOCK_REMEMBERED_BLOCKS = 1008
const atBlockNote = (contract: string) => `at-block ${contract}`

/** Whether reads of this contract that need `at-block` were seen to fail on this network. */
export const isAtBlockGone = (client: StacksClient, contract: string): boolean =>
  client.note.get(atBlockNote(contract), AT_BLOCK_REMEMBERED_BLOCKS) === true

/** What a reading shares: whom to ask, what the contract offers, and what went wrong so far. */
export type Reader = {
  client: StacksClient
  contract: string
  capabilities: Capabilities
  fresh: boolean
  failures: StacksReadFailure[]
}

const isSourceOffered = (reader: Reader, way: Source<unknown>): boolean => {
  if (way.contract !== undefined || 'ask' in way) return true
  if ('read' in way)
    return (
      reader.capabilities.reads.includes(way.read) &&
      !(way.usesAtBlock && isAtBlockGone(reader.client, reader.contract))
    )
  return 'map' in way
    ? reader.capabilities.maps.includes(way.map)
    : reader.capabilities.variables.includes(way.variable)
}

const readFrom = async <T>(
  { client, contract, fresh }: Reader,
  way: Source<T>,
): Promise<StacksRead<T>> => {
  const options: ReadOptions = { validBlocks: way.blocks ?? 1, fresh }
  const at = way.contract ?? contract
  if ('ask' in way) return way.ask(options)
  let read: ClarityRead
  if ('read' in way)
    read = await client.callRead(at, way.read, way.args, {
      ...options,
      ...(way.sender && { sender: way.sender }),
    })
  else if ('map' in way) read = await client.mapEntry(at, way.map, way.key, options)
  else read = await client.dataVar(at, way.variable, options)
  if (!read.ok) return read
  const parsed = v.safeParse(way.schema, read.value)
  return parsed.success
    ? { ok: true, value: parsed.output }
    : { ok: false, failure: { code: 'bad-answer' } }
}

/**
 * Tries the ways in order and gives the value of the first that works; unknown with the reason
 * otherwise: the network's when it failed, else the contract's. A function that answers that
 * `at-block` is gone is not asked again for a week, nor any other that needs it.
 */
export const readFirstAvailable = async <T>(
  reader: Reader,
  ways: readonly Source<T>[],
): Promise<Known<T>> => {
  const lacksAtBlock =
    ways.some((way) => 'read' in way && way.usesAtBlock) &&
    isAtBlockGone(reader.client, reader.contract)
  let reason: UnknownReason = lacksAtBlock ? 'at-block-unavailable' : 'not-offered'
  for (const way of ways) {
    if (!isSourceOffered(reader, way)) continue
    const result = await readFrom(reader, way)
    if (result.ok) return known(result.value)
    const { failure } = result
    if (failure.code === 'at-block') reader.client.note.set(atBlockNote(reader.contract), true)
    // The interface we remember is no longer the contract's: read it anew next time.
    if (failure.code === 'missing' && !way.contract && !('ask' in way))
      reader.client.note.set(`capabilities ${reader.contract}`, null)
    if (isTransient(failure) || failure.code === 'bad-answer') reader.failures.push(failure)
    if (isTransient(failure)) return unknown(stacksUnknownReason(failure))
    if (failure.code !== 'missing' || reason === 'not-offered')
      reason = stacksUnknownReason(failure)
  }
  return unknown(reason)
}
