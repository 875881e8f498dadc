import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const WIDTH = 100

const before = /(?:(?:return|[\w$'".-]+:|[\w$.]+ =|\+|\?|:|\|\||\?\?|=>) |String\.raw|content=)*/
const literal = /(['"`])(?:(?!\1)[^\\]|\\.)*\1/
const after = /[,;)\]}]*(?: \+)?/

/**
 * Lines that cannot break, because they are one literal: a string or a template without another
 * inside, with the key, operator or `return` before it and whatever closes after it; a number; or
 * the import of a single name, which is as long as its path.
 */
const unbreakable = [
  new RegExp(`^${before.source}${literal.source}${after.source}$`),
  /^0x[\da-f]+n$/,
  /^import (?:type )?\{ (?:type )?\w+ \} from '[^']+'$/,
]

const isTooWide = (line: string): boolean =>
  [...line].length > WIDTH && !unbreakable.some((form) => form.test(line.trim()))

it('lets only lines pass that cannot break', () => {
  const long = 'x'.repeat(WIDTH)
  const whole = [`'${long}',`, `key: \`${long} \${one}\`,`, `return '${long}'`, `+ "${long}")`]
  expect([...whole, `import { one } from '${long}'`, long.slice(1)].filter(isTooWide)).toEqual([])
  const breakable = [
    `// ${long}`,
    `call('${long}', () => {`,
    `\`${long}\${wide ? \`one\` : ''}\``,
    `import { one, two } from '${long}'`,
  ]
  expect(breakable.filter(isTooWide)).toEqual(breakable)
})

it(`no line of src or test that can break is wider than ${WIDTH} columns`, () => {
  const wide = ['src', 'test']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .filter((path) => /\.(?:tsx?|mjs|css|html|clar)$/.test(path))
    .flatMap((path) =>
      readFileSync(path, 'utf8')
        .split('\n')
        .flatMap((line, at) => (isTooWide(line) ? `${path}:${at + 1}` : [])),
    )
  expect(wide).toEqual([])
})
