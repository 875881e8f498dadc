import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
const tests = filesOf('test/unit').filter((path) => /\.test\.tsx?$/.test(path))

it('every unit test lies at the path of the file that it tests', () => {
  const astray = tests
    .filter((path) => !path.startsWith(join('test', 'unit', 'repository')))
    .filter((path) => {
      const source = path.replace(join('test', 'unit'), 'src').replace(/\.test\.tsx?$/, '')
      return !['.ts', '.tsx', '.mjs'].some((extension) => existsSync(source + extension))
    })
  expect(astray).toEqual([])
})

it('nothing imports by a pattern: what a pattern finds would count as used', () => {
  // Put together, so that this file is not one of those that it looks for.
  const pattern = ['import', 'meta', 'glob'].join('.')
  const users = [...filesOf('src'), ...filesOf('test')]
    .filter((path) => /\.(tsx?|mjs)$/.test(path))
    .filter((path) => readFileSync(path, 'utf8').includes(pattern))
  expect(users).toEqual([])
})
