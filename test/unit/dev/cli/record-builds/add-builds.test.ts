import { describe, expect, it } from 'vitest'
import { sbtcTokens } from '../../../../../src/chain/stacks/deployments.ts'
import { addBuilds } from '../../../../../src/dev/cli/record-builds/add-builds.ts'

const first = `(define-constant TOKEN '${sbtcTokens.mainnet})`

describe('adding a build', () => {
  it('makes a row for each network whose token the source names', () => {
    expect(addBuilds([], 'dual-stacking', first)).toMatchObject([
      { version: 1, token: 'mainnet' },
      { version: 1, token: 'testnet' },
    ])
    expect(addBuilds([], 'liquid-stacking', '(ok u1)')).toMatchObject([{ token: null }])
  })

  it('keeps another layout with its code, and numbers other code', () => {
    const one = addBuilds([], 'liquid-stacking', '(ok u1)')
    const two = addBuilds(one, 'liquid-stacking', ';; yes\n(ok  u1)')
    expect(two).toMatchObject([{ version: 1, exact: [one[0]!.exact[0], expect.any(String)] }])
    expect(addBuilds(two, 'liquid-stacking', '(ok u1)')).toEqual(two)
    expect(addBuilds(two, 'liquid-stacking', '(ok u2)').map(({ version }) => version)).toEqual([
      1, 2,
    ])
  })
})
