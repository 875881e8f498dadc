import { vi } from 'vitest'

// webextension-polyfill refuses to load outside an extension: it looks for an extension id when it
// is imported.
const scope = globalThis as unknown as { chrome?: { runtime?: { id?: string } } }
scope.chrome ??= {}
scope.chrome.runtime ??= {}
scope.chrome.runtime.id ??= 'twinstack-test'

// Clients of hosts that do not answer pause for a hundredth of the time before they ask again.
vi.mock(import('../../src/chain/http/clock.ts'), async (original) => {
  const { systemClock } = await original()
  const { now, sleep } = systemClock
  return { systemClock: { now, sleep: (ms, signal) => sleep(ms / 100, signal) } }
})
