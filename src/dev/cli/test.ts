import { ensureBrowsers, runChecks } from './test/checks.ts'
import { runVitest } from './test/run-vitest.ts'
import { allProjects, needsBrowsers, suites, type TestProject } from './test/suites.ts'
import { Tally } from './test/tally.ts'

/**
 * `npm test`: every check and every test that decides. Names choose others: `all`, a suite
 * (`browser`, `exhaustive`) or a vitest project (`unit`, `contract`, `main-jobs`), the last two
 * without the checks of the sources. Ends with `N passed, N failed`, counted from what ran; a check
 * counts as one.
 */
const names = process.argv.slice(2)
const chosen = names.length === 0 ? [...suites.quick] : names.flatMap(projectsNamed)
const projects = [...new Set(chosen)]
const decides = names.length === 0 || names.includes('all')
const tally = new Tally()

if (needsBrowsers(projects)) ensureBrowsers(tally)
if (decides || needsBrowsers(projects)) await runChecks(tally, { all: decides })
await runVitest(tally, projects)

for (const failure of tally.failures) console.log(`failed: ${failure}`)
console.log(tally.line)
process.exit(tally.failures.length === 0 ? 0 : 1)

function projectsNamed(name: string): readonly TestProject[] {
  if (name === 'all') return allProjects
  if (name in suites) return suites[name as keyof typeof suites]
  const project = allProjects.find((each) => each === name)
  if (project) return [project]
  const known = ['all', ...Object.keys(suites), ...suites.quick]
  console.error(`There are no tests named ${name}: choose from ${known.join(', ')}.`)
  process.exit(1)
}
