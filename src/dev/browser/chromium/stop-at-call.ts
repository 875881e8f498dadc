import type { Chromium } from './chromium.ts'
import { Remote } from './remote.ts'

/** Calls of the browser and of the network that the background awaits. */
const APIS = [
  'storage.local.set',
  'scripting.executeScript',
  'tabs.sendMessage',
  'tabs.create',
  'tabs.get',
  'tabs.query',
  'notifications.create',
  'alarms.get',
  'alarms.create',
  'action.setBadgeText',
  'action.setBadgeBackgroundColor',
]
/** Calls without an effect: it does not matter before which of several the worker dies. */
const LEAVE_NOTHING = [
  'fetch',
  'tabs.get',
  'tabs.query',
  'alarms.get',
  'action.setBadgeText',
  'action.setBadgeBackgroundColor',
]

/**
 * Makes the n-th such call from now on hang, as if the browser had stopped the service worker just
 * before it. `reached` gives the call's name then; `none` gives up waiting, for work that ended
 * before. `runs`: calls without an effect count as one when they come in a row.
 */
export async function stopAtCall(
  chromium: Chromium,
  call: number,
  runs: boolean,
): Promise<{ reached: Promise<string>; none(): Promise<void> }> {
  const worker = await Remote.attach(chromium.cdp, await chromium.worker())
  await worker.evaluate(
    (apis: string[], nth: number, together: string[]) => {
      const root: unknown = (globalThis as { browser?: unknown }).browser ?? chrome
      const scope = globalThis as unknown as {
        stopped: Promise<string>
        giveUp(): void
        fetch: typeof fetch
      }
      let calls = 0
      let inRun = false
      scope.stopped = new Promise((resolve) => {
        scope.giveUp = () => resolve('')
        const counted =
          <A extends unknown[], R>(name: string, real: (...args: A) => R) =>
          (...args: A): R => {
            if (!inRun || !together.includes(name)) calls++
            inRun = together.includes(name)
            if (calls < nth) return real(...args)
            if (calls === nth) resolve(name)
            // What would have been done at the same time is not done either: the worker is gone.
            return new Promise(() => undefined) as R
          }
        for (const path of apis) {
          const names = path.split('.')
          const last = names.pop()!
          const owner = names.reduce<unknown>(
            (object, name) => (object as Record<string, unknown> | undefined)?.[name],
            root,
          ) as Record<string, (...args: unknown[]) => unknown> | undefined
          if (owner?.[last]) owner[last] = counted(path, owner[last].bind(owner))
        }
        scope.fetch = counted('fetch', scope.fetch.bind(globalThis))
      })
    },
    APIS,
    call,
    runs ? LEAVE_NOTHING : [],
  )
  // A worker that is being debugged cannot be stopped: the session ends as soon as the moment is
  // there.
  const reached = worker
    .evaluate(() => (globalThis as unknown as { stopped: Promise<string> }).stopped)
    .finally(() => worker.detach())
  const giveUp = () =>
    worker
      .evaluate(() => (globalThis as unknown as { giveUp(): void }).giveUp())
      .catch(() => undefined)
  return { reached, none: async () => void (await Promise.race([giveUp(), reached])) }
}
