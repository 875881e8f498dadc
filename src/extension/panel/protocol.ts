import * as v from 'valibot'

/*
 * How the panel on a page is opened and what crosses its borders. The page sees an element with
 * nothing in it, and none of these messages.
 *
 *   background ── token ───────► content script   by injection, into the extension's own world
 *   content script ── handover ► frame            window message to the extension's origin, once
 *   frame ── PlacementRequest ─► content script   by the port that came with the handover
 *   content script ── placeSeen ► frame           by the same port
 *   frame ── panelOpening, panelRequest ─► background   with the token; never to its parent window
 */

/** The one file that a page can load, under an address that only the browser knows. */
export const panelDocument = 'dist/extension/panel/panel.html'

const token = v.pipe(v.string(), v.maxLength(100))

/** Comes with a port; only a document of the extension's origin receives it. */
export const handover = v.object({ twinstackPanel: token })

/** What the frame asks of the content script that placed it; CSS pixels of the page. */
export const placementRequest = v.variant('type', [
  v.object({ type: v.literal('move'), dx: v.number(), dy: v.number() }),
  v.object({ type: v.literal('resize'), height: v.pipe(v.number(), v.minValue(0)) }),
  /** Screen pixels to a CSS pixel, whenever that changes. */
  v.object({ type: v.literal('zoom'), zoom: v.number() }),
  v.object({ type: v.literal('close') }),
])
export type PlacementRequest = v.InferOutput<typeof placementRequest>

/** Where the content script sees the frame on the screen, pixels: told whenever that changes. */
export const placeSeen = v.object({ x: v.number(), y: v.number() })

/** Whether the frame is the one that the user opened in this tab. */
export const panelOpening = v.object({ type: v.literal('panel/open'), token })
export const panelOpened = v.variant('ok', [
  /** `zoom`: CSS pixels of the page to pixels of the screen; `host`: the page's. */
  v.object({
    ok: v.literal(true),
    zoom: v.pipe(v.number(), v.minValue(0.01)),
    host: v.nullable(v.string()),
  }),
  v.object({ ok: v.literal(false) }),
])

/** A command of the panel; which ones it may give is decided in the background. */
export const panelRequest = v.object({
  type: v.literal('panel/command'),
  token,
  command: v.unknown(),
})
