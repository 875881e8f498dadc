import { expect, it } from 'vitest'
import { filesWith } from '../../../../../src/dev/cli/mutate/files-with.ts'
import { mutations } from '../../../../../src/dev/cli/mutate/mutations.ts'
import { readThreats } from '../../../../../src/dev/cli/mutate/threats.ts'

it.each(mutations)('finds the defence against: $threat', ({ threat, from, to }) => {
  const row = readThreats().find((each) => each.threat === threat)
  expect(row).toBeDefined()
  expect(filesWith(from)).not.toEqual([])
  expect(to).not.toBe(from)
})
