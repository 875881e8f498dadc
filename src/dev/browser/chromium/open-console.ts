import type { Page } from 'playwright-core'
import { extensionId, type Chromium } from './chromium.ts'
import { View } from './view.ts'

/** Opens the console in a tab: Playwright's page, and the same page as a view. */
export async function openConsole(
  { context }: Chromium,
  section = 'cycle',
): Promise<{ page: Page; view: View }> {
  const page = await context.newPage()
  await page.setViewportSize({ width: 1200, height: 900 })
  await page.goto(
    `chrome-extension://${extensionId}/dist/extension/console/console.html#${section}`,
  )
  return { page, view: viewOf(page) }
}

/** A page of Playwright's as a view. */
const viewOf = (page: Page): View =>
  new View({
    evaluate: <A extends unknown[], R>(
      run: (...args: A) => R | Promise<R>,
      ...args: A
    ): Promise<R> => page.evaluate(`(${run.toString()})(...${JSON.stringify(args)})`) as Promise<R>,
    evaluateText: (expression) => page.evaluate(expression),
    screenshot: async (path) => void (await page.screenshot({ path })),
  })
