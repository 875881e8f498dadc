import * as v from 'valibot'
import { browser } from '../browser.ts'
import {
  handover,
  panelOpened,
  type panelOpening,
  placeSeen,
  type PlacementRequest,
} from './protocol.ts'

/** What the content script that placed this document handed over, if the background agrees. */
export interface OpenedPanel {
  token: string
  /** Screen pixels to a CSS pixel. */
  zoom: number
  /** Of the page; null: not known. */
  host: string | null
  place(request: PlacementRequest): void
  /** Called with where the content script sees the frame on the screen, pixels. */
  onPlaceSeen(listener: (place: v.InferOutput<typeof placeSeen>) => void): void
}

/**
 * Resolves when this document turns out to be the panel that the user opened in this tab. A page
 * that frames the same address has no token: there it never does.
 */
export function awaitHandover(): Promise<OpenedPanel> {
  return new Promise((resolve) => {
    const hear = async ({ data, source, isTrusted, ports }: MessageEvent<unknown>) => {
      const parsed = v.safeParse(handover, data)
      const [port] = ports
      if (!isTrusted || source !== window.parent || !parsed.success || !port) return
      const { twinstackPanel: token } = parsed.output
      const opened = await askToOpen(token)
      if (opened === null) return
      window.removeEventListener('message', hear)
      resolve({
        token,
        ...opened,
        place: (request) => port.postMessage(request),
        onPlaceSeen(listener) {
          port.onmessage = (message: MessageEvent<unknown>) => {
            const seen = v.safeParse(placeSeen, message.data)
            if (seen.success) listener(seen.output)
          }
        },
      })
    }
    window.addEventListener('message', hear)
  })
}

/** The tab's zoom and its page's host when the background knows the token; null otherwise. */
async function askToOpen(token: string): Promise<Pick<OpenedPanel, 'zoom' | 'host'> | null> {
  const question: v.InferOutput<typeof panelOpening> = { type: 'panel/open', token }
  const answer = v.safeParse(panelOpened, await browser.runtime.sendMessage(question))
  if (!answer.success || !answer.output.ok) return null
  const { zoom, host } = answer.output
  return { zoom, host }
}
