import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import * as v from 'valibot'
import type { PrintList } from '../../../chain/stacks/bitcoin-staking/audit/print-list.ts'
import type { PlainClarity } from '../../../chain/stacks/clarity.ts'
import { BadProgressFile } from './progress-file.ts'

const stored = v.object({
  programme: v.literal('bitcoin-staking'),
  lists: v.array(
    v.object({
      contract: v.string(),
      older: v.nullable(v.string()),
      isComplete: v.boolean(),
      prints: v.array(
        v.object({
          txid: v.string(),
          index: v.number(),
          value: v.custom<PlainClarity>(() => true),
        }),
      ),
    }),
  ),
})

const write = (_: string, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)
const revive = (_: string, value: unknown) =>
  typeof value === 'string' && /^-?\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value

/**
 * Reads the lists of an interrupted audit; none in a new file. Throws `BadProgressFile` when the
 * file is something else.
 */
export function loadPrintLists(file: string): PrintList[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return []
  }
  try {
    return v.parse(stored, JSON.parse(text, revive)).lists
  } catch {
    throw new BadProgressFile(`${file} is not the state of an audit: choose another file`)
  }
}

/** Replaces the file atomically. */
export function savePrintLists(file: string, lists: readonly PrintList[]): void {
  const state = { programme: 'bitcoin-staking', lists }
  writeFileSync(`${file}.new`, JSON.stringify(state, write))
  renameSync(`${file}.new`, file)
}
