import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'

const text = (path: string) => readFileSync(path, 'utf8')
const pages = [
  'README.md',
  'SECURITY.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]

/** The anchors of a page: those it sets, and those that its headings get. */
const anchorsOf = (page: string) => [
  ...[...text(page).matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id!),
  ...[...text(page).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  ),
]

it('code in the pages is the code of the examples', () => {
  const shown = [...text('docs/how-to.md').matchAll(/```ts (\S+)\n(.*?)\n```/gs)]
  expect(shown.map(([, path]) => path)).toEqual([
    'docs/examples/deployment.ts',
    'docs/examples/pool.ts',
    'docs/examples/library.ts',
  ])
  for (const [, path, code] of shown) expect(code, path).toBe(text(path!).trimEnd())
})

it('the examples run', async () => {
  const { deployment } = (await import('../../../docs/examples/deployment.ts')) as {
    deployment: { network: string; custom: boolean }
  }
  expect(deployment).toMatchObject({ network: 'testnet', custom: true })
  const { position } = (await import('../../../docs/examples/pool.ts')) as {
    position: { value: bigint }
  }
  expect(position.value).toBe(2_000_000_000_000n)
  const { boost } = (await import('../../../docs/examples/library.ts')) as { boost: bigint }
  expect(boost).toBeGreaterThan(100_000_000n)
})

it.each(pages)('%s links to what is there', (page) => {
  for (const [, target, anchor] of text(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)) {
    const file = target === '' ? page : join(dirname(page), target!)
    expect(existsSync(file), target).toBe(true)
    if (anchor !== undefined) expect(anchorsOf(file), `${target}#${anchor}`).toContain(anchor)
  }
})

it.each(['docs/how-to.md', 'docs/contributing.md', 'docs/architecture.md', 'SECURITY.md'])(
  '%s names files that are there',
  (page) => {
    const named = [
      ...text(page).matchAll(/`((?:src|test|docs|public|_locales)\/[\w./-]+\.\w+)[:`]/g),
    ].map(([, path]) => path!)
    for (const path of named) expect(existsSync(path), path).toBe(true)
  },
)

it('every export of the package says what it is', () => {
  // Comments need no types of the platform or of packages: without them the program is made in a
  // moment.
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    allowImportingTsExtensions: true,
    noEmit: true,
    noLib: true,
    types: [],
  }
  const host = ts.createCompilerHost(options)
  host.resolveModuleNameLiterals = (names, from) =>
    names.map(({ text: name }) => ({
      resolvedModule: name.startsWith('.')
        ? { resolvedFileName: join(dirname(from), name), extension: extname(name) }
        : undefined,
    }))
  const entries = [
    'src/protocol/dual-stacking/index.ts',
    'src/protocol/hyperstaking/index.ts',
    'src/widget/index.ts',
    'src/widget/dual-stacking/element.ts',
    'src/widget/hyperstaking/index.ts',
  ]
  const program = ts.createProgram(entries, options, host)
  const checker = program.getTypeChecker()
  const silent: string[] = []
  let count = 0
  for (const entry of entries) {
    for (const exported of checker.getExportsOfModule(
      checker.getSymbolAtLocation(program.getSourceFile(entry)!)!,
    )) {
      count++
      const meant =
        exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
      if (meant.getDocumentationComment(checker).length === 0)
        silent.push(`${entry}: ${exported.name}`)
    }
  }
  expect(count).toBeGreaterThan(150)
  expect(silent).toEqual([])
})
