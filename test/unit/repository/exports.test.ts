import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/**
 * Names that a module declares and exports; what it passes on from another module is declared
 * there. In formatted code such a declaration starts its line.
 */
const declaredExports = (source: string): Set<string> => {
  const kinds = 'const|let|function\\*?|(?:abstract )?class|interface|type|enum'
  const simple = new RegExp(`^export (?:default )?(?:async )?(?:${kinds}) (\\w+)`, 'gm')
  const destructured = /^export const [[{]([^=]+)[\]}] =/gm
  return new Set([
    ...[...source.matchAll(simple)].map(([, name]) => name!),
    ...[...source.matchAll(destructured)].flatMap(([, names]) => names!.match(/\w+(?=,|\s*$)/g)!),
  ])
}

/**
 * Modules of one shape must export the same names: a catalogue in every language, the measurements
 * of `npm run bench`, and what the build puts in the place of another module.
 */
const isOneOfItsKind = (path: string) =>
  /^src\/words\/(?!format\/)[^/]+\/[\w-]+\.ts$/.test(path) ||
  path.startsWith('src/dev/cli/bench/rows/') ||
  /^src\/dev\/cli\/build\/no-[\w-]+\.ts$/.test(path)

/** Names that several modules declare, each with the paths of these. */
function sharedNames(modules: readonly { path: string; source: string }[]): Map<string, string[]> {
  const paths = new Map<string, string[]>()
  for (const { path, source } of modules)
    for (const name of declaredExports(source)) paths.set(name, [...(paths.get(name) ?? []), path])
  return new Map([...paths].filter(([, places]) => places.length > 1))
}

it('finds a name that two modules export', () => {
  const found = sharedNames([
    { path: 'a.ts', source: 'export type Row = 1\nexport const Row = 1\nconst inner = 1\n' },
    { path: 'b.ts', source: "export { parse } from './c.ts'\nexport interface Row {}\n" },
    {
      path: 'c.ts',
      source: 'export async function parse() {}\nexport const { on, off: out } = x\n',
    },
    { path: 'd.ts', source: 'export const out = () => {}\nexport const inner = 1\n' },
  ])
  expect([...found]).toEqual([
    ['Row', ['a.ts', 'b.ts']],
    ['out', ['c.ts', 'd.ts']],
  ])
})

it('no two modules of src export the same name with different meanings', () => {
  const modules = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((name) => join('src', name))
    .filter((path) => /\.tsx?$/.test(path) && !isOneOfItsKind(path))
    .map((path) => ({ path, source: readFileSync(path, 'utf8') }))
  expect(modules.flatMap(({ source }) => [...declaredExports(source)]).length).toBeGreaterThan(1000)
  expect(Object.fromEntries(sharedNames(modules))).toEqual({})
})
