import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

let sources: ReadonlyMap<string, string> | undefined

/** The manifest and every source; the lists of mutations contain every text themselves. */
function readSources(): ReadonlyMap<string, string> {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|html)$/.test(name) && !name.startsWith(join('dev/cli/mutate')))
    .map((name) => join('src', name))
  return new Map(['manifest.json', ...files].map((file) => [file, readFileSync(file, 'utf8')]))
}

/** The source files, or the manifest, that contain the text; `within`: only those in this path. */
export function filesWith(text: string, within = ''): string[] {
  sources ??= readSources()
  return [...sources]
    .filter(([file, source]) => file.startsWith(within) && source.includes(text))
    .map(([file]) => file)
}
