import type { BrowserContext, Page } from 'playwright-core'
import { extensionId } from './chromium.ts'

/** Scripts of the extension that a page has parsed from now on, in any world: source and length. */
export async function watchScripts(
  context: BrowserContext,
  page: Page,
): Promise<{ url: string; length: number }[]> {
  const seen: { url: string; length: number }[] = []
  const cdp = await context.newCDPSession(page)
  cdp.on('Debugger.scriptParsed', ({ url, length = 0 }) => {
    if (url.includes(extensionId) && length > 0) seen.push({ url, length })
  })
  await cdp.send('Debugger.enable')
  return seen
}
