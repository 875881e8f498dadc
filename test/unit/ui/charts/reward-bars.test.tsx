// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { expect, it } from 'vitest'
import { groupRewardsByCycle } from '../../../../src/app/dual-stacking/rewards.ts'
import { payments } from '../../../../src/dev/gallery/fixtures.ts'
import { RewardBars } from '../../../../src/ui/charts/reward-bars.tsx'
import { mount } from '../../../support/render.tsx'

it('the value of a bar is shown while it has the focus, otherwise that of the newest', async () => {
  const root = await mount(<RewardBars groups={groupRewardsByCycle(payments)} />)
  const bar = root.querySelector<SVGElement>('[aria-label="Cycle 4: 9,840 sats"]')!
  const value = () => root.querySelector('.value')?.textContent
  expect(value()).toBe('11,902 sats')
  await act(async () => void bar.dispatchEvent(new FocusEvent('focus')))
  expect(value()).toBe('9,840 sats')
  await act(async () => void bar.dispatchEvent(new FocusEvent('blur')))
  expect(value()).toBe('11,902 sats')
  expect(root.textContent).toContain('Cycle 2')
})
