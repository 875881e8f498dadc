import type { ActionsSetup } from '../actions.ts'

/** Whether this page is shown inside another one: wallets put their providers into top pages only. */
export const inForeignFrame = (): boolean => window.top !== window.self

/** Opens this same page as a page of its own, where a wallet can be, with the same choices. */
export function openSigningPage({ network, apiUrl, all }: Pick<ActionsSetup, 'network' | 'apiUrl' | 'all'>): void {
  const url = new URL('frame.html', location.href)
  url.searchParams.set('network', network)
  url.searchParams.set('actions', all ? 'all' : 'enroll')
  if (apiUrl) url.searchParams.set('api-url', apiUrl)
  window.open(url, '_blank', 'noopener')
}
