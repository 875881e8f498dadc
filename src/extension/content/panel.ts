import * as v from 'valibot'
import { createPanelPosition } from '../../ui/panel/panel-position.ts'
import { browser } from '../browser.ts'
import { type handover, panelDocument, placementRequest } from '../panel/protocol.ts'
import { watchPlaceOnScreen } from './place-on-screen.ts'

// Injected on demand into the page's top frame, in the extension's own world. Injected again, it
// takes the panel away. It places a frame with a document of the extension and holds nothing of the
// user: whatever is in the page's document, the page can read, type into and repaint.

interface Panel {
  remove(): void
}
const world = globalThis as {
  twinstackPanel?: Panel | undefined
  /** Put here by the background just before this script. */
  twinstackPanelToken?: string | undefined
}

function placePanel(token: string): Panel {
  const host = document.createElement('div')
  // The page's style sheets cannot win against these.
  for (const [name, value] of [
    ['all', 'initial'],
    ['position', 'fixed'],
    ['inset', '16px 16px auto auto'],
    ['width', '376px'],
    ['max-width', 'calc(100vw - 16px)'],
    ['max-height', 'calc(100vh - 16px)'],
    ['height', '560px'],
    ['z-index', '2147483647'],
  ] as const)
    host.style.setProperty(name, value, 'important')
  const frame = document.createElement('iframe')
  frame.title = 'Twinstack'
  frame.allow = 'clipboard-write'
  // Pages that embed nothing without its consent (COEP) would refuse the frame, and be told its
  // address. An extension's storage is the same with and without credentials.
  frame.setAttribute('credentialless', '')
  frame.style.cssText =
    'width: 100%; height: 100%; border: 0; border-radius: 14px; color-scheme: light dark; box-shadow: 0 12px 40px rgb(0 0 0 / 0.25)'
  frame.src = browser.runtime.getURL(panelDocument)
  const root = host.attachShadow({ mode: 'closed' })
  root.append(frame)

  const place = createPanelPosition(host, window)
  const { port1: port, port2: theirs } = new MessageChannel()
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    const request = v.safeParse(placementRequest, data)
    if (!request.success) return
    const { output } = request
    if (output.type === 'move') place.move(output.dx, output.dy)
    if (output.type === 'resize') {
      host.style.setProperty('height', `${Math.ceil(output.height)}px`, 'important')
      place.keep()
    }
    if (output.type === 'zoom') watch.setZoom(output.zoom)
    if (output.type === 'close') panel.remove()
  }
  const watch = watchPlaceOnScreen(host, (seen) => port.postMessage(seen))
  let handed = false
  frame.addEventListener('load', () => {
    // A page that takes the frame out of its document and puts it back loads it again: the user
    // opened the first one.
    if (handed) return panel.remove()
    handed = true
    const message: v.InferOutput<typeof handover> = { twinstackPanel: token }
    // The document's origin is the extension's, also where its address was a dynamic one.
    frame.contentWindow?.postMessage(message, new URL(browser.runtime.getURL('')).origin, [theirs])
    frame.focus()
  })

  const before = document.activeElement
  document.documentElement.append(host)
  window.addEventListener('resize', place.keep)
  const panel: Panel = {
    remove() {
      window.removeEventListener('resize', place.keep)
      watch.stop()
      port.close()
      host.remove()
      if (before instanceof HTMLElement) before.focus()
      world.twinstackPanel = undefined
    },
  }
  return panel
}

const { twinstackPanelToken: token } = world
world.twinstackPanelToken = undefined
if (world.twinstackPanel) world.twinstackPanel.remove()
else if (token !== undefined) world.twinstackPanel = placePanel(token)
