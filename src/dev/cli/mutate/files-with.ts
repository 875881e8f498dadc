import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The source files, or the manifest, that contain the text. */
export const filesWith = (text: string): string[] =>
  [
    'manifest.json',
    ...readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      // The list of mutations contains every text itself.
      .filter((name) => !name.endsWith(join('mutate', 'mutations.ts')))
      .map((name) => join('src', name)),
  ].filter((file) => readFileSync(file, 'utf8').includes(text))
