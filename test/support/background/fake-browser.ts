import { callBridge, callRelay, createPage, type FakePage } from './fake-page.ts'

type Listener = (...values: never[]) => unknown
/** Of our own pages; of a special scheme, because Node knows no origin of the browsers' own. */
export const ORIGIN = 'https://twinstack-test.example'

/** An event of the extension API, of one life of the background. */
function createEvent() {
  const listeners = new Set<Listener>()
  return {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    emit: (...values: unknown[]): unknown[] =>
      [...listeners].map((listener) => (listener as (...all: unknown[]) => unknown)(...values)),
  }
}

const eventNames = {
  runtime: ['onMessage', 'onInstalled', 'onStartup'],
  alarms: ['onAlarm'],
  tabs: ['onRemoved', 'onUpdated'],
  notifications: ['onClicked'],
  contextMenus: ['onClicked'],
  commands: ['onCommand'],
  storage: ['onChanged'],
} as const

/**
 * The extension API in memory, as far as the background uses it: storage that keeps JSON only, tabs
 * with pages that have a bridge and a relay, alarms, notifications. It outlives the background.
 */
export function createFakeBrowser(stored: Record<string, unknown> = {}) {
  const state = {
    stored: structuredClone(stored),
    /** What lives as long as the browser runs. */
    session: {} as Record<string, unknown>,
    /** Every write to storage fails while it is full. */
    isFull: false,
    /** Whether new tabs can be opened. */
    opensTabs: true,
    tabs: new Map<number, { url: string; page: FakePage }>(),
    alarms: new Map<string, { periodInMinutes?: number; scheduledTime: number }>(),
    notifications: new Map<string, { title: string; message: string }>(),
    /** Ids of notifications that the browser refuses to create. */
    refused: new Set<string>(),
    badge: '',
    /** Called before a write is carried out; a test may hold the write, or stop the background. */
    beforeWrite: (_values: Record<string, unknown>): void | Promise<void> => undefined,
    /** Called before a script runs in a page; a test may hold it. */
    beforeScript: (): unknown => undefined,
    /** Called before a tab is opened. */
    beforeTab: (): unknown => undefined,
  }
  let nextTab = 1
  const waiting = new Set<() => void>()
  const check = (): void => waiting.forEach((look) => look())
  const pageIn = (tabId: number): FakePage => {
    const tab = state.tabs.get(tabId)
    if (!tab) throw new Error(`No tab with id: ${tabId}`)
    return tab.page
  }
  const openTab = (url: string, page: FakePage = createPage()): number => {
    const id = nextTab++
    state.tabs.set(id, { url, page })
    return id
  }

  /** The API's methods; each answers as a promise. */
  const methods = {
    storage: {
      get: async (keys: null | string | string[]) => {
        const wanted = keys === null ? Object.keys(state.stored) : [keys].flat()
        return structuredClone(
          Object.fromEntries(
            wanted.filter((key) => key in state.stored).map((key) => [key, state.stored[key]]),
          ),
        )
      },
      set: async (values: Record<string, unknown>) => {
        await state.beforeWrite(values)
        if (state.isFull) throw new Error('QUOTA_BYTES quota exceeded')
        Object.assign(state.stored, JSON.parse(JSON.stringify(values)))
      },
      clear: async () => void (state.stored = {}),
    },
    session: {
      get: async (key: string | null) => {
        if (key === null) return { ...state.session }
        return key in state.session ? { [key]: state.session[key] } : {}
      },
      set: async (values: Record<string, unknown>) => void Object.assign(state.session, values),
      remove: async (key: string) => void delete state.session[key],
    },
    tabs: {
      getZoom: async () => 1,
      create: async ({ url }: { url: string }) => {
        await state.beforeTab()
        if (!state.opensTabs) throw new Error('No current window')
        return { id: openTab(url, createPage({ isGranted: false })) }
      },
      get: async (id: number) => {
        const { isGranted } = pageIn(id)
        return { id, ...(isGranted && { url: state.tabs.get(id)!.url }) }
      },
      sendMessage: async (id: number, task: Parameters<typeof callRelay>[1]) =>
        callRelay(pageIn(id), task),
    },
    scripting: {
      executeScript: async (script: {
        target: { tabId: number }
        world?: string
        args?: [string, string, unknown[]]
      }) => {
        await state.beforeScript()
        const page = pageIn(script.target.tabId)
        if (!page.isGranted) throw new Error('Cannot access contents of the page')
        const [, method, values] = script.world === 'MAIN' ? (script.args ?? []) : []
        return [{ result: method === undefined ? null : callBridge(page, method, values ?? []) }]
      },
    },
    alarms: {
      get: async (name: string) => state.alarms.get(name),
      create: async (name: string, alarm: { periodInMinutes?: number; when?: number }) =>
        void state.alarms.set(name, {
          ...alarm,
          scheduledTime: alarm.when ?? Date.now() + (alarm.periodInMinutes ?? 0) * 60_000,
        }),
      clear: async (name: string) => state.alarms.delete(name),
    },
    notifications: {
      create: async (id: string, { title, message }: { title: string; message: string }) => {
        if (state.refused.has(id)) throw new Error('Unable to download all specified images.')
        state.notifications.set(id, { title, message })
        return id
      },
      clear: async (id: string) => state.notifications.delete(id),
    },
    action: {
      setBadgeText: async ({ text }: { text: string }) => void (state.badge = text),
      setBadgeBackgroundColor: async () => undefined,
    },
  }

  /**
   * The API for one life of the background. After `end` it answers nothing any more and emits
   * nothing, as a service worker that was stopped hears nothing.
   */
  function createApi() {
    let isOver = false
    const never = new Promise<never>(() => {})
    type Method = (...values: never[]) => Promise<unknown>
    const alive = (of: Record<string, Method>) =>
      Object.fromEntries(
        Object.entries(of).map(([name, method]) => [
          name,
          async (...values: never[]) => {
            if (isOver) return never
            try {
              const result = await method(...values)
              return isOver ? await never : result
            } finally {
              check()
            }
          },
        ]),
      )
    const events = Object.fromEntries(
      Object.entries(eventNames).map(([area, names]) => [
        area,
        Object.fromEntries(names.map((name) => [name, createEvent()])),
      ]),
    ) as { [A in keyof typeof eventNames]: Record<string, ReturnType<typeof createEvent>> }
    const browser = {
      runtime: {
        id: 'twinstack-test',
        getURL: (path: string) => `${ORIGIN}/${path}`,
        getManifest: () => ({ version: '0.0.0' }),
        ...events.runtime,
      },
      storage: {
        local: alive(methods.storage),
        session: alive(methods.session),
        ...events.storage,
      },
      tabs: { ...alive(methods.tabs), ...events.tabs },
      scripting: alive(methods.scripting),
      alarms: { ...alive(methods.alarms), ...events.alarms },
      notifications: { ...alive(methods.notifications), ...events.notifications },
      action: alive(methods.action),
      contextMenus: { create: () => undefined, ...events.contextMenus },
      commands: events.commands,
      i18n: { getMessage: (key: string) => key },
    }
    return {
      browser,
      emit: <A extends keyof typeof eventNames>(
        area: A,
        name: (typeof eventNames)[A][number],
        ...values: unknown[]
      ): unknown[] => (isOver ? [] : events[area][name]!.emit(...values)),
      end: () => void (isOver = true),
    }
  }

  /** Resolves with what is found; looked for now and after every call of the API. */
  const until = <T>(find: () => T | undefined | null | false): Promise<T> =>
    new Promise((resolve) => {
      const look = () => {
        const found = find()
        if (found === undefined || found === null || found === false) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
    })

  return { state, openTab, pageIn, createApi, until }
}
export type FakeBrowser = ReturnType<typeof createFakeBrowser>
