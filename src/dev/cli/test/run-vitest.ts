import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runTool } from './run-tool.ts'
import type { Tally } from './tally.ts'

interface Report {
  testResults: {
    name: string
    status: string
    message?: string
    assertionResults: { status: string; fullName: string }[]
  }[]
}

/** Runs the test projects and counts their tests by vitest's own report. */
export async function runVitest(tally: Tally, projects: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'twinstack-test-'))
  const path = join(folder, 'report.json')
  const status = await runTool([
    'vitest',
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${path}`,
  ])
  const report = readReport(path)
  rmSync(folder, { recursive: true, force: true })
  const before = tally.failures.length
  if (report) countResults(tally, report)
  // An unhandled error, or no report at all, fails a run in which every test passed.
  if (status !== 0 && tally.failures.length === before)
    tally.record(`vitest (exit code ${status}, see above)`, false)
}

function readReport(path: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report
  } catch {
    return undefined
  }
}

function countResults(tally: Tally, { testResults }: Report): void {
  for (const { name, status, message, assertionResults } of testResults) {
    for (const test of assertionResults)
      if (test.status === 'passed' || test.status === 'failed')
        tally.record(`${name}: ${test.fullName}`, test.status === 'passed')
      else tally.skipped++
    // A file that could not be loaded, or whose set-up failed, has no failed test.
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) {
      tally.record(name, false)
      console.log(message ?? '')
    }
  }
}
