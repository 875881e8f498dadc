import * as v from 'valibot'
import { apply } from './options.ts'
import { fromPage, PROTOCOL_VERSION } from './protocol.ts'
import type { FromFrame } from './protocol.ts'
import type { FrameOptions } from './options.ts'

const events = ['boost-ready', 'boost-change', 'wallet-connect', 'transaction-submitted', 'transaction-confirmed', 'reward-landed', 'widget-error']

type Said = FromFrame extends infer Message ? (Message extends FromFrame ? Omit<Message, 'twinstack'> : never) : never

/** The frame's side of the protocol: configures the widget for one page, whose origin is given, and tells it what happens. `configured` gets what changed. */
export function serveFrame({ widget, page, origin, configured }: { widget: HTMLElement; page: Window; origin: string; configured(options: FrameOptions): void }): void {
  const say = (message: Said): void => page.postMessage({ twinstack: PROTOCOL_VERSION, ...message }, origin)
  window.addEventListener('message', ({ source, origin: from, data }) => {
    if (source !== page || from !== origin) return
    const message = v.safeParse(fromPage, data)
    if (!message.success) return say({ type: 'refused', reason: 'This is no message of the protocol.' })
    apply(widget, message.output.options)
    configured(message.output.options)
  })
  for (const name of events) widget.addEventListener(name, (event) => say({ type: 'event', name, detail: plain((event as CustomEvent<object>).detail) }))
  say({ type: 'ready' })
  new ResizeObserver(() => say({ type: 'resize', height: Math.ceil(widget.getBoundingClientRect().height) })).observe(widget)
}

/** Without the fields that are not known: a page tests for their presence. */
const plain = (detail: object): Record<string, unknown> => Object.fromEntries(Object.entries(detail).filter(([, value]) => value !== undefined))
