import * as v from 'valibot'
import type { TestProject } from '../test/suites.ts'
import { runIn } from './run-in.ts'
import type { Threat } from './threats.ts'

const vitestReport = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      message: v.string(),
      assertionResults: v.array(
        v.object({
          fullName: v.string(),
          status: v.string(),
          failureMessages: v.array(v.string()),
        }),
      ),
    }),
  ),
})

const LONGEST_REASON = 300

/** What the tests of a row came to. */
export interface RowOutcome {
  passed: number
  failed: number
  /** The start of the first failure's first line; empty when there is none. */
  reason: string
}

/** The vitest project of a test. */
function projectOf(file: string): TestProject {
  if (file.startsWith('test/unit/')) return 'unit'
  if (file.startsWith('test/contract/exhaustive/')) return 'exhaustive'
  if (file.startsWith('test/contract/')) return 'contract'
  return file.startsWith('test/e2e/main-jobs/') ? 'main-jobs' : 'browser'
}

/** The file that vitest runs: faults are listed in files of their own. */
export function runnableFile({ file }: Threat): string {
  if (!file.startsWith('test/e2e/faults/')) return file
  return file.includes('/dusk') ? 'test/e2e/faults-dusk.test.ts' : 'test/e2e/faults.test.ts'
}

/** Values in titles are cut by vitest after some 40 letters: moments of faults are longer. */
const startOf = ({ file, title }: Threat): string =>
  file.startsWith('test/e2e/faults/') ? title.slice(0, 30) : title

/** A pattern for a row's title, in which `%s` and `$name` stand for what vitest puts there. */
const patternOf = (threat: Threat): string =>
  startOf(threat)
    .split(/%\w|\$\w+/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.+')

/** Runs the tests of these rows in a folder; the outcome of each, in the rows' order. */
export async function runTests(folder: string, threats: readonly Threat[]): Promise<RowOutcome[]> {
  const results: Awaited<ReturnType<typeof runProject>> = []
  for (const project of new Set(threats.map(({ file }) => projectOf(file)))) {
    const own = threats.filter(({ file }) => projectOf(file) === project)
    results.push(...(await runProject(folder, project, own)))
  }
  return threats.map((threat) => {
    const pattern = new RegExp(patternOf(threat))
    const own = results.filter(
      ({ file, name }) => file.endsWith(runnableFile(threat)) && pattern.test(name),
    )
    const failures = own.filter(({ status }) => status === 'failed')
    const unrun = results.find(
      ({ file, problem }) => file.endsWith(runnableFile(threat)) && problem !== '',
    )
    return {
      passed: own.filter(({ status }) => status === 'passed').length,
      failed: failures.length,
      reason: (failures[0]?.reason ?? unrun?.problem ?? '')
        .split('\n')[0]!
        .slice(0, LONGEST_REASON),
    }
  })
}

async function runProject(folder: string, project: TestProject, threats: readonly Threat[]) {
  const { stdout, stderr } = await runIn(folder, [
    'vitest/vitest.mjs',
    'run',
    `--project=${project}`,
    '--reporter=json',
    ...new Set(threats.map(runnableFile)),
    '-t',
    threats.map((threat) => `(${patternOf(threat)})`).join('|'),
  ])
  const json = /^\{.*"numTotalTests".*\}$/m.exec(stdout)?.[0]
  if (json === undefined) throw new Error(`vitest gave no report:\n${stdout}${stderr}`)
  const { testResults } = v.parse(vitestReport, JSON.parse(json))
  return testResults.flatMap(({ name: file, message, assertionResults }) => {
    // A file that cannot even be loaded proves nothing of its tests.
    const unrun = { file, name: '', status: 'unrun', reason: '', problem: message }
    const own = assertionResults.map(({ fullName: name, status, failureMessages }) => ({
      file,
      name,
      status,
      reason: failureMessages[0] ?? '',
      problem: '',
    }))
    return message === '' ? own : [unrun, ...own]
  })
}
