import * as v from 'valibot'
import { awaitIndex, type IndexPatience } from '../api/await-index.ts'
import type { StacksClient } from '../client.ts'
import type { StacksRead } from '../stacks-read.ts'
import { presentValues } from './present-values.ts'
import { runReads } from './run-reads.ts'

const MOST_TRIES = 3

/** How far the contract's cycle is, by its node: every step of an operator changes some of it. */
const readProgress = (client: StacksClient, contract: string): Promise<StacksRead<string>> =>
  runReads(async () => {
    const values = presentValues(client, contract)
    const all = [
      await values.read('snapshot-data', v.unknown()),
      await values.read('get-last-operation-state', v.unknown()),
      await values.read('get-reward-distribution-status', v.unknown()),
      await values.amount('weights-computed-count'),
    ]
    return JSON.stringify(all, (_, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    )
  })

/**
 * Reads from a node and from its index as of one moment: the index has all that the node told
 * before, and the contract stands afterwards as it stood then. Otherwise it is read again, three
 * times in all; `slow` when it never held still, or the index stays behind its node for longer than
 * `patienceMs`, a minute by default. Ten requests more than `read` makes.
 */
export const readAtOneMoment = async <T>(
  client: StacksClient,
  contract: string,
  read: () => Promise<StacksRead<T>>,
  patience: IndexPatience = {},
): Promise<StacksRead<T>> => {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const before = await readProgress(client, contract)
    if (!before.ok) return before
    const indexed = await awaitIndex(client, patience)
    if (!indexed.ok) return indexed
    const value = await read()
    if (!value.ok) return value
    const after = await readProgress(client, contract)
    if (!after.ok || after.value === before.value) return after.ok ? value : after
  }
  return { ok: false, failure: { code: 'slow' } }
}
