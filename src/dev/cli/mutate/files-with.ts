import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The source files, or the manifest, that contain the text; `within`: only those in this path. */
export const filesWith = (text: string, within = ''): string[] =>
  [
    'manifest.json',
    ...readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(tsx?|html)$/.test(name))
      .map((name) => join('src', name)),
  ]
    // The lists of mutations contain every text themselves.
    .filter((file) => file.startsWith(within) && !file.startsWith(join('src/dev/cli/mutate')))
    .filter((file) => readFileSync(file, 'utf8').includes(text))
