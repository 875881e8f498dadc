import * as v from 'valibot'
import { known, unknown, type Known, type UnknownReason } from '../known.ts'
import { isAtBlockGone, markAtBlockGone } from './at-block.ts'
import { forgetCapabilities } from './capabilities.ts'
import { isTransient, stacksUnknownReason } from './read-failure.ts'
import type { ReadOptions } from './read-options.ts'
import type { Reader, Source } from './source.ts'
import type { ClarityRead, StacksRead } from './stacks-read.ts'

const isOffered = (
  { client, contract, capabilities }: Reader,
  source: Source<unknown>,
): boolean => {
  if (source.contract !== undefined || 'ask' in source) return true
  if ('read' in source)
    return (
      capabilities.reads.includes(source.read) &&
      !(source.usesAtBlock && isAtBlockGone(client, contract))
    )
  return 'map' in source
    ? capabilities.maps.includes(source.map)
    : capabilities.variables.includes(source.variable)
}

const readFrom = async <T>(
  { client, contract: ownContract, fresh }: Reader,
  source: Source<T>,
): Promise<StacksRead<T>> => {
  const options: ReadOptions = { validBlocks: source.blocks ?? 1, fresh }
  const contract = source.contract ?? ownContract
  if ('ask' in source) return source.ask(options)
  let read: ClarityRead
  if ('read' in source)
    read = await client.callRead(contract, source.read, source.args, {
      ...options,
      ...(source.sender && { sender: source.sender }),
    })
  else if ('map' in source) read = await client.mapEntry(contract, source.map, source.key, options)
  else read = await client.dataVar(contract, source.variable, options)
  if (!read.ok) return read
  const parsed = v.safeParse(source.schema, read.value)
  return parsed.success
    ? { ok: true, value: parsed.output }
    : { ok: false, failure: { code: 'bad-answer' } }
}

/**
 * Tries the sources in order and returns the value of the first that answers; otherwise unknown,
 * with the network's reason when the network failed, else the contract's. A function that fails
 * because `at-block` is gone is not called again for a week, nor is any other that needs it.
 */
export const readFirstAvailable = async <T>(
  reader: Reader,
  sources: readonly Source<T>[],
): Promise<Known<T>> => {
  const { client, contract, failures } = reader
  const lacksAtBlock =
    sources.some((source) => 'read' in source && source.usesAtBlock) &&
    isAtBlockGone(client, contract)
  let reason: UnknownReason = lacksAtBlock ? 'at-block-unavailable' : 'not-offered'
  for (const source of sources) {
    if (!isOffered(reader, source)) continue
    const result = await readFrom(reader, source)
    if (result.ok) return known(result.value)
    const { failure } = result
    if (failure.code === 'at-block') markAtBlockGone(client, contract)
    // The remembered interface is no longer the contract's: read it again next time.
    if (failure.code === 'missing' && !source.contract && !('ask' in source))
      forgetCapabilities(client, contract)
    if (isTransient(failure) || failure.code === 'bad-answer') failures.push(failure)
    if (isTransient(failure)) return unknown(stacksUnknownReason(failure))
    if (failure.code !== 'missing' || reason === 'not-offered')
      reason = stacksUnknownReason(failure)
  }
  return unknown(reason)
}
