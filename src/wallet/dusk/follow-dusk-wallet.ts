import { isAccount } from '../../protocol/hyperstaking/core/ids.ts'
import type { DuskProvider } from './dusk-wallets.ts'

/**
 * What a wallet announces unasked: the account that it signs with now, null when it shows none; the
 * network it is on; that it has disconnected.
 */
export type DuskWalletEvent =
  | { type: 'account'; account: string | null }
  | { type: 'network'; caip2: string }
  | { type: 'gone' }

const first = (profiles: unknown): string | null => {
  const profile: unknown = Array.isArray(profiles) ? profiles[0] : null
  const account =
    typeof profile === 'object' && profile !== null && 'account' in profile ? profile.account : null
  return isAccount(account) ? account : null
}

/**
 * Follows a wallet's events until the signal aborts. A wallet without events is not followed: every
 * call checks account and network again anyway.
 */
export function followDuskWallet(
  provider: DuskProvider,
  signal: AbortSignal,
  heard: (news: DuskWalletEvent) => void,
): void {
  const listeners: Record<string, (news: unknown) => void> = {
    profilesChanged: (profiles) => heard({ type: 'account', account: first(profiles) }),
    chainChanged: (chain) => typeof chain === 'string' && heard({ type: 'network', caip2: chain }),
    disconnect: () => heard({ type: 'gone' }),
  }
  for (const [event, listener] of Object.entries(listeners)) {
    provider.on?.(event, listener)
    signal.addEventListener('abort', () => void provider.removeListener?.(event, listener), {
      once: true,
    })
  }
}
