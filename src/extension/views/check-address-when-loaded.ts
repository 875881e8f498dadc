import type { checkAddress, CheckedAddress } from '../../chain/stacks/check-address.ts'

type Check = typeof checkAddress
let check: Check | undefined

/**
 * Loads the check of addresses, which brings the hash functions: no view needs it for its first
 * paint.
 */
export async function loadAddressCheck(): Promise<void> {
  const loaded = await import('../../chain/stacks/check-address.ts')
  check ??= loaded.checkAddress
}

export const addressCheckReady = (): boolean => check !== undefined

/** Until it is loaded, moments after the first paint, nothing is an address yet. */
export const checkAddressWhenLoaded = (
  text: string,
  network: Parameters<Check>[1],
): CheckedAddress => check?.(text, network) ?? { ok: false, problem: 'empty' }
