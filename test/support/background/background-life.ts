import { onTestFinished, vi } from 'vitest'
import type { JobOutcome } from '../../../src/wallet/bridge/job-outcome.ts'
import type { WalletJob } from '../../../src/wallet/bridge/wallet-job.ts'
import { createAccountHosts } from './account-hosts.ts'
import { ORIGIN, type FakeBrowser } from './fake-browser.ts'
import { outcomeNews } from './fake-page.ts'

const browserModule = '../../../src/extension/browser.ts'

/** Gives this browser to the modules that are loaded from now on, until the test ends. */
export function installBrowser(fake: FakeBrowser) {
  vi.resetModules()
  vi.stubGlobal('navigator', { languages: ['en'] })
  const api = fake.createApi()
  vi.doMock(browserModule, () => ({ browser: api.browser }))
  onTestFinished(() => {
    api.end()
    vi.unstubAllGlobals()
    vi.doUnmock(browserModule)
    vi.resetModules()
  })
  return api
}

/**
 * Starts the background as the browser does, with modules of its own; it continues with what an
 * earlier life left in storage.
 */
export async function startLife(
  fake: FakeBrowser,
  hosts: typeof fetch = createAccountHosts().fetch,
) {
  const api = installBrowser(fake)
  vi.stubGlobal('fetch', hosts)
  await import('../../../src/extension/background/main.ts')

  const view = { id: 'twinstack-test', origin: ORIGIN, url: `${ORIGIN}/popup.html` }
  const send = (message: unknown, from: object): Promise<unknown> =>
    new Promise((resolve) => void api.emit('runtime', 'onMessage', message, from, resolve))
  const fromTab = (tabId: number) => ({
    id: 'twinstack-test',
    origin: 'https://page.example',
    frameId: 0,
    tab: { id: tabId },
  })
  return {
    /** Sends a message as one of our own pages; resolves with the answer. */
    command: (message: { type: string } & Record<string, unknown>) => send(message, view),
    /** Sends a message as one of our own pages that is open in a tab. */
    commandFromTab: (tabId: number, message: { type: string }) =>
      send(message, { ...view, tab: { id: tabId } }),
    /** Sends a message as the panel's document, in a frame of a page. */
    fromPanel: (tabId: number, message: unknown) =>
      send(message, {
        ...view,
        url: `${ORIGIN}/dist/extension/panel/panel.html`,
        frameId: 7,
        tab: { id: tabId },
      }),
    /** Sends a message as our script in a page. */
    fromPage: (tabId: number, message: unknown) => send(message, fromTab(tabId)),
    /** The wallet answers a job; the relay reports it once. */
    answer: (tabId: number, job: WalletJob, outcome: JobOutcome) => {
      fake.pageIn(tabId).listening.set(job.nonce, 'answered')
      return send(outcomeNews(job, outcome), fromTab(tabId))
    },
    emit: api.emit,
    /** The tab is closed by its user. */
    closeTab(tabId: number): void {
      fake.state.tabs.delete(tabId)
      api.emit('tabs', 'onRemoved', tabId)
    },
    /** Stopped by the browser, at whatever point it is. */
    kill: api.end,
  }
}
export type BackgroundLife = Awaited<ReturnType<typeof startLife>>
