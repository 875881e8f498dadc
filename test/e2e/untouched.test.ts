import { beforeAll, expect, it } from 'vitest'
import { extensionId } from '../../src/dev/browser/chromium/chromium.ts'
import type { Session } from '../../src/dev/browser/chromium/session.ts'
import { watchScripts } from '../../src/dev/browser/chromium/watch-scripts.ts'
import { catalogue as say } from '../../src/words/en/index.ts'
import { sharedSession } from '../support/shared/session.ts'

// A page that the user has not used the extension on runs none of it: not a script, not a style,
// not a request.

let session: Session
beforeAll(async () => {
  session = await sharedSession()
})

it('runs 0 bytes of the extension until the user opens a wallet there', async () => {
  const page = await session.openPage()
  const scripts = await watchScripts(session.chromium.context, page)
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await page.reload()
  expect(scripts).toEqual([])

  // Opening the popup over it changes nothing.
  const popup = await session.openPopup(page)
  await popup.waitForText(say['connect.wallet'])
  expect(scripts).toEqual([])
  expect(await page.evaluate(() => 'twinstackBridge' in window)).toBe(false)
  expect(requests.filter((url) => url.includes(extensionId))).toEqual([])

  await popup.press(say['connect.wallet'])
  await session.wallet.approve()
  await session.probe.waitUntil(({ accounts }) => accounts.length === 1, 'an account')
  expect(scripts.map(({ url }) => new URL(url).pathname).sort()).toEqual([
    '/dist/extension/bridge.js',
    '/dist/extension/relay.js',
  ])

  // Another page in the same browser is still untouched.
  const next = await session.openPage()
  expect(await watchScripts(session.chromium.context, next)).toEqual([])
  expect(await next.evaluate(() => 'twinstackBridge' in window)).toBe(false)
})
