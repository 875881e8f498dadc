import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
const tests = filesOf('test/unit').filter((path) => /\.test\.tsx?$/.test(path))

it('every unit test is at the path of the file that it tests', () => {
  const astray = tests
    .filter((path) => !path.startsWith(join('test', 'unit', 'repository')))
    .filter((path) => {
      const source = path.replace(join('test', 'unit'), 'src').replace(/\.test\.tsx?$/, '')
      return !['.ts', '.tsx', '.mjs'].some((extension) => existsSync(source + extension))
    })
  expect(astray).toEqual([])
})

it('nothing but the languages imports by a pattern: matches would count as used', () => {
  // In words each pattern names one catalogue, in the folder of every language. The name is put
  // together, so that this file is not one of those that it looks for.
  const pattern = ['import', 'meta', 'glob'].join('.')
  const users = [...filesOf('src'), ...filesOf('test')]
    .filter((path) => /\.(tsx?|mjs)$/.test(path))
    .filter((path) => readFileSync(path, 'utf8').includes(pattern))
  expect(users.filter((path) => !path.startsWith(join('src', 'words')))).toEqual([])
  const patterns = users.flatMap((path) => [
    ...readFileSync(path, 'utf8').matchAll(/'(\.\/\S*\*\S*)'/g),
  ])
  expect(patterns.length).toBeGreaterThan(0)
  for (const [, each] of patterns) expect(each).toMatch(/^\.\/\*\/[\w-]+\.ts$/)
})

/** Paths into test/ in a source's strings, relative or from the root. */
const pathsIntoTest = (source: string): string[] =>
  [...source.matchAll(/['"`](?:\.\.?\/)*test\/[\w./${}-]*['"`]/g)].map(([path]) => path)

it('no file of src names a file of test/, except the commands that run the tests', () => {
  expect(pathsIntoTest("readFile('../../test/support/x.json')")).toHaveLength(1)
  const runsTests = /^src\/dev\/cli\/(test\/|test\.ts|load\.ts|mutate\.ts|mutate\/run-tests\.ts)/
  const found = filesOf('src')
    .filter((path) => /\.(tsx?|mjs)$/.test(path) && !runsTests.test(path))
    .flatMap((path) =>
      pathsIntoTest(readFileSync(path, 'utf8')).map((named) => `${path}: ${named}`),
    )
  expect(found).toEqual([])
})
