import { parseExactJson } from './parse-exact-json.ts'

/** What of the browser's WebSocket the stream needs. */
export type Socket = {
  binaryType: string
  close(): void
  addEventListener(
    type: 'message' | 'close' | 'error',
    listener: (event: { data?: unknown }) => void,
  ): void
}

/**
 * An event as it came: the path of what happened, and its data as JSON, or null when it is none.
 */
export type StreamedEvent = { path: string; json: unknown }

export type StreamSetup = {
  base: string
  /** Paths below /on/: `blocks/accepted`, `transactions/executed`, `contracts:<id>/<topic>`. */
  topics: readonly string[]
  onEvent: (event: StreamedEvent) => void
  /**
   * `open` when all topics are subscribed; `closed` when the connection is lost and another attempt
   * waits.
   */
  onState?: (state: 'open' | 'closed') => void
  connect?: (url: string) => Socket
  fetch?: (url: string, init: RequestInit) => Promise<Response>
  /** Runs `work` after a while; returns how to call it off. */
  later?: (work: () => void, ms: number) => () => void
}

const LONGEST_PAUSE_MS = 60_000
const MOST_BYTES = 8 * 1024 * 1024

const laterByTimer = (work: () => void, ms: number) => {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}

/**
 * Reads an event: u32 length of the header, JSON header, body. Null when the bytes are no event.
 */
export const decodeStreamedEvent = (bytes: ArrayBuffer): StreamedEvent | null => {
  if (bytes.byteLength < 4 || bytes.byteLength > MOST_BYTES) return null
  const length = new DataView(bytes).getUint32(0, true)
  if (bytes.byteLength < 4 + length) return null
  const decoder = new TextDecoder()
  const header = parseExactJson(decoder.decode(new Uint8Array(bytes, 4, length)))
  const path =
    typeof header === 'object' && header !== null && 'Content-Location' in header
      ? header['Content-Location']
      : null
  if (typeof path !== 'string') return null
  return { path, json: parseExactJson(decoder.decode(new Uint8Array(bytes, 4 + length))) ?? null }
}

/**
 * Follows a node's events over its socket [hyperstaking 4.3], and opens it again with growing
 * pauses when it is lost. What happened in between is not repeated: read the state again at each
 * `open`. Returns how to end it.
 */
export const followEvents = (setup: StreamSetup): (() => void) => {
  const { base, topics, onEvent, onState = () => {}, later = laterByTimer } = setup
  const connect = setup.connect ?? ((url) => new WebSocket(url) as unknown as Socket)
  const fetch = setup.fetch ?? ((url, init) => globalThis.fetch(url, init))
  const root = base.replace(/\/+$/, '')
  let ended = false
  let lost = 0
  let socket: Socket | null = null
  let callOff = () => {}

  const subscribe = async (session: string): Promise<boolean> => {
    const answers = await Promise.all(
      topics.map((topic) =>
        fetch(`${root}/on/${topic}`, {
          headers: { 'Rusk-Session-Id': session },
          credentials: 'omit',
          redirect: 'error',
          referrerPolicy: 'no-referrer',
          // An answer that a browser has kept subscribes to nothing.
          cache: 'no-store',
        }).then(
          ({ ok }) => ok,
          () => false,
        ),
      ),
    )
    return answers.every(Boolean)
  }

  const open = (): void => {
    const current = connect(`${root.replace(/^http/, 'ws')}/on`)
    socket = current
    current.binaryType = 'arraybuffer'
    const over = () => {
      if (socket !== current) return
      socket = null
      if (ended) return
      onState('closed')
      callOff = later(open, Math.min(1000 * 2 ** lost++, LONGEST_PAUSE_MS))
    }
    current.addEventListener('close', over)
    current.addEventListener('error', () => current.close())
    let named = false
    current.addEventListener('message', ({ data }) => {
      if (typeof data === 'string') {
        // A session is named once.
        if (named) return
        named = true
        void subscribe(data).then((all) => {
          if (socket !== current || ended) return
          if (!all) return current.close()
          lost = 0
          onState('open')
        })
        return
      }
      const event = data instanceof ArrayBuffer ? decodeStreamedEvent(data) : null
      if (event && !ended) onEvent(event)
    })
  }
  open()
  return () => {
    ended = true
    callOff()
    socket?.close()
  }
}
