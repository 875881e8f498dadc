import type { Pending, ToPage } from './protocol.ts'
import { respond } from './respond.ts'
import { readSettings } from './settings.ts'

const isThrown = (shape: Pending['request']['shape'], response: object): boolean =>
  'error' in response && shape !== 'xverse'

/**
 * Carries out what the user decided and answers the page: Leather and Dusk throw their errors,
 * Xverse resolves with them.
 */
export async function answerPage(
  { request, tabId, origin }: Pending,
  approved: boolean,
): Promise<void> {
  const settings = await readSettings()
  const result = approved
    ? await respond(request, origin, settings)
    : {
        error: {
          code: request.shape === 'xverse' ? -32_000 : 4001,
          message: 'User rejected the request',
        },
      }
  const response = { jsonrpc: '2.0', id: request.id, ...result }
  const thrown = settings.behaviour === 'error-resolved' ? false : isThrown(request.shape, response)
  await chrome.tabs.sendMessage(
    tabId,
    { from: 'demo-wallet', id: request.id, thrown, response } satisfies ToPage,
    { frameId: 0 },
  )
}
