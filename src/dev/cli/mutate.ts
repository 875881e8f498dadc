import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { filesWith } from './mutate/files-with.ts'
import { mutations, type Mutation } from './mutate/mutations.ts'
import { readThreats, type Threat } from './mutate/threats.ts'

/*
 * Takes each defence out, one at a time, and runs the test that SECURITY.md names for it: the test
 * must fail. Works on a copy, so that a run that is stopped leaves the sources as they were.
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

/** The vitest project of a test. */
function projectOf(file: string): 'unit' | 'contract' | 'browser' | 'main-jobs' {
  if (file.startsWith('test/unit/')) return 'unit'
  if (file.startsWith('test/contract/')) return 'contract'
  return file.startsWith('test/e2e/main-jobs/') ? 'main-jobs' : 'browser'
}

/** Browser tests run what was built. */
function buildFor({ file }: Threat): void {
  if (!file.startsWith('test/e2e/')) return
  spawnSync('node_modules/.bin/tsx', ['src/dev/cli/build.ts'], { cwd: COPY, stdio: 'ignore' })
}

/**
 * Numbers of the tests that passed and failed; the rest of vitest's output is kept for a report.
 */
function runTest({ file, title }: Threat): { passed: number; failed: number; output: string } {
  const pattern = title.replace(/%\w/g, '\0').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      `--project=${projectOf(file)}`,
      '--reporter=json',
      file,
      '-t',
      pattern.replaceAll('\0', '.+'),
    ],
    { cwd: COPY, encoding: 'utf8' },
  )
  const report = /^\{.*"numTotalTests".*\}$/m.exec(stdout)?.[0]
  const { numPassedTests = 0, numFailedTests = 0 } = JSON.parse(report ?? '{}') as {
    numPassedTests?: number
    numFailedTests?: number
  }
  return { passed: numPassedTests, failed: numFailedTests, output: stdout + stderr }
}

function runWithout({ from, to }: Mutation, threat: Threat): ReturnType<typeof runTest> {
  const sources = filesWith(from).map(
    (file) => [join(COPY, file), readFileSync(file, 'utf8')] as const,
  )
  for (const [path, source] of sources)
    writeFileSync(
      path,
      source.replaceAll(from, () => to),
    )
  try {
    buildFor(threat)
    return runTest(threat)
  } finally {
    for (const [path, source] of sources) writeFileSync(path, source)
  }
}

function main(): number {
  const threats = new Map(readThreats().map((each) => [each.threat, each]))
  copySources()
  let survivors = 0
  // Names of rows, or parts of them, choose some.
  const wanted = process.argv.slice(2)
  const chosen = mutations.filter(
    ({ threat }) => wanted.length === 0 || wanted.some((part) => threat.includes(part)),
  )
  for (const mutation of chosen) {
    const threat = threats.get(mutation.threat)
    if (!threat) throw new Error(`SECURITY.md has no row "${mutation.threat}"`)
    buildFor(threat)
    const before = runTest(threat)
    const after = runWithout(mutation, threat)
    const bites = before.passed > 0 && before.failed === 0 && after.failed > 0
    if (!bites) survivors++
    console.log(`${bites ? 'fails as it should' : 'SURVIVES'}  ${mutation.threat}`)
    console.log(`  ${mutation.from} → ${mutation.to.split('\n')[0]}`)
    if (!bites) console.log(before.failed > 0 ? before.output : after.output)
  }
  console.log(`${chosen.length} defences taken out, ${survivors} not missed by their test`)
  return survivors === 0 ? 0 : 1
}

process.exitCode = main()
