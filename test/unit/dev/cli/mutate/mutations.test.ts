import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { exceptions } from '../../../../../src/dev/cli/mutate/exceptions.ts'
import { filesWith } from '../../../../../src/dev/cli/mutate/files-with.ts'
import { mutations } from '../../../../../src/dev/cli/mutate/mutations.ts'
import { runnableFile } from '../../../../../src/dev/cli/mutate/run-tests.ts'
import { readThreats } from '../../../../../src/dev/cli/mutate/threats.ts'

const rows = readThreats()

it.each(mutations)(
  'finds the defence against: $threat',
  ({ threat, from, to, also = [], within }) => {
    expect(rows.map((row) => row.threat)).toContain(threat)
    for (const each of [{ from, to }, ...also]) {
      expect(filesWith(each.from, within)).not.toEqual([])
      expect(each.to).not.toBe(each.from)
    }
  },
)

it('takes out the defence of every row, or says why not', () => {
  const missed = new Set(mutations.map(({ threat }) => threat))
  expect(rows.map(({ threat }) => threat).filter((threat) => !missed.has(threat))).toEqual(
    rows.map(({ threat }) => threat).filter((threat) => Object.hasOwn(exceptions, threat)),
  )
  expect(rows.map(({ threat }) => threat)).toEqual(expect.arrayContaining(Object.keys(exceptions)))
})

it('runs a file of tests for every row', () => {
  for (const row of rows) {
    expect(runnableFile(row)).toMatch(/\.test\.tsx?$/)
    expect(existsSync(runnableFile(row))).toBe(true)
  }
})
