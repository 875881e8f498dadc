import { readdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Section } from '../../../src/words/message.ts'

/** Files that only put others together. */
const compositions = ['start.ts', 'index.ts']

/**
 * The catalogues in the folder of one language, by file and by the name that they are exported
 * under: read from the folder, so that none can be forgotten.
 */
export async function readCatalogues(
  locale: string,
  words = 'src/words',
): Promise<Record<string, Section>> {
  const found: Record<string, Section> = {}
  for (const file of readdirSync(`${words}/${locale}`).toSorted()) {
    if (compositions.includes(file)) continue
    const module = (await import(
      /* @vite-ignore */ pathToFileURL(`${words}/${locale}/${file}`).href
    )) as Record<string, Section>
    for (const [name, section] of Object.entries(module)) found[`${file} ${name}`] = section
  }
  return found
}

/** All sentences of one language that are looked up by one key each, as surfaces see them. */
export async function readSentences(locale: string, words?: string): Promise<Section> {
  return Object.assign({}, ...Object.values(await readCatalogues(locale, words))) as Section
}
