// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { StakingState } from '../../../../src/app/bitcoin-staking/staking-state.ts'
import { known } from '../../../../src/chain/known.ts'
import * as fixture from '../../../../src/dev/gallery/fixtures.ts'
import * as example from '../../../../src/dev/gallery/staking-fixtures.ts'
import { ChancesCard } from '../../../../src/ui/bitcoin-staking/chances-card.tsx'
import { catalogue as say } from '../../../../src/words/en/index.ts'
import { mount } from '../../../support/render.tsx'

const now = fixture.NOW
const textOf = async (view: Parameters<typeof mount>[0]) =>
  (await mount(view)).textContent!.replace(/\s+/g, ' ')
/** The beginning of a sentence, before its first figure. */
const begin = (key: keyof typeof say) => (say[key] as string).split('{')[0]!

describe('what can be done now', () => {
  const withStx = (microStx: bigint): StakingState => ({
    ...example.unstaked,
    holder: {
      ...example.unstaked.holder!,
      position: { ...example.unstaked.holder!.position, unlockedMicroStx: known(microStx) },
    },
  })
  const stx = 3_210_000_000n

  it.each([
    ['STX and sBTC', stx, 1n, ['staking.chances.stx', 'staking.chances.both']],
    ['STX only', stx, 0n, ['staking.chances.stx']],
    ['sBTC only', 0n, 1n, ['staking.chances.noStx', 'staking.chances.sbtc']],
    ['neither', 0n, 0n, ['staking.chances.noStx', 'staking.chances.needs']],
  ] as const)(
    'is told someone with %s, and why the rest is not',
    async (_, microStx, sats, says) => {
      const text = await textOf(<ChancesCard state={withStx(microStx)} sats={sats} now={now} />)
      const all = ['stx', 'noStx', 'sbtc', 'both', 'needs'] as const
      const told = all
        .map((key) => `staking.chances.${key}` as const)
        .filter((key) => text.includes(key === 'staking.chances.both' ? 'stay free' : begin(key)))
      expect(told.toSorted()).toEqual([...says].toSorted())
      // Pools of others are named as others'.
      expect(text).toContain(say['staking.chances.pools'])
    },
  )

  it('says until when nothing can be changed', async () => {
    const text = await textOf(<ChancesCard state={example.preparing} sats={0n} now={now} />)
    expect(text).toContain(begin('staking.chances.preparing'))
  })
})
