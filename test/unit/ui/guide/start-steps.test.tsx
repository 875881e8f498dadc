// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import * as fixture from '../../../../src/dev/gallery/fixtures.ts'
import { env } from '../../../../src/dev/gallery/popup-scenes.tsx'
import { StartSteps } from '../../../../src/ui/guide/start-steps.tsx'
import { mount } from '../../../support/render.tsx'

type State = Parameters<typeof StartSteps>[0]['state']

const done = async (state: State, isPinned: boolean | null) => {
  const root = await mount(
    <StartSteps state={state} env={{ ...env, isPinned: async () => isPinned }} />,
  )
  return [...root.querySelectorAll('li')].map((step) => step.classList.contains('done'))
}
const connection: State['connection'] = {
  id: 'c',
  tabId: 1,
  updatedAt: 0,
  stage: 'asking',
  wallets: [],
  walletId: 'leather',
  addresses: [],
  failure: null,
}

it('each step ticks itself as it happens', async () => {
  const nobody: State = { accounts: [] }
  expect(await done(nobody, false)).toEqual([false, false, false])
  expect(await done(nobody, null)).toEqual([false, false, false])
  expect(await done(nobody, true)).toEqual([true, false, false])
  expect(await done({ accounts: [], connection }, true)).toEqual([true, true, false])
  expect(await done({ accounts: [fixture.watch] }, true)).toEqual([true, false, false])
  expect(await done(fixture.enrolled, true)).toEqual([true, true, true])
})
