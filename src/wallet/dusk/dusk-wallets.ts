import type { FoundWallet } from '../found-wallet.ts'
import { wait } from '../wait.ts'

/** What of a Dusk wallet's provider is used [hyperstaking 4.1]. */
export interface DuskProvider {
  request(question: { method: string; params?: unknown }): Promise<unknown>
  on?(event: string, listener: (news: unknown) => void): unknown
  removeListener?(event: string, listener: (news: unknown) => void): unknown
}

interface Announcement {
  wallet: FoundWallet
  provider: DuskProvider
}

const LONGEST = 100

/**
 * Reads an announcement; null when it is malformed. The name is the wallet's own claim, and shown
 * as such.
 */
function readAnnouncement(detail: unknown): Announcement | null {
  const { info, provider } = (typeof detail === 'object' && detail !== null ? detail : {}) as {
    info?: { uuid?: unknown; name?: unknown; rdns?: unknown }
    provider?: DuskProvider
  }
  const id = info?.rdns ?? info?.uuid
  if (
    typeof id !== 'string' ||
    id === '' ||
    id.length > LONGEST ||
    typeof provider?.request !== 'function'
  )
    return null
  return {
    wallet: {
      id,
      name:
        typeof info?.name === 'string' && info.name.trim()
          ? info.name.trim().slice(0, LONGEST)
          : id,
    },
    provider,
  }
}

/**
 * The Dusk wallets of a page: asks them to announce themselves and remembers who did, the first of
 * each id.
 */
export function watchDuskWallets(scope: EventTarget) {
  const found = new Map<string, Announcement>()
  scope.addEventListener('dusk:announceProvider', (event) => {
    const announced = readAnnouncement((event as CustomEvent<unknown>).detail)
    if (announced && !found.has(announced.wallet.id)) found.set(announced.wallet.id, announced)
  })
  const request = () => void scope.dispatchEvent(new Event('dusk:requestProvider'))
  request()
  return {
    request,
    list: (): FoundWallet[] => [...found.values()].map(({ wallet }) => wallet),
    provider: (id: string): DuskProvider | undefined => found.get(id)?.provider,
  }
}
export type DuskWallets = ReturnType<typeof watchDuskWallets>

const LOOK_EVERY_MS = 50

/**
 * Waits up to `longestMs` for the first wallet, which may inject a moment after the page, and looks
 * once more for others.
 */
export async function waitForDuskWallets(
  wallets: DuskWallets,
  longestMs: number,
): Promise<FoundWallet[]> {
  for (
    const until = performance.now() + longestMs;
    wallets.list().length === 0 && performance.now() < until;
  ) {
    wallets.request()
    await wait(LOOK_EVERY_MS)
  }
  if (wallets.list().length > 0) await wait(LOOK_EVERY_MS)
  return wallets.list()
}
