import type { FoundWallet } from '../found-wallet.ts'
import { wait } from '../wait.ts'
import { stacksWallets } from './stacks-wallets.ts'

const isProvider = (value: unknown): boolean =>
  typeof (value as { request?: unknown } | null | undefined)?.request === 'function'

/** The object at a dotted path below `scope`, if it can be asked. */
export function providerAt(scope: object, path: string): unknown {
  let value: unknown = scope
  for (const part of path.split('.')) {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function'))
      return undefined
    value = (value as Record<string, unknown>)[part]
  }
  return isProvider(value) ? value : undefined
}

/** Wallets that have put a provider into this page. */
export const installedStacksWallets = (scope: object): FoundWallet[] =>
  stacksWallets
    .filter(({ provider }) => providerAt(scope, provider) !== undefined)
    .map(({ id, name }) => ({ id, name }))

const LOOK_EVERY_MS = 50

/**
 * Waits up to `longestMs` for the first wallet (they inject a moment after the page has started)
 * and looks once more for others.
 */
export async function waitForStacksWallets(
  scope: object,
  longestMs: number,
): Promise<FoundWallet[]> {
  for (
    const until = performance.now() + longestMs;
    installedStacksWallets(scope).length === 0 && performance.now() < until;
  )
    await wait(LOOK_EVERY_MS)
  if (installedStacksWallets(scope).length === 0) return []
  await wait(LOOK_EVERY_MS)
  return installedStacksWallets(scope)
}
