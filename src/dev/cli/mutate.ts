import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { exceptions } from './mutate/exceptions.ts'
import { filesWith } from './mutate/files-with.ts'
import type { Mutation } from './mutate/mutation.ts'
import { mutations } from './mutate/mutations.ts'
import { runTests, type RowOutcome } from './mutate/run-tests.ts'
import { readThreats, type Threat } from './mutate/threats.ts'

/*
 * Takes each defence out, one at a time, and runs the test that SECURITY.md names for it: the test
 * must fail. Works on a copy, so that a run that is stopped leaves the sources as they were.
 *
 *   npm run mutate                      every row
 *   npm run mutate -- --no-browser      those whose test needs no browser
 *   npm run mutate -- redirect cookies  those with one of these texts in their threat
 */

const COPY = 'build/mutate'
const COPIED = ['src', 'test', 'docs', '_locales', 'public', 'SECURITY.md', 'README.md']
const SETTINGS = [
  'manifest.json',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
  'vitest.config.ts',
]

function copySources(): void {
  rmSync(COPY, { recursive: true, force: true })
  mkdirSync(COPY, { recursive: true })
  for (const name of [...COPIED, ...SETTINGS]) cpSync(name, join(COPY, name), { recursive: true })
  symlinkSync(resolve('node_modules'), join(COPY, 'node_modules'))
}

const needsBrowser = ({ file }: Threat): boolean => file.startsWith('test/e2e/')

/** Browser tests run what was built. */
function build(): void {
  const { status, stdout, stderr } = spawnSync(
    'node_modules/.bin/tsx',
    ['src/dev/cli/build.ts', 'extension', 'widget', 'site', 'demo-wallet'],
    { cwd: COPY, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`the build failed:\n${stdout}${stderr}`)
}

function runWithout({ from, to, also = [], within }: Mutation, threat: Threat): RowOutcome {
  const copies = filesWith(from, within).map((file) => join(COPY, file))
  const sources = copies.map((path) => [path, readFileSync(path, 'utf8')] as const)
  for (const [path, source] of sources)
    writeFileSync(
      path,
      [{ from, to }, ...also].reduce(
        (text, each) => text.replaceAll(each.from, () => each.to),
        source,
      ),
    )
  try {
    if (needsBrowser(threat)) build()
    return runTests(COPY, [threat])[0]!
  } finally {
    for (const [path, source] of sources) writeFileSync(path, source)
  }
}

/** The mutations whose threat contains one of these texts; all when there are none. */
function choose(wanted: readonly string[], threats: ReadonlyMap<string, Threat>): Mutation[] {
  const texts = wanted.filter((each) => !each.startsWith('--'))
  return mutations
    .filter(({ threat }) => texts.length === 0 || texts.some((text) => threat.includes(text)))
    .filter(({ threat }) => !wanted.includes('--no-browser') || !needsBrowser(threats.get(threat)!))
}

/** How each row's tests end while every defence is in place. */
function runUnchanged(rows: readonly Threat[]): Map<string, RowOutcome> {
  if (rows.some(needsBrowser)) build()
  const outcomes = runTests(COPY, rows)
  return new Map(rows.map(({ threat }, index) => [threat, outcomes[index]!]))
}

function main(): number {
  const threats = new Map(readThreats().map((each) => [each.threat, each]))
  const chosen = choose(process.argv.slice(2), threats)
  copySources()
  const rows = [...new Set(chosen.map(({ threat }) => threats.get(threat)!))]
  const unchanged = runUnchanged(rows)
  let survivors = 0
  for (const mutation of chosen) {
    const { threat, from, to } = mutation
    const before = unchanged.get(threat)!
    const after = runWithout(mutation, threats.get(threat)!)
    const isProof = before.passed > 0 && before.failed === 0
    const bites = isProof && after.failed > 0
    if (!bites) survivors++
    console.log(`${bites ? 'fails as it should' : 'SURVIVES'}  ${threat}`)
    console.log(`  ${from} → ${to.split('\n')[0]}`)
    console.log(`  ${isProof ? after.reason : `not proven with its defence: ${before.reason}`}`)
  }
  console.log(`${chosen.length} defences taken out, ${survivors} not missed by their test`)
  for (const [threat, reason] of Object.entries(exceptions))
    console.log(`not taken out: ${threat}: ${reason}`)
  return survivors === 0 ? 0 : 1
}

process.exitCode = main()
