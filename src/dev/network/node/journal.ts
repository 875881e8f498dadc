import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { undoneStatuses, type Operation } from '../host/operation.ts'

/** An operation, when it was made (ms), and after how many reorganisations (absent: none). */
export type JournalEntry = { at: number; operation: Operation; fork?: number }

/**
 * What a chain starts from; the same start and entries give the same chain. The first `genesis`
 * entries set it up.
 */
export type ChainStart = { genesisTime: number; label: string; genesis: number }

const header = v.object({
  format: v.literal('twinstack-network'),
  version: v.literal(1),
  genesisTime: v.number(),
  label: v.string(),
  genesis: v.number(),
})

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const strings = v.array(v.string())
const undone = v.object({
  status: v.picklist(undoneStatuses),
  hex: v.string(),
  reason: v.optional(v.string()),
})
const epochs = [
  '2.0',
  '2.05',
  '2.1',
  '2.2',
  '2.3',
  '2.4',
  '2.5',
  '3.0',
  '3.1',
  '3.2',
  '3.3',
  '3.4',
  '4.0',
] as const
const operation = v.variant('kind', [
  v.object({ kind: v.literal('burn'), count }),
  v.object({ kind: v.literal('stacks'), count }),
  v.object({ kind: v.literal('epoch'), epoch: v.picklist(epochs) }),
  v.object({ kind: v.literal('mint'), recipient: v.string(), microStx: v.string() }),
  v.object({
    kind: v.literal('deploy'),
    sender: v.string(),
    name: v.string(),
    source: v.string(),
    clarity: v.number(),
  }),
  v.object({
    kind: v.literal('call'),
    sender: v.string(),
    contract: v.string(),
    method: v.string(),
    args: strings,
  }),
  v.object({ kind: v.literal('transaction'), raw: v.string(), undone: v.optional(undone) }),
  v.object({ kind: v.literal('block'), raws: strings }),
])
const entry = v.object({ at: v.number(), operation, fork: v.optional(count) })

const parseLine = <S extends v.GenericSchema>(
  schema: S,
  line: string,
): v.InferOutput<S> | undefined => {
  try {
    const parsed = v.safeParse(schema, JSON.parse(line))
    return parsed.success ? parsed.output : undefined
  } catch {
    return undefined
  }
}

/**
 * Keeps the operations of a chain in `folder/chain.jsonl`, one line each, written as they happen.
 */
export const openJournal = (folder: string) => {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'chain.jsonl')

  /** Starts a new history: all of it is there, or nothing. */
  const begin = (start: ChainStart, entries: JournalEntry[]) => {
    const lines = [{ format: 'twinstack-network', version: 1, ...start }, ...entries].map(
      (line) => `${JSON.stringify(line)}\n`,
    )
    writeFileSync(`${path}.new`, lines.join(''))
    renameSync(`${path}.new`, path)
  }

  /**
   * What was kept, or undefined in a new folder. A last line cut off by a crash is dropped;
   * anything else unreadable throws.
   */
  const load = (): { start: ChainStart; entries: JournalEntry[] } | undefined => {
    if (!existsSync(path)) return undefined
    const text = readFileSync(path, 'utf8')
    const complete = text.slice(0, text.lastIndexOf('\n') + 1)
    if (complete.length < text.length) truncateSync(path, Buffer.byteLength(complete))
    const [first = '', ...lines] = complete.split('\n').slice(0, -1)
    const start = parseLine(header, first)
    if (!start)
      throw new Error(`${path} is not the history of a local network: choose another folder`)
    const entries = lines.map((line, index) => {
      const parsed = parseLine(entry, line)
      if (!parsed)
        throw new Error(
          `${path} is damaged at line ${index + 2}: ` +
            'choose another folder, or delete this one to start over',
        )
      return parsed as JournalEntry
    })
    return {
      start: { genesisTime: start.genesisTime, label: start.label, genesis: start.genesis },
      entries,
    }
  }

  return {
    begin,
    load,
    append: (added: JournalEntry) => appendFileSync(path, `${JSON.stringify(added)}\n`),
  }
}
