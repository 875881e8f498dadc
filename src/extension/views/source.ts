import type { StateSource } from '../../ui/stores/app.ts'
import { browser } from '../browser.ts'
import { viewKeys, viewState } from '../storage/view-state.ts'

/** The state as the background keeps it in storage, read once and then followed. */
export const storageSource: StateSource = {
  read: async () => viewState(await browser.storage.local.get(viewKeys)),
  subscribe(listener) {
    let latest = 0
    const onChanged = (changes: Record<string, unknown>, area: string) => {
      if (area !== 'local' || !viewKeys.some((key) => key in changes)) return
      const turn = ++latest
      void storageSource.read().then((state) => {
        if (turn === latest) listener(state)
      })
    }
    browser.storage.onChanged.addListener(onChanged)
    return () => browser.storage.onChanged.removeListener(onChanged)
  },
}
