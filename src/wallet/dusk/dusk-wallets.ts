import type { FoundWallet } from '../found-wallet.ts'
import { wait } from '../wait.ts'
import { nameDuskWallet } from './name-dusk-wallet.ts'

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

const textOf = (value: unknown): string | null => {
  const text = typeof value === 'string' ? value.trim() : ''
  return text !== '' && text.length <= LONGEST ? text : null
}

/**
 * Reads an announcement; null when it is malformed. Name and product are the wallet's own claims,
 * and shown as such; of its name no more is taken than may be shown.
 */
function readAnnouncement(detail: unknown): Announcement | null {
  const { info, provider } = (typeof detail === 'object' && detail !== null ? detail : {}) as {
    info?: { uuid?: unknown; name?: unknown; rdns?: unknown }
    provider?: DuskProvider
  }
  const product = textOf(info?.rdns)
  const id = textOf(info?.uuid) ?? product
  if (id === null || typeof provider?.request !== 'function') return null
  const name = typeof info?.name === 'string' ? info.name : ''
  const wallet = nameDuskWallet({ id, name, product })
  return wallet && { wallet, provider }
}

/**
 * The Dusk wallets of a page: asks them to announce themselves and remembers who did, by their ids.
 * Whoever announces under another's id makes both of them unusable: no one knows which is which,
 * and a later announcement does not heal it.
 */
export function watchDuskWallets(scope: EventTarget) {
  const found = new Map<string, Announcement>()
  scope.addEventListener('dusk:announceProvider', (event) => {
    const announced = readAnnouncement((event as CustomEvent<unknown>).detail)
    if (!announced) return
    const { id } = announced.wallet
    const before = found.get(id)
    if (!before) found.set(id, announced)
    else if (before.provider !== announced.provider)
      found.set(id, { ...before, wallet: { ...before.wallet, conflict: true } })
    else if (!before.wallet.conflict) found.set(id, announced)
  })
  const request = () => void scope.dispatchEvent(new Event('dusk:requestProvider'))
  request()
  return {
    request,
    list: (): FoundWallet[] => [...found.values()].map(({ wallet }) => wallet),
    provider: (id: string): DuskProvider | undefined => {
      const announced = found.get(id)
      return announced?.wallet.conflict ? undefined : announced?.provider
    },
  }
}
export type DuskWallets = ReturnType<typeof watchDuskWallets>

/**
 * The one wallet that may be used without asking: the only one, or the only one of the product that
 * was chosen last. Undefined when there is no such wallet, or several.
 */
export function soleWallet(
  wallets: readonly FoundWallet[],
  product: string | null,
): FoundWallet | undefined {
  const usable = wallets.filter(({ conflict }) => !conflict)
  const same = product === null ? usable : usable.filter((wallet) => wallet.product === product)
  return same.length === 1 ? same[0] : undefined
}

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
