import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { filesWithEffects } from '../build/files-with-effects.ts'
import { dist, root } from '../build/vite.ts'
import { filesUnder, inDist } from './extension.ts'
import { contentOf, type ArchiveEntry } from './zip.ts'

/**
 * The fields of package.json that concern those who install the package: it has no dependencies,
 * and nothing runs on installation.
 */
const kept = [
  'name',
  'version',
  'description',
  'license',
  'type',
  'exports',
  'bin',
  'engines',
] as const

/** What the package says of itself: unlike the repository's, it links to nothing outside. */
const readme = 'docs/package.md'

/** Packages whose types the clients' declarations use; their code is bundled. */
const typesOf = ['@stacks/transactions', 'valibot']

/**
 * Every file of the npm package: the protocols, the widget with its types, the keeper, and what a
 * reader needs.
 */
export function packageEntries(licences: string): ArchiveEntry[] {
  const own = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as Record<string, unknown> & {
    dependencies: Record<string, string>
  }
  // Importing a widget defines its element; importing the protocols has no effect.
  const published = {
    ...Object.fromEntries(kept.map((field) => [field, own[field]])),
    sideEffects: filesWithEffects.map((file) => `./dist/widget/${file}`),
    peerDependencies: Object.fromEntries(
      typesOf.map((name) => [name, `^${own.dependencies[name]}`]),
    ),
    peerDependenciesMeta: Object.fromEntries(typesOf.map((name) => [name, { optional: true }])),
  }
  return [
    ['package.json', Buffer.from(`${JSON.stringify(published, null, 2)}\n`)],
    ['THIRD-PARTY-LICENCES.txt', Buffer.from(licences)],
    ['README.md', readFileSync(`${root}${readme}`)],
    ...['LICENSE', `${dist}/lib`, `${dist}/widget`, `${dist}/keeper`]
      .flatMap(filesUnder)
      .map((path): ArchiveEntry => [inDist(path), `${root}${path}`]),
  ]
}

/**
 * Writes the tarball into a folder; npm itself makes it, with its fixed date, and gives its name.
 */
export function packTarball(entries: readonly ArchiveEntry[], folder: string): string {
  const stage = mkdtempSync(join(tmpdir(), 'twinstack-package-'))
  try {
    for (const entry of entries) {
      mkdirSync(dirname(join(stage, entry[0])), { recursive: true })
      writeFileSync(join(stage, entry[0]), contentOf(entry))
    }
    const said = execFileSync(
      'npm',
      ['pack', stage, '--ignore-scripts', '--json', '--pack-destination', folder],
      { cwd: stage, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    )
    return (JSON.parse(said) as { filename: string }[])[0]!.filename
  } finally {
    rmSync(stage, { recursive: true, force: true })
  }
}
