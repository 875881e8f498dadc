import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBrowser } from './browsers.ts'

/**
 * `npm test`: sets up what is missing, runs every check and every test, and ends with `N passed, N
 * failed`, counted from what ran. A check (types, lint, floors, unused code, build) counts as one.
 * `npm test -- unit contract` runs only these vitest projects.
 */
const projects = process.argv.slice(2)
const count = { passed: 0, failed: 0, skipped: 0 }
const failures: string[] = []

const checks: [string, string[]][] = [
  ['types', ['tsc', '--noEmit', '-p', '.']],
  ['types of protocol, without DOM or Node', ['tsc', '--noEmit', '-p', 'src/protocol']],
  ['lint', ['oxlint', 'src', 'test']],
  ['floors and licences of imports', ['depcruise', 'src', '--config', '.dependency-cruiser.cjs']],
  ['unused code', ['knip', '--no-progress']],
]
// The first three need one core each and nothing of each other; the build must come before the
// browser tests.
await Promise.all(checks.slice(0, 2).map(([title, command]) => check(title, command)))
for (const [title, command] of checks.slice(2)) await check(title, command)
if (projects.length === 0 || projects.includes('e2e')) {
  try {
    ensureBrowser('chromium')
    ensureBrowser('firefox')
  } catch (error) {
    record('browsers', false, String(error))
  }
}
await check('build', ['tsx', 'src/dev/cli/build.ts'])
await vitest()

for (const failure of failures) console.log(`failed: ${failure}`)
console.log(
  `${count.passed} passed, ${count.failed} failed${count.skipped ? `, ${count.skipped} skipped` : ''}`,
)
process.exit(count.failed === 0 ? 0 : 1)

async function check(title: string, command: string[]): Promise<void> {
  const started = performance.now()
  const { status, output } = await capture(command)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${status === 0 ? '✓' : '✗'} ${title} (${seconds} s)`)
  record(title, status === 0, output)
}

function record(title: string, passed: boolean, output: string): void {
  if (passed) count.passed++
  else {
    count.failed++
    failures.push(title)
    console.log(output.trimEnd())
  }
}

interface VitestReport {
  numTotalTests: number
  testResults: {
    name: string
    status: string
    message?: string
    assertionResults: { status: string; fullName: string }[]
  }[]
}

async function vitest(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'twinstack-test-'))
  const report = join(folder, 'report.json')
  const selected = projects.flatMap((project) => ['--project', project])
  const status = await inherit([
    'vitest',
    'run',
    ...selected,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  let results: VitestReport['testResults'] = []
  try {
    results = (JSON.parse(readFileSync(report, 'utf8')) as VitestReport).testResults
  } catch {
    record('vitest wrote no report', false, `exit code ${status}`)
  }
  rmSync(folder, { recursive: true, force: true })
  let failed = 0
  for (const file of results) {
    for (const test of file.assertionResults) {
      if (test.status === 'passed') count.passed++
      else if (test.status === 'failed') {
        failed++
        record(`${file.name}: ${test.fullName}`, false, '')
      } else count.skipped++
    }
    // A file that could not be loaded, or whose set-up failed, has no failed test of its own.
    if (
      file.status === 'failed' &&
      !file.assertionResults.some((test) => test.status === 'failed')
    ) {
      failed++
      record(file.name, false, file.message ?? '')
    }
  }
  if (status !== 0 && failed === 0)
    record('vitest', false, `exit code ${status} without a failed test: see above`)
}

function capture(command: string[]): Promise<{ status: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(bin(command[0]!), command.slice(1), { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', (error) => resolve({ status: 1, output: String(error) }))
    child.on('close', (status) => resolve({ status: status ?? 1, output }))
  })
}

function inherit(command: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(bin(command[0]!), command.slice(1), { stdio: 'inherit' })
    child.on('error', () => resolve(1))
    child.on('close', (status) => resolve(status ?? 1))
  })
}

function bin(name: string): string {
  return join('node_modules', '.bin', name)
}
