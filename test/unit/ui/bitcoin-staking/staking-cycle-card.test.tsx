// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { unknown } from '../../../../src/chain/known.ts'
import * as fixture from '../../../../src/dev/gallery/fixtures.ts'
import * as example from '../../../../src/dev/gallery/staking-fixtures.ts'
import { StakingCycleCard } from '../../../../src/ui/bitcoin-staking/staking-cycle-card.tsx'
import { catalogue as say } from '../../../../src/words/en/index.ts'
import { mount } from '../../../support/render.tsx'

const now = fixture.NOW
const textOf = async (view: Parameters<typeof mount>[0]) =>
  (await mount(view)).textContent!.replace(/\s+/g, ' ')

describe('the running cycle', () => {
  const at = (burnHeight: bigint) => ({ ...example.programme, burnHeight })
  it.each([
    ['the first half', 977_000n, say['staking.cycle.first'], false],
    ['the second half, with the first not calculated', 978_000n, say['staking.cycle.second'], true],
    ['the prepare phase', 978_900n, say['staking.cycle.prepare'], true],
  ])('is in %s', async (_, burnHeight, step, isDue) => {
    const root = await mount(<StakingCycleCard programme={at(burnHeight)} now={now} />)
    expect(root.querySelectorAll('.phases li')).toHaveLength(4)
    expect(root.querySelector('[aria-current=step]')!.textContent).toContain(step)
    expect(root.textContent!.includes(say['staking.cycle.due'])).toBe(isDue)
  })

  it('is unknown where the network does not say', async () => {
    const programme = { ...example.programme, cycle: unknown('offline') }
    const text = await textOf(<StakingCycleCard programme={programme} now={now} />)
    expect(text).toContain(say['cycle.title.unknown'])
  })
})
