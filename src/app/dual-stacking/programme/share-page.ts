/** The page beside this one that shows a programme and hands it over. */
const HAND_OVER = 'add.html'

/** The page that hands a programme over, in the folder of another page of the site; null: none. */
export const pageBeside = (page: string | null): string | null =>
  page !== null && URL.canParse(page) ? withoutRest(new URL(HAND_OVER, page)) : null

/**
 * The page that hands a programme over, from what an operator typed: that page itself, or the
 * folder or host that it lies in; null for what is no address.
 */
export function readSharePage(text: string): string | null {
  const typed = text.trim()
  if (!URL.canParse(typed)) return null
  const page = new URL(typed)
  if (/\/add(\.html)?$/.test(page.pathname)) return withoutRest(page)
  const folder = page.pathname.replace(/[^/]*\.html$/, '')
  page.pathname = `${folder.replace(/\/?$/, '/')}${HAND_OVER}`
  return withoutRest(page)
}

/** A link has nothing before its `#` that is not the page. */
function withoutRest(page: URL): string {
  page.search = page.hash = page.username = page.password = ''
  return page.href
}
