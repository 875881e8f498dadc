import * as v from 'valibot'
import { browser } from '../../browser.ts'
import { hostOfWebPage } from '../../host-of-web-page.ts'

/*
 * With which accounts a wallet last answered on a page's host. Wallets keep an account for each
 * host, and sign with it whatever a request names. Known as long as the browser runs, and never on
 * a disk, where it would be a list of visited hosts.
 */

const PREFIX = 'hostAccounts '
const keyOf = (walletId: string, host: string): string => `${PREFIX}${walletId} ${host}`
const addresses = v.array(v.string())

/** The host of a tab's page; null where the browser does not tell it, or the tab is gone. */
export async function readHost(tabId: number): Promise<string | null> {
  try {
    return hostOfWebPage((await browser.tabs.get(tabId)).url)
  } catch {
    // This is how browsers report a missing tab.
    return null
  }
}

/** The addresses of a wallet's last answer on a host; null: none is known. */
export async function recallAccounts(walletId: string, host: string): Promise<string[] | null> {
  const key = keyOf(walletId, host)
  const kept = v.safeParse(addresses, (await browser.storage.session.get(key))[key])
  return kept.success ? kept.output : null
}

/** Keeps a wallet's answer on a host; without an address, the host's last answer is forgotten. */
export async function keepAccounts(
  walletId: string,
  host: string,
  answered: readonly string[],
): Promise<void> {
  const key = keyOf(walletId, host)
  if (answered.length === 0) await browser.storage.session.remove(key)
  else await browser.storage.session.set({ [key]: [...answered] })
}

/** Forgets the answers with an address; without one, all answers. */
export async function forgetAccounts(address?: string): Promise<void> {
  const kept = Object.entries(await browser.storage.session.get(null))
  const gone = kept.filter(
    ([key, value]) =>
      key.startsWith(PREFIX) &&
      (address === undefined || (v.is(addresses, value) && value.includes(address))),
  )
  await Promise.all(gone.map(([key]) => browser.storage.session.remove(key)))
}
