import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppState } from './app-state.ts'

/** Where a view's state comes from: storage in the extension, a fixture in tests. */
export interface StateSource {
  read(): Promise<AppState>
  /** Calls back with every later state; returns how to stop. */
  subscribe(listener: (state: AppState) => void): () => void
}

export type AppStore = StoreApi<{ state: AppState | null }>

/**
 * A store that paints what the source has now and follows it; `stop` ends that. A change that comes
 * before the first read is not overwritten by it.
 */
export function followState(source: StateSource): {
  store: AppStore
  ready: Promise<void>
  stop: () => void
} {
  const store: AppStore = createStore(() => ({ state: null as AppState | null }))
  const stop = source.subscribe((state) => store.setState({ state }))
  const ready = source.read().then((state) => {
    if (store.getState().state === null) store.setState({ state })
  })
  return { store, ready, stop }
}
