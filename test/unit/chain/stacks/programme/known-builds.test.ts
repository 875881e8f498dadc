import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { knownBuilds } from '../../../../../src/chain/stacks/programme/known-builds.ts'
import { buildParts } from '../../../../../src/chain/stacks/programme/live-build.ts'
import { liveFile } from '../../../../../src/contracts/live/generate.ts'
import { addBuilds } from '../../../../../src/dev/cli/record-builds/add-builds.ts'

describe('the builds that programmes are compared with', () => {
  it.each(buildParts)('have the %s that ships, and stay the same by adding it', (part) => {
    const source = readFileSync(liveFile(part), 'utf8')
    // Fails after a change of a contract: `npx tsx src/dev/cli/record-builds.ts` adds the row.
    expect(addBuilds(knownBuilds, part, source)).toEqual(knownBuilds)
  })

  it('are one row for each code, in the order of their versions', () => {
    expect(new Set(knownBuilds.map(({ plain }) => plain)).size).toBe(knownBuilds.length)
    for (const part of buildParts)
      for (const token of ['mainnet', 'testnet', null] as const) {
        const versions = knownBuilds
          .filter((build) => build.part === part && build.token === token)
          .map(({ version }) => version)
        expect(versions).toEqual(versions.map((_, at) => at + 1))
      }
  })
})
