import { render } from 'preact'
// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { expect, it } from 'vitest'
import type { AppState } from '../../../src/app/app-state.ts'
import { followState } from '../../../src/app/app-store.ts'
import { enrolled, notEnrolled } from '../../../src/dev/gallery/fixtures.ts'
import { useStore } from '../../../src/ui/hooks/use-store.ts'

function source(first: AppState) {
  const listeners = new Set<(state: AppState) => void>()
  let answer: (state: AppState) => void = () => {}
  return {
    read: () => new Promise<AppState>((resolve) => (answer = resolve)),
    subscribe: (listener: (state: AppState) => void) => (
      listeners.add(listener),
      () => void listeners.delete(listener)
    ),
    answer: () => answer(first),
    change: (state: AppState) => listeners.forEach((listener) => listener(state)),
    listeners,
  }
}

it('paints what the source has and follows it until it is stopped', async () => {
  const from = source(enrolled)
  const { store, ready, stop } = followState(from)
  from.answer()
  await ready
  expect(store.getState().state).toBe(enrolled)
  from.change(notEnrolled)
  expect(store.getState().state).toBe(notEnrolled)
  stop()
  expect(from.listeners.size).toBe(0)
})

it('a change that arrives before the first read is not overwritten by it', async () => {
  const from = source(enrolled)
  const { store, ready } = followState(from)
  from.change(notEnrolled)
  from.answer()
  await ready
  expect(store.getState().state).toBe(notEnrolled)
})

it('a view renders again only when what it selects changes', async () => {
  const from = source(enrolled)
  const { store, ready } = followState(from)
  from.answer()
  await ready
  let renders = 0
  const View = () => {
    renders += 1
    return <>{useStore(store, ({ state }) => state?.selected ?? '')}</>
  }
  const root = document.createElement('div')
  await act(async () => render(<View />, root))
  await act(async () => from.change({ ...enrolled, rewards: [] }))
  expect(renders).toBe(1)
  await act(async () => from.change({ ...enrolled, selected: null }))
  expect([renders, root.textContent]).toEqual([2, ''])
})
