/*
 * Functions that run in the browser's own window: each is sent as text and refers to nothing
 * outside itself. A page is known by its browser element's number, which stays the same while it
 * navigates.
 */

interface PageElement {
  browserId: number
  currentURI: { spec: string } | null
  webProgress: { isLoadingDocument: boolean } | null
  ownerDocument: {
    defaultView: {
      gBrowser: {
        getTabForBrowser(browser: PageElement): unknown
        removeTab(tab: unknown): void
        selectedTab: unknown
      }
      focus(): void
    }
  }
  messageManager: MessageManager
  browsingContext: {
    currentWindowGlobal: {
      drawSnapshot(rectangle: null, scale: number, background: string): Promise<ImageBitmap>
    }
  }
  closest(selector: string): { hidePopup(): void } | null
}

interface MessageManager {
  addMessageListener(
    name: string,
    listener: (message: { data: { value?: string; error?: string } }) => void,
  ): void
  removeMessageListener(name: string, listener: unknown): void
  loadFrameScript(url: string, later: boolean): void
}

/** Makes `pages()` known in the browser's window, for the functions below. */
export function preparePages(): void {
  const scope = globalThis as unknown as {
    window: { pages?: () => unknown[] }
    Services: { wm: { getEnumerator(type: null): Iterable<{ document: Document }> } }
  }
  scope.window.pages = () =>
    [...scope.Services.wm.getEnumerator(null)].flatMap(({ document }) => [
      ...document.querySelectorAll('browser'),
    ])
}

interface Scope {
  window: { pages(): PageElement[] }
}

export function findPages(url: string): number[] {
  const { window } = globalThis as unknown as Scope
  return window
    .pages()
    .filter(({ currentURI }) => currentURI?.spec.startsWith(url))
    .map(({ browserId }) => browserId)
}

export async function waitForPage(url: string, what: string, limitMs: number): Promise<number> {
  const { window } = globalThis as unknown as Scope
  for (const until = Date.now() + limitMs; Date.now() < until;) {
    const found = window
      .pages()
      .filter(
        ({ currentURI, webProgress }) =>
          currentURI?.spec.startsWith(url) && webProgress?.isLoadingDocument === false,
      )
    const newest = found.sort((one, other) => other.browserId - one.browserId)[0]
    if (newest) return newest.browserId
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(
    `No page of ${what} within ${limitMs} ms; there are ${window
      .pages()
      .map(({ currentURI }) => currentURI?.spec)
      .join(', ')}`,
  )
}

export async function waitUntilGone(id: number, limitMs: number): Promise<void> {
  const { window } = globalThis as unknown as Scope
  for (const until = Date.now() + limitMs; Date.now() < until;) {
    if (!window.pages().some(({ browserId }) => browserId === id)) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`A page that should close stayed for ${limitMs} ms`)
}

/**
 * Evaluates an expression in the page, as its own code sees the page and the extension API, but
 * without its content security policy. Its promise gives text.
 */
export async function runInPage(id: number, expression: string): Promise<string | null> {
  const { window } = globalThis as unknown as Scope
  const page = window.pages().find(({ browserId }) => browserId === id)
  if (!page) throw new Error('The page is gone')
  const { messageManager } = page
  const name = `twinstack:${Math.random()}`
  const script = `{
    const scope = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false })
    const answer = (message) => sendAsyncMessage(${JSON.stringify(name)}, message)
    const fail = (error) => answer({ error: String(error) })
    try {
      Cu.evalInSandbox(${JSON.stringify(expression)}, scope)
        .then((value) => answer({ value }), fail)
    } catch (error) { fail(error) }
  }`
  return new Promise((resolve, reject) => {
    const gone = setInterval(() => {
      if (!window.pages().includes(page)) finish(() => reject(new Error('The page went away')))
    }, 100)
    const listener = ({ data: { value, error } }: { data: { value?: string; error?: string } }) =>
      finish(() => (error === undefined ? resolve(value ?? null) : reject(new Error(error))))
    const finish = (then: () => void) => {
      clearInterval(gone)
      messageManager.removeMessageListener(name, listener)
      then()
    }
    messageManager.addMessageListener(name, listener)
    messageManager.loadFrameScript(`data:,${encodeURIComponent(script)}`, false)
  })
}

export function selectPage(id: number): void {
  const { window } = globalThis as unknown as Scope
  const page = window.pages().find(({ browserId }) => browserId === id)!
  const { defaultView } = page.ownerDocument
  defaultView.focus()
  defaultView.gBrowser.selectedTab = defaultView.gBrowser.getTabForBrowser(page)
}

/** Closes a tab, or hides the panel that holds the page. */
export function closePage(id: number): void {
  const { window } = globalThis as unknown as Scope
  const page = window.pages().find(({ browserId }) => browserId === id)
  if (!page) return
  const { gBrowser } = page.ownerDocument.defaultView
  const tab = gBrowser.getTabForBrowser(page)
  if (tab) gBrowser.removeTab(tab)
  else page.closest('panel')?.hidePopup()
}

/** A PNG of the page, in base64. */
export async function takeScreenshot(id: number): Promise<string> {
  const { window } = globalThis as unknown as Scope
  const bitmap = await window
    .pages()
    .find(({ browserId }) => browserId === id)!
    .browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white')
  const canvas = document.createElementNS(
    'http://www.w3.org/1999/xhtml',
    'canvas',
  ) as HTMLCanvasElement
  canvas.width = bitmap.width
  canvas.height = bitmap.height
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0)
  return canvas.toDataURL('image/png').split(',')[1]!
}
