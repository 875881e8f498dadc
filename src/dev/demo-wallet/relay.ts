import * as v from 'valibot'
import { fromPage, toPage } from './protocol.ts'
import { readSettings } from './settings.ts'

window.addEventListener('message', (event) => {
  const request = v.safeParse(fromPage, event.data)
  if (event.source === window && request.success) void chrome.runtime.sendMessage(request.output)
})

chrome.runtime.onMessage.addListener((message: unknown) => {
  const answer = v.safeParse(toPage, message)
  if (answer.success) window.postMessage(answer.output, location.origin)
})

async function announce(): Promise<void> {
  const { shapes } = await readSettings()
  const announce = () =>
    window.dispatchEvent(new CustomEvent('demo-wallet', { detail: JSON.stringify(shapes) }))
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', announce)
  else announce()
}
void announce()
