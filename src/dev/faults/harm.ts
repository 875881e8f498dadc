import type { Chromium } from '../browser/chromium/chromium.ts'
import type { StorageProbe } from '../browser/chromium/storage-probe.ts'

export const DAY_MS = 86_400_000

/** Moves the background's clock for as long as it lives. */
export const shiftClock = (chromium: Chromium, byMs: number): Promise<void> =>
  chromium.inBackground((ms) => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + ms
  }, byMs)

const QUOTA = 10_485_760

/** Puts items into storage and fills the rest of it; gives what makes room again. */
export async function fillStorage(
  probe: StorageProbe,
  items: Record<string, unknown> = {},
): Promise<() => Promise<void>> {
  const fill = async () =>
    probe.set({
      ...items,
      junk: 'x'.repeat(QUOTA - (await probe.countBytes()) - JSON.stringify(items).length - 20),
    })
  // The background may have stored something between reading and filling.
  await fill().catch(fill)
  return () => probe.remove('junk')
}

/** Resolves when pages have sent a wallet's answer this many times, from now on. */
export const waitForAnswers = (chromium: Chromium, times: number): Promise<void> =>
  chromium.inBackground((wanted) => {
    let answers = 0
    return new Promise<void>((resolve) =>
      chrome.runtime.onMessage.addListener((message: { type?: string }) => {
        if (message.type === 'relay/outcome' && ++answers >= wanted) resolve()
      }),
    )
  }, times)

/** Resolves when storage has refused this many writes of the background, from now on. */
export const waitForRefusedWrites = (chromium: Chromium, times: number): Promise<void> =>
  chromium.inBackground((wanted) => {
    const root = ((globalThis as { browser?: typeof chrome }).browser ?? chrome).storage.local
    const real = root.set.bind(root)
    let refused = 0
    return new Promise<void>((resolve) => {
      root.set = ((values: object) =>
        real(values).catch((error: unknown) => {
          if (++refused >= wanted) resolve()
          throw error
        })) as typeof root.set
    })
  }, times)
