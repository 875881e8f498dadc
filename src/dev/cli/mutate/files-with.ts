import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Those of the sources and the manifest that have the text. */
export const filesWith = (text: string): string[] =>
  [
    'manifest.json',
    ...readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      // The list of mutations has every text itself.
      .filter((name) => !name.endsWith(join('mutate', 'mutations.ts')))
      .map((name) => join('src', name)),
  ].filter((file) => readFileSync(file, 'utf8').includes(text))
