import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const SELF = 'test/unit/repository/time-limits.test.ts'

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`)
const tests = filesOf('test')
const lines = tests.flatMap((path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .map((text, index) => ({ at: `${path}:${index + 1}`, text })),
)
const placesOf = (pattern: RegExp) =>
  lines.filter(({ text }) => pattern.test(text)).map(({ at }) => at)

/** Whether the test that holds this line runs only with `TWINSTACK_TIMING=1`. */
function onQuietMachine(at: string): boolean {
  const [path, line] = at.split(':')
  const before = readFileSync(path!, 'utf8').split('\n').slice(0, Number(line))
  const title = before.findLast((text) => /^\s*(it|test|onQuietMachine)\b.*\(/.test(text))
  return /^\s*onQuietMachine\(/.test(title ?? '')
}

// The configuration has one limit for all; a shorter one fails on a busy machine.
it('no test has a time limit of its own', () => {
  expect(placesOf(/^\s*(\}|\)), \d[\d_]{3,}\)$|\btimeout: \d/)).toEqual([])
})

it('no test fails because it takes long', () => {
  const compared = /expect\(.*((performance|Date)\.now|cpuUsage)\(\).*\.toBeLess/
  expect(placesOf(compared).filter((at) => !onQuietMachine(at))).toEqual([])
})

// The drivers' own is thirty seconds.
it.each([
  [/chromium\.launch(PersistentContext)?\(/, 'setDefaultTimeout(waitLimitMs)'],
  [/'WebDriver:NewSession'/, "'WebDriver:SetTimeouts', { script: testLimitMs"],
])('every browser that %s starts waits as long as everything else', (start, limit) => {
  const starts = [...tests, ...filesOf('src/dev')].filter(
    (path) => path !== SELF && start.test(readFileSync(path, 'utf8')),
  )
  expect(starts).not.toEqual([])
  for (const path of starts) expect(readFileSync(path, 'utf8'), path).toContain(limit)
})
