import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'

const text = (path: string) => readFileSync(path, 'utf8')
const pages = [
  'README.md',
  'SECURITY.md',
  'CHANGELOG.md',
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

const examples = readdirSync('docs/examples')
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `docs/examples/${name}`)

it.each(pages)('TypeScript in %s is an example, which compiles and runs', (page) => {
  for (const [, indent, path, code] of text(page).matchAll(
    /^( *)```(?:ts|typescript|tsx)\b *(.*)\n([^]*?)\n *```$/gm,
  )) {
    expect(examples, `a block without the name of its example in ${page}`).toContain(path)
    expect(code!.replaceAll(new RegExp(`^${indent}`, 'gm'), ''), path).toBe(text(path!).trimEnd())
  }
})

// The compiler checks them with everything else: they are in tsconfig.json.
it.each(examples)('%s is run by a test, or by a command', (path) => {
  const runners = [
    ...readdirSync('test', { recursive: true, encoding: 'utf8' }).map((name) => `test/${name}`),
    ...readdirSync('docs/examples').map((name) => `docs/examples/${name}`),
  ].filter((file) => /\.(ts|json)$/.test(file))
  const name = path.split('/').at(-1)!
  expect(runners.filter((file) => file !== path && text(file).includes(name))).not.toEqual([])
})

it('the examples without a network run', async () => {
  const { deployment } = await import('../../../docs/examples/deployment.ts')
  expect(deployment).toMatchObject({ network: 'testnet', custom: true })
  const { position } = await import('../../../docs/examples/pool.ts')
  expect(position.value).toBe(2_000_000_000_000n)
  const { boost } = await import('../../../docs/examples/library.ts')
  expect(boost).toBeGreaterThan(100_000_000n)
  const staking = await import('../../../docs/examples/bitcoin-staking.ts')
  expect(staking.netSatsOfCycle).toBeGreaterThan(70_000n)
  expect(staking.blockers.map(({ code }) => code)).toEqual([
    'fee-above-bound',
    'not-enough-stx',
    'ends-silently',
  ])
  const rkyv = await import('../../../docs/examples/rkyv.ts')
  expect(rkyv.argument.ok && rkyv.argument.value).toHaveLength(248)
  expect(rkyv.event).toEqual({ ok: false, code: 'bad-point' })
  expect(rkyv.deposit.ok && rkyv.deposit.value).toHaveLength(208)
})

it.each(pages)('%s links to existing targets', (page) => {
  for (const [, target, anchor] of text(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)) {
    const file = target === '' ? page : join(dirname(page), target!)
    expect(existsSync(file), target).toBe(true)
    if (anchor !== undefined) expect(anchorsOf(file), `${target}#${anchor}`).toContain(anchor)
  }
})

it('the page of the npm package needs nothing but the package', () => {
  const page = text('docs/package.md')
  expect(page).not.toMatch(/\]\(|docs\//)
  const { exports } = JSON.parse(text('package.json')) as { exports: Record<string, unknown> }
  const named = [...page.matchAll(/['`]twinstack(\/[\w/-]+)?['`]/g)].map(
    ([, path = '']) => `.${path}`,
  )
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((path) => !(path in exports))).toEqual([])
})

it.each(['docs/how-to.md', 'docs/contributing.md', 'docs/architecture.md', 'SECURITY.md'])(
  '%s names existing files',
  (page) => {
    const named = [
      ...text(page).matchAll(/`((?:src|test|docs|public|_locales)\/[\w./-]+\.\w+)[:`]/g),
    ].map(([, path]) => path!)
    for (const path of named) expect(existsSync(path), path).toBe(true)
  },
)

it('every export of the package has a description', () => {
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
    'src/chain/bitcoin-staking.ts',
    'src/protocol/hyperstaking/index.ts',
    'src/protocol/hyperstaking/rkyv/index.ts',
    'src/chain/index.ts',
    'src/widget/index.ts',
    'src/widget/dual-stacking/element.ts',
    'src/widget/hyperstaking/index.ts',
    'src/widget/bitcoin-staking/index.ts',
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
