import { readFileSync } from 'node:fs'
import { zipSync, type Zippable } from 'fflate'

/** The earliest date a zip can hold: entries carry no trace of when or where they were made. */
const EPOCH = new Date(1980, 0, 1)
const UNIX = 3
const PLAIN_FILE = 0o100644 << 16

/** A file of an archive: its name there, and its bytes or its path on disk. */
export type ArchiveEntry = [name: string, content: Uint8Array | string]

export const contentOf = ([, content]: ArchiveEntry): Uint8Array =>
  typeof content === 'string' ? readFileSync(content) : content

/** A zip, byte for byte the same for the same names and contents. */
export function zipOf(entries: readonly ArchiveEntry[]): Uint8Array {
  const files: Zippable = {}
  for (const entry of entries.toSorted(([one], [other]) => (one < other ? -1 : 1)))
    files[entry[0]] = [contentOf(entry), { mtime: EPOCH, level: 9, os: UNIX, attrs: PLAIN_FILE }]
  return zipSync(files)
}
