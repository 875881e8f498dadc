import { isAccount } from '../../protocol/hyperstaking/core/ids.ts'
import type { DuskSource } from './dusk-settings.ts'

/**
 * The address of the page on which others deposit with this account as their referrer; null where
 * no such page is known.
 */
export function referralLink(
  page: string | null,
  { network, base }: DuskSource,
  pool: string,
  account: string,
): string | null {
  if (page === null) return null
  const link = new URL(page)
  link.search = new URLSearchParams({
    network,
    pool,
    referrer: account,
    ...(network === 'local' && base !== null ? { 'node-url': base } : {}),
  }).toString()
  return link.href
}

/** The account that a pasted referral link or code names; null: none. */
export function parseReferrer(text: string): string | null {
  const trimmed = text.trim()
  const named = URL.canParse(trimmed)
    ? (new URL(trimmed).searchParams.get('referrer') ?? '')
    : trimmed
  return isAccount(named) ? named : null
}
