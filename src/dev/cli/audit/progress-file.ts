import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import * as v from 'valibot'
import { auditCursor, type AuditCursor } from '../../../chain/stacks/audit/collect-entries.ts'
import type { AuditEntry } from '../../../protocol/dual-stacking/audit/index.ts'

/** What an interrupted audit resumes from. */
export type AuditProgress = { contract: string; cursor: AuditCursor; entries: AuditEntry[] }

const stored = v.object({
  contract: v.string(),
  cursor: auditCursor,
  entries: v.array(
    v.object({
      key: v.string(),
      txid: v.string(),
      place: v.array(v.number()),
      event: v.looseObject({ kind: v.string() }),
    }),
  ),
})

const write = (_key: string, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)
const revive = (_key: string, value: unknown) =>
  typeof value === 'string' && /^-?\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value

/** A state file that cannot be used; the message is a sentence for the user. */
export class BadProgressFile extends Error {}

/**
 * Reads a state file; undefined when there is none yet. Throws `BadState` when the file is
 * something else.
 */
export const loadProgress = (file: string): AuditProgress | undefined => {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
  try {
    return v.parse(stored, JSON.parse(text, revive))
  } catch {
    throw new BadProgressFile(`${file} is not the state of an audit: choose another file`)
  }
}

/** Replaces the file atomically, so that an interruption leaves the old state or the new one. */
export const saveProgress = (file: string, state: AuditProgress): void => {
  writeFileSync(`${file}.new`, JSON.stringify(state, write))
  renameSync(`${file}.new`, file)
}
