import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const specs = ['dual-stacking', 'bitcoin-staking', 'hyperstaking']
const text = (path: string) => readFileSync(path, 'utf8')
const anchors = new Map(
  specs.map((name) => [
    name,
    [...text(`docs/spec/${name}.md`).matchAll(/<a id="([\w.]+)"><\/a>/g)].map(([, id]) => id!),
  ]),
)

const files = ['src', 'test', 'docs', '.']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: folder !== '.', encoding: 'utf8' }).map((name) =>
      join(folder, name),
    ),
  )
  .filter((path) => /\.(ts|tsx|mjs|clar|css|html|md)$/.test(path))
  .filter((path) => path !== join('test', 'unit', 'repository', 'spec.test.ts'))

/** A reference that a comment breaks over two lines still counts as one. */
const unwrapped = (path: string) => text(path).replace(/\n\s*(?:\*|\/\/|;;)? ?/g, ' ')

const references = files.flatMap((path) =>
  [
    ...unwrapped(path).matchAll(/\[(dual-stacking|bitcoin-staking|hyperstaking) ([\w.][^\]]*)\]/g),
  ].flatMap(([, spec, places]) =>
    places!.split(/,\s*/).map((place) => [path, spec!, place] as const),
  ),
)

describe('the specification', () => {
  it.each(specs)('%s has every section as an anchor, once', (name) => {
    const ids = anchors.get(name)!
    expect(new Set(ids).size).toBe(ids.length)
    const sections = [...text(`docs/spec/${name}.md`).matchAll(/^#{2,3} (\d+(?:\.\d+)?)\.? /gm)]
    expect(sections.length).toBeGreaterThan(20)
    for (const [, section] of sections) expect(ids).toContain(section)
  })

  it('has every section that is cited', () => {
    const missing = references.filter(([, spec, place]) => !anchors.get(spec)!.includes(place))
    expect(missing).toEqual([])
    expect(references.length).toBeGreaterThan(250)
  })

  it('is cited in one form only', () => {
    const others = files
      .filter((path) => /^(src|test)\//.test(path))
      .flatMap((path) =>
        [
          ...unwrapped(path)
            .replace(/\[(dual-stacking|bitcoin-staking|hyperstaking) [^\]]*\]/g, '')
            .matchAll(/\b(?:[Ss]pec|[Ff]acts|[Ss]pecification|[Ss]ection) \d[\d.]*|\bQ\d+\b/g),
        ].map(([cited]) => `${path}: ${cited}`),
      )
    expect(others).toEqual([])
  })
})
