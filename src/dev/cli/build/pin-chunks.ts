import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { isTranslation } from './chunk-names.ts'

/** What the sources of the widget hold in the place of what is known once all files are built. */
const NO_PINS = '{"pins":[]}'
const NO_MORE = '{"more":[]}'
const NO_HASH = 'hash-of-pins'

const MORE = 'more-pins.js'
/** Off the path from the core to the question that a wallet is asked, in English. */
const seldom = [
  'snapshot',
  'rewards',
  'no-wallet-connect',
  'contract-en',
  'account-questions',
  'follow-transaction',
]
const isSeldomNeeded = (name: string): boolean =>
  isTranslation(name) || /-(language|worker)\.js$/.test(name) || seldom.includes(name.slice(0, -3))

const STATIC = /(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g
const DYNAMIC = /\bimport\((["'`])\.\/([\w.-]+\.js)\1\)/g

const hashOf = (code: string): string =>
  `sha256-${createHash('sha256').update(code).digest('base64')}`

/** A chunk whose dynamic imports wait until what they load has been compared with its hash. */
export const guardImports = (code: string): string => {
  const guarded = code.replace(DYNAMIC, (whole, _quote, name: string) => {
    return `__pinned("${name}").then(()=>${whole})`
  })
  return guarded === code ? code : `import{verify as __pinned}from"./pins.js";${guarded}`
}

const importsOf = (code: string): string[] => [
  ...new Set(
    [...code.matchAll(STATIC)].map((match) => match[1]!).filter((name) => name !== 'pins.js'),
  ),
]

/** Puts a text into a built file in the place of another; the file's whole text. */
async function fill(file: string, from: string, to: string): Promise<string> {
  const parts = (await readFile(file, 'utf8')).split(from)
  if (parts.length !== 2) throw new Error(`"${from}" is ${parts.length - 1} times in ${file}`)
  const text = parts.join(to)
  await writeFile(file, text)
  return text
}

/**
 * Puts the hash of every file that a widget may load into `pins.js`, and that file's hash into the
 * core: the hash of the core in a page's tag covers all of them. `core` checks its own imports; the
 * entry for bundlers is left as it is.
 */
export async function pinChunks(folder: string, core: string): Promise<void> {
  const apart = [core, 'element.js', 'pins.js', MORE]
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js'))
  const pins: Record<string, string[]> = {}
  for (const name of names.filter((each) => !apart.includes(each))) {
    const code = guardImports(await readFile(`${folder}/${name}`, 'utf8'))
    await writeFile(`${folder}/${name}`, code)
    pins[name] = [hashOf(code), ...importsOf(code)]
  }
  const more = Object.fromEntries(Object.entries(pins).filter(([name]) => isSeldomNeeded(name)))
  for (const name of Object.keys(more)) delete pins[name]
  const ofMore = await fill(`${folder}/${MORE}`, NO_MORE, JSON.stringify(more))
  const ofAll = await fill(
    `${folder}/pins.js`,
    NO_PINS,
    JSON.stringify({ ...pins, [MORE]: [hashOf(ofMore)] }),
  )
  await fill(`${folder}/${core}`, NO_HASH, hashOf(ofAll))
}
