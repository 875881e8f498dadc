// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ME } from '../../../../src/dev/gallery/fixtures.ts'
import type { ConsoleContext } from '../../../../src/extension/console/console-context.ts'
import { useDeployedParts } from '../../../../src/extension/console/use-deployed-parts.ts'
import { mount } from '../../../support/render.tsx'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'], shouldAdvanceTime: true }))
afterEach(() => void vi.useRealTimers())

let answers: (() => Promise<boolean>)[]
let revision = 0

function Parts() {
  const context = {
    state: { intents: [] },
    chain: { revision },
    link,
    operator: ME,
  } as unknown as ConsoleContext
  const [part] = useDeployedParts(context, ['ours'])
  return <p>{String(part!.there)}</p>
}
const link = { ask: () => answers.shift()!() }

it('asks again for a part that could not be read', async () => {
  answers = [() => Promise.reject(new Error('busy')), () => Promise.resolve(true)]
  const root = await mount(<Parts />)
  expect(root.textContent).toBe('null')
  await act(async () => void (await vi.advanceTimersByTimeAsync(5000)))
  expect(root.textContent).toBe('true')
})

it('keeps what it knows while the next block is read', async () => {
  answers = [() => Promise.resolve(true), () => new Promise(() => undefined)]
  const root = await mount(<Parts />)
  revision += 1
  await mount(<Parts />, root)
  expect(answers).toEqual([])
  expect(root.textContent).toBe('true')
})
