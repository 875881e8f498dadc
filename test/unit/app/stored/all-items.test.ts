import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { localeSetting } from '../../../../src/app/settings.ts'
import { allItems } from '../../../../src/app/stored/all-items.ts'
import { parseItem, storedForm, type StoredItem } from '../../../../src/app/stored/stored-item.ts'
import { describeSchema } from '../../../support/describe-schema.ts'

/*
 * What browsers have stored under every version of every item: forms/<key>.v<version>.json, literal
 * values, and beside the newest a description of its schema. A form that was once released is never
 * edited: a change of the schema needs a migration in the item and files for its next version.
 */
const formOf = ({ schema }: StoredItem<unknown>): string =>
  describeSchema(schema, new Map([[localeSetting, 'a locale, or "auto"']]))
const folder = 'test/unit/app/stored/forms'
const files = readdirSync(folder)
const items = allItems as readonly StoredItem<unknown>[]
const read = (file: string): string =>
  existsSync(`${folder}/${file}`) ? readFileSync(`${folder}/${file}`, 'utf8') : `no ${file}`

describe.each(items.map((item) => [item.key, item] as const))('the item %s', (key, item) => {
  const versions = Array.from({ length: item.version }, (_, i) => i + 1)

  it('has the form on record for its version', () => {
    expect(formOf(item)).toBe(read(`${key}.v${item.version}.txt`))
  })

  it.each(versions)('reads what version %i has stored', (version) => {
    const values = JSON.parse(read(`${key}.v${version}.json`)) as { v: number; d: unknown }[]
    expect(values.map(({ v }) => v)).toEqual(values.map(() => version))
    expect(values).not.toEqual([])
    for (const value of values) {
      const parsed = parseItem(item, value)
      expect(parsed.ok, `${key}: ${JSON.stringify(value.d)}`).toBe(true)
      if (parsed.ok && version === item.version)
        expect(storedForm(item, parsed.value)).toEqual(value)
    }
  })
})

it('every form on record is read', () => {
  const known = items.flatMap(({ key, version }) => [
    `${key}.v${version}.txt`,
    ...Array.from({ length: version }, (_, i) => `${key}.v${i + 1}.json`),
  ])
  const old = files.filter((file) => /\.v\d+\.txt$/.test(file) && !known.includes(file))
  for (const file of old) {
    const [, key, version] = /^(.+)\.v(\d+)\.txt$/.exec(file)!
    expect(items.find((item) => item.key === key)?.version, file).toBeGreaterThan(Number(version))
  }
  expect(files.filter((file) => !known.includes(file) && !old.includes(file))).toEqual([])
})
