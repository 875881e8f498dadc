import * as v from 'valibot'
import type { FramedWidget } from './options.ts'

/**
 * Messages between a partner's page and the frame page (`frame.html`, `pool-frame.html` or
 * `yield-frame.html`, `?origin=<the page's origin>&…options`).
 *
 * Page frame │ ◀──────────────── ready ──────────── │ loaded; knows the page's origin from its
 * address │ ◀──────────────── resize ─────────── │ at once, and whenever the height changes │ ──
 * configure ──────────────────────▶ │ any options, at any time │ ◀──────────────── event
 * ──────────── │ an event of the widget, with its detail │ ◀──────────────── refused ────────── │ a
 * message from the right origin that is none of these
 *
 * Each side posts to the other's exact origin, never to `*`, and takes messages only from the
 * other's window and origin; the frame drops everything else without an answer. No message carries
 * a key or a signature: wallets are spoken to in a page of its own, outside every frame.
 */
export const PROTOCOL_VERSION = 1
const tagged = { twinstack: v.literal(PROTOCOL_VERSION) }

/** What a page may say to the frame of a widget. */
export const pageMessages = ({ options }: Pick<FramedWidget, 'options'>) =>
  v.variant('type', [v.strictObject({ ...tagged, type: v.literal('configure'), options })])

export const frameMessage = v.variant('type', [
  v.strictObject({ ...tagged, type: v.literal('ready') }),
  /** CSS pixels. */
  v.strictObject({ ...tagged, type: v.literal('resize'), height: v.number() }),
  v.strictObject({
    ...tagged,
    type: v.literal('event'),
    name: v.string(),
    detail: v.record(v.string(), v.unknown()),
  }),
  v.strictObject({ ...tagged, type: v.literal('refused'), reason: v.string() }),
])
export type FrameMessage = v.InferOutput<typeof frameMessage>
