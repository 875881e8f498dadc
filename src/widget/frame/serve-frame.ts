import * as v from 'valibot'
import type { FramedWidget, Options } from './options.ts'
import { pageMessages, PROTOCOL_VERSION, type FrameMessage } from './protocol.ts'

type Said = FrameMessage extends infer Message
  ? Message extends FrameMessage
    ? Omit<Message, 'twinstack'>
    : never
  : never

interface Served {
  widget: HTMLElement
  framed: FramedWidget
  page: Window
  /** The page's origin: messages are exchanged with it alone. */
  origin: string
  /** Gets what the page wants changed. */
  configure(changes: Options): void
  /** Receives the figures that the widget reports. */
  changed(detail: Record<string, unknown>): void
}

/**
 * The frame's side of the protocol: it listens to one page, whose origin is given, and reports to
 * it what happens in the widget and its height.
 */
export function serveFrame({ widget, framed, page, origin, configure, changed }: Served): void {
  const say = (message: Said): void =>
    page.postMessage({ twinstack: PROTOCOL_VERSION, ...message }, origin)
  const messages = pageMessages(framed)
  window.addEventListener('message', ({ source, origin: from, data }) => {
    if (source !== page || from !== origin) return
    const message = v.safeParse(messages, data)
    if (!message.success) return say({ type: 'refused', reason: 'no-message' })
    configure(message.output.options)
  })
  for (const name of framed.events) {
    widget.addEventListener(name, (event) => {
      const detail = plain((event as CustomEvent<object>).detail)
      say({ type: 'event', name, detail })
      if (name.endsWith('-change')) changed(detail)
    })
  }
  say({ type: 'ready' })
  new ResizeObserver(() => {
    const height = Math.ceil(widget.getBoundingClientRect().height)
    // Before anything is in it, the frame keeps the height that it was given.
    if (height > 0) say({ type: 'resize', height })
  }).observe(widget)
}

/** Without the fields that are not known: a page tests for their presence. */
const plain = (detail: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(detail).filter(([, value]) => value !== undefined))
