import type { ProbePage } from './probe-page.ts'

// Browsers put a notification away by themselves, Chromium after eight seconds: on a slow machine
// that is before a test has counted it. So a page of the extension notes each that was closed. Its
// session storage keeps them, because Firefox evaluates every function in a scope of its own.

const RECORD = 'closed-notifications'

/** Starts the record, in a page of the extension. */
export const recordClosedNotifications = (page: ProbePage): Promise<void> =>
  page.evaluate((key) => {
    chrome.notifications.onClosed.addListener((id) => {
      const earlier = JSON.parse(sessionStorage.getItem(key) ?? '[]') as string[]
      sessionStorage.setItem(key, JSON.stringify([...earlier, id]))
    })
  }, RECORD)

/** Ids of the notifications that are shown, or were since the record began: those come first. */
export const readNotifications = (page: ProbePage): Promise<string[]> =>
  page.evaluate(async (key) => {
    const open = await new Promise<object>((resolve) => chrome.notifications.getAll(resolve))
    const closed = JSON.parse(sessionStorage.getItem(key) ?? '[]') as string[]
    return [...new Set([...closed, ...Object.keys(open)])]
  }, RECORD)

/** Puts every notification away, and begins the record anew. */
export const clearNotifications = (page: ProbePage): Promise<void> =>
  page.evaluate(async (key) => {
    // Each that is open is said to be closed once, be it now or because its time was over.
    const closed = new Set<string>()
    let onClosed = (id: string): unknown => closed.add(id)
    const listener = (id: string) => void onClosed(id)
    chrome.notifications.onClosed.addListener(listener)
    const open = await new Promise<object>((resolve) => chrome.notifications.getAll(resolve))
    const left = new Set(Object.keys(open).filter((id) => !closed.has(id)))
    await new Promise<void>((resolve) => {
      onClosed = (id) => left.delete(id) && left.size === 0 && resolve()
      if (left.size === 0) resolve()
      for (const id of left) void chrome.notifications.clear(id)
    })
    chrome.notifications.onClosed.removeListener(listener)
    sessionStorage.removeItem(key)
  }, RECORD)
