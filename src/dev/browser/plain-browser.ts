import { chromium, type Browser, type Page } from 'playwright-core'
import { ensureBrowser } from '../cli/browsers.ts'
import { waitLimitMs } from '../wait-limit.ts'
import { nameHelper } from './chromium/name-helper.ts'

const boostEvents = [
  'boost-ready',
  'boost-change',
  'wallet-connect',
  'transaction-submitted',
  'transaction-confirmed',
  'reward-landed',
  'widget-error',
]

/** A Chromium as visitors have it: no extension, no wallet. */
export async function launchPlainBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: ensureBrowser('chromium'),
    timeout: waitLimitMs,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  })
  // Playwright sets limits by context, and opens a page in a context of its own.
  const newContext = browser.newContext.bind(browser)
  browser.newContext = async (options) => {
    const context = await newContext(options)
    context.setDefaultTimeout(waitLimitMs)
    return context
  }
  return browser
}

export interface WatchedPage {
  page: Page
  /** Paths and hosts of requests, the page itself and its icon left out. */
  requests: string[]
  problems: string[]
}

/** Opens a page, records its requests and problems, and the events of its widgets in the page. */
export async function openWatchedPage(
  browser: Browser,
  url: string,
  { viewport = { width: 400, height: 800 }, init = '' } = {},
): Promise<WatchedPage> {
  const page = await browser.newPage({ viewport })
  const requests: string[] = []
  const problems: string[] = []
  page.on(
    'request',
    (request) =>
      void (
        request.url().startsWith('data:') ||
        (request.isNavigationRequest() && request.frame() === page.mainFrame()) ||
        requests.push(request.url())
      ),
  )
  page.on('pageerror', (error) => problems.push(error.message))
  page.on(
    'console',
    (message) => void (message.type() === 'error' && problems.push(message.text())),
  )
  await page.addInitScript(`${nameHelper}${init};window.heard = [];
    for (const name of ${JSON.stringify(boostEvents)})
      addEventListener(name, (event) =>
        window.heard.push({ name, detail: event.detail, target: event.target.id }))`)
  await page.goto(url)
  return { page, requests, problems }
}

/** Text of a part of a widget, as a visitor reads it. */
export const readPart = (
  page: Page,
  name: string,
  widget = 'dual-stacking-boost',
): Promise<string> => page.locator(`${widget} [part="${name}"]`).first().innerText()

/** Waits for text in a part. */
export const waitForPart = (
  page: Page,
  name: string,
  text: string | RegExp,
  widget = 'dual-stacking-boost',
): Promise<void> =>
  page.locator(`${widget} [part="${name}"]`).filter({ hasText: text }).first().waitFor()

export interface WidgetEvent {
  name: string
  detail: Record<string, unknown>
  target: string
}
export const readEvents = (page: Page): Promise<WidgetEvent[]> =>
  page.evaluate(() => (window as unknown as { heard: WidgetEvent[] }).heard)
