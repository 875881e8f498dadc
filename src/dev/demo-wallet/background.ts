import * as v from 'valibot'
import { answerPage } from './answer-page.ts'
import { fromPage, type Pending } from './protocol.ts'
import { quietMethods } from './respond-dusk.ts'
import { readSettings } from './settings.ts'

// Opens the window in which the user decides; the window itself signs and answers.

chrome.runtime.onMessage.addListener((message: unknown, sender) => {
  const request = v.safeParse(fromPage, message)
  const tabId = sender.tab?.id
  if (request.success && tabId !== undefined)
    void open({ request: request.output, tabId, origin: sender.origin ?? sender.url ?? '' })
})

async function open(pending: Pending): Promise<void> {
  const { behaviour, silent } = await readSettings()
  if (quietMethods.has(pending.request.method)) return answerPage(pending, true)
  if (behaviour === 'no-window') return
  if (silent) return answerPage(pending, true)
  await chrome.storage.local.set({ [`pending:${pending.request.id}`]: pending })
  await chrome.windows.create({
    url: chrome.runtime.getURL(`approve.html?id=${pending.request.id}`),
    type: 'popup',
    width: 400,
    height: 560,
  })
}
