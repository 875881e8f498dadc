import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The end of every sentence of a language that is made for a test. */
export const MARK = '·'

/** A catalogue of a made-up language: the English sentences, marked. */
const marked = (file: string, text: string): string => {
  const [, name] = /export const (\w+)/.exec(text)!
  return `import { ${name} as english } from '../en/${file}'

const mark = (message) =>
  typeof message === 'string'
    ? message + '${MARK}'
    : Object.fromEntries(Object.entries(message).map(([form, text]) => [form, mark(text)]))
export const ${name} = Object.fromEntries(
  Object.entries(english).map(([key, message]) => [key, mark(message)]),
)
`
}

/**
 * A copy of `src` with one more language, added as docs/how-to.md says: one row in the registry and
 * one folder of catalogues. Gives the copy's folder, below the repository so that its packages are
 * found.
 */
export function addLocale(tag: string, name: string): string {
  mkdirSync('build', { recursive: true })
  const copy = `${mkdtempSync('build/locale-')}/src`
  cpSync('src', copy, { recursive: true })
  cpSync('tsconfig.json', join(dirname(copy), 'tsconfig.json'))
  const registry = `${copy}/words/locales.ts`
  const before = readFileSync(registry, 'utf8')
  const after = before.replace(/\n\} as const/, `\n  ${tag}: '${name}',\n} as const`)
  if (after === before) throw new Error('The registry has no rows to add one to.')
  writeFileSync(registry, after)
  writeCatalogues(`${copy}/words`, tag)
  return copy
}

/** A folder of marked catalogues next to the English ones. */
export function writeCatalogues(words: string, tag: string): void {
  mkdirSync(`${words}/${tag}`)
  for (const file of readdirSync(`${words}/en`)) {
    const text = readFileSync(`${words}/en/${file}`, 'utf8')
    const isComposition = file === 'start.ts' || file === 'index.ts'
    writeFileSync(`${words}/${tag}/${file}`, isComposition ? text : marked(file, text))
  }
}
