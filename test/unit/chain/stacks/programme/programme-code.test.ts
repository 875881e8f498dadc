import { describe, expect, it } from 'vitest'
import { sbtcTokens } from '../../../../../src/chain/stacks/deployments.ts'
import { judgeSource } from '../../../../../src/chain/stacks/programme/programme-code.ts'
import { liveSource } from '../../../../../src/contracts/live/generate.ts'

const mainnet = liveSource('dual-stacking')
const testnet = liveSource('dual-stacking', sbtcTokens.testnet)

describe('a source compared with the builds', () => {
  it('is a build of its network', () => {
    expect(judgeSource('dual-stacking', mainnet, 'mainnet')).toMatchObject({
      kind: 'build',
      exact: true,
    })
    expect(judgeSource('dual-stacking', testnet, 'testnet')).toMatchObject({ kind: 'build' })
    // The embedded network has mainnet's token.
    expect(judgeSource('dual-stacking', mainnet, 'devnet')).toMatchObject({ kind: 'build' })
  })

  it('is unknown with another token, another part or an altered number', () => {
    const unknown = { kind: 'unknown' }
    expect(judgeSource('dual-stacking', testnet, 'mainnet')).toEqual(unknown)
    expect(
      judgeSource('dual-stacking', mainnet.replaceAll('.sbtc-token', '.sbtc-t0ken'), 'mainnet'),
    ).toEqual(unknown)
    expect(judgeSource('liquid-stacking', mainnet, 'mainnet')).toEqual(unknown)
    expect(judgeSource('dual-stacking', mainnet.replace('u500', 'u501'), 'mainnet')).toEqual(
      unknown,
    )
  })

  it('is the same build in another layout, but not with another text in quotes', () => {
    const spread = mainnet.replaceAll('\n', '\n    ')
    expect(judgeSource('dual-stacking', spread, 'mainnet')).toMatchObject({
      kind: 'build',
      exact: false,
    })
    const renamed = mainnet.replace('"distribute-rewards"', '"distribute-rewards "')
    expect(renamed).not.toBe(mainnet)
    expect(judgeSource('dual-stacking', renamed, 'mainnet')).toEqual({ kind: 'unknown' })
  })
})
