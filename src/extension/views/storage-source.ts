import type { AppState } from '../../app/app-state.ts'
import type { StateSource } from '../../app/app-store.ts'
import { viewKeys } from '../../app/stored/view-keys.ts'
import { viewState } from '../../app/stored/view-state.ts'
import { browser } from '../browser.ts'

const read = async (): Promise<AppState> => viewState(await browser.storage.local.get(viewKeys))

/**
 * The state as the background keeps it in storage, read once (or taken from a reading that is under
 * way already) and then followed.
 */
export const storageSource = (first?: Promise<Record<string, unknown>>): StateSource => ({
  read: async () => (first ? viewState(await first) : read()),
  subscribe(listener) {
    let latest = 0
    const onChanged = (changes: Record<string, unknown>, area: string) => {
      if (area !== 'local' || !viewKeys.some((key) => key in changes)) return
      const turn = ++latest
      void read().then((state) => {
        if (turn === latest) listener(state)
      })
    }
    browser.storage.onChanged.addListener(onChanged)
    return () => browser.storage.onChanged.removeListener(onChanged)
  },
})
