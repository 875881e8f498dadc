import type { Pending, ToPage } from './protocol.ts'
import { respond } from './respond.ts'
import { readSettings } from './settings.ts'

const isThrown = (shape: Pending['request']['shape'], response: object): boolean =>
  'error' in response && shape !== 'xverse'

const signs: ReadonlySet<string> = new Set([
  'stx_callContract',
  'stx_deployContract',
  'dusk_sendTransaction',
])

/** Where its last answer to a request for a signature is kept, and its last error. */
const LAST = 'last'
const REFUSED = 'refused'

const declined = ({ shape }: Pending['request']) => ({
  error: { code: shape === 'xverse' ? -32_000 : 4001, message: 'User rejected the request' },
})

/** What an approved request comes to; null: no answer. */
async function carryOut({ request, origin }: Pending): Promise<object | null> {
  const settings = await readSettings()
  const { behaviour } = settings
  const isSigning = signs.has(request.method)
  if (isSigning && behaviour === 'dies') return null
  if (isSigning && behaviour === 'repeats')
    return (await chrome.storage.local.get(LAST))[LAST] as object
  const result = await respond(request, origin, settings)
  if (isSigning)
    await chrome.storage.local.set({
      [LAST]: result,
      ...('error' in result && { [REFUSED]: result }),
    })
  if (isSigning && behaviour === 'dies-after-sending') return null
  return isSigning && behaviour === 'declines-after-sending' ? declined(request) : result
}

/**
 * Carries out what the user decided and answers the page: Leather and Dusk throw their errors,
 * Xverse resolves with them.
 */
export async function answerPage(pending: Pending, approved: boolean): Promise<void> {
  const { request, tabId } = pending
  const { behaviour } = await readSettings()
  const result = approved ? await carryOut(pending) : declined(request)
  if (result === null) return
  const response = { jsonrpc: '2.0', id: request.id, ...result }
  const thrown = behaviour === 'error-resolved' ? false : isThrown(request.shape, response)
  await chrome.tabs.sendMessage(
    tabId,
    { from: 'demo-wallet', id: request.id, thrown, response } satisfies ToPage,
    { frameId: 0 },
  )
}
