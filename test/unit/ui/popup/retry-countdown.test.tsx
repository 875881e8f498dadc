// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { expect, it, onTestFinished, vi } from 'vitest'
import { RetryCountdown } from '../../../../src/ui/popup/retry-countdown.tsx'
import { catalogue as say } from '../../../../src/words/en/index.ts'
import { mount } from '../../../support/render.tsx'

it('counts the seconds down, and then says that it happens', async () => {
  const now = Date.UTC(2026, 10, 24, 12)
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now })
  onTestFinished(() => void vi.useRealTimers())
  const root = await mount(<RetryCountdown at={now + 40_000} />)
  expect(root.textContent).toBe('Retrying in 40 s')
  await act(() => void vi.advanceTimersByTime(39_000))
  expect(root.textContent).toBe('Retrying in 1 s')
  await act(() => void vi.advanceTimersByTime(1_000))
  expect(root.textContent).toBe(say['problems.retrying'])
  expect(vi.getTimerCount()).toBe(0)
})
