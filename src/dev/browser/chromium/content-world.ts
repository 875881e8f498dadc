import type { Page } from 'playwright-core'
import { extensionId } from './chromium.ts'

/** Runs an expression in the extension's own world of a page, where its content scripts run. */
export async function evaluateInContentWorld(page: Page, expression: string): Promise<unknown> {
  const cdp = await page.context().newCDPSession(page)
  const contexts: { id: number; origin: string }[] = []
  cdp.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context))
  await cdp.send('Runtime.enable')
  const ours = contexts.find(({ origin }) => origin === `chrome-extension://${extensionId}`)
  if (!ours) throw new Error('No content script of the extension has run in this page')
  const { result } = await cdp.send('Runtime.evaluate', {
    contextId: ours.id,
    expression: `(async () => ${expression})()`,
    awaitPromise: true,
    returnByValue: true,
  })
  await cdp.detach()
  return result.value as unknown
}
