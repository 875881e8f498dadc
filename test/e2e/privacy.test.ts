import type { ConsoleMessage } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { extensionId } from '../../src/dev/browser/chromium/chromium.ts'
import { Session } from '../../src/dev/browser/chromium/session.ts'
import { startRecordingProxy } from '../../src/dev/faults/recording-proxy.ts'
import { userAccounts } from '../../src/dev/network/accounts.ts'
import type { Network } from '../../src/dev/network/index.ts'
import { catalogue as say } from '../../src/words/en/index.ts'
import { sharedNetwork } from '../support/shared/network.ts'

// A whole browser behind a proxy that notes every request, whatever page, worker or extension made
// it, and every word that the extension's parts write.

const [user] = userAccounts as [(typeof userAccounts)[0]]
const secret = 'an-api-key-that-nobody-else-may-see'
let network: Network
let proxy: Awaited<ReturnType<typeof startRecordingProxy>>
let session: Session
const words: string[] = []

interface Told {
  sessionId: string
  message: string
}
interface Consoled {
  method?: string
  params?: {
    args?: { value?: unknown; description?: string }[]
    exceptionDetails?: { text: string; exception?: { description?: string } }
  }
}

/**
 * Records what a target that Playwright does not list writes to its console, and its uncaught
 * errors.
 */
async function listen(targetId: string): Promise<void> {
  const { cdp } = session.chromium
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: false })
  cdp.on('Target.receivedMessageFromTarget', (told: Told) => {
    if (told.sessionId !== sessionId) return
    const { method, params } = JSON.parse(told.message) as Consoled
    if (method === 'Runtime.consoleAPICalled')
      words.push(
        params!
          .args!.map(({ value, description }) => JSON.stringify(value) ?? description)
          .join(' '),
      )
    if (method === 'Runtime.exceptionThrown')
      words.push(params!.exceptionDetails!.exception?.description ?? params!.exceptionDetails!.text)
  })
  await cdp.send('Target.sendMessageToTarget', {
    sessionId,
    message: JSON.stringify({ id: 1, method: 'Runtime.enable' }),
  })
}

beforeAll(async () => {
  network = await sharedNetwork()
  proxy = await startRecordingProxy()
  session = await Session.start({ api: network.url, args: proxy.browserArgs })
  session.chromium.context.on('console', (message: ConsoleMessage) => {
    if (message.page()?.url().startsWith(`chrome-extension://${extensionId}`))
      words.push(message.text())
  })
  await listen((await session.chromium.worker()).targetId)
})
afterAll(async () => {
  await session?.close()
  await proxy?.close()
})

it('the main job, with every fault: only the chosen host, nothing in logs', async () => {
  const { settings } = await session.probe.readState()
  expect(
    await session.probe.sendCommand({
      type: 'saveSettings',
      settings: { ...settings, apiKey: secret },
    }),
  ).toEqual({ ok: true })
  const page = await session.openPage()
  const popup = await session.connect(page)
  await listen(
    (
      await session.chromium.waitForTarget(
        ({ type, url }) => type === 'page' && url.includes('/popup/popup.html'),
        'popup',
      )
    ).targetId,
  )
  await session.refresh()
  await popup.press(say['action.enroll'])
  await popup.press(say['enroll.submit'])
  await session.wallet.reject()
  await popup.waitForText(say['signing.rejected'])
  await popup.press(say['activity.retry'])
  await session.wallet.approve()
  await session.probe.waitUntil(
    ({ intents }) => intents[0]?.state === 'submitted',
    'a submitted intent',
  )
  await network.control.mine()
  await network.control.runTo('advance-to-next-cycle')
  await network.control.runTo('distribute-rewards')
  await session.refresh()
  const { rewards } = await session.probe.waitUntil(
    (state) => state.rewards.length === 1,
    'a reward',
  )
  for (const kind of ['error', 'nonsense', 'down'] as const) {
    await network.control.setFault({ kind })
    await session.refresh()
  }
  await network.control.setFault(null)
  // Messages to the extension that nothing understands.
  expect(
    await session.probe.sendCommand({ type: 'enroll', rewardAddress: 7 } as never),
  ).toMatchObject({
    ok: false,
  })
  await session.probe.set({ journal: { v: 1, d: [{ secret, address: user.address }] } })
  await popup.press(say['tab.rewards'])
  await popup.waitForText(`${rewards[0]!.sats.toLocaleString('en')} sats`)

  const ours = proxy.left.filter(
    ({ headers }) => headers.origin === `chrome-extension://${extensionId}`,
  )
  expect(ours.length).toBeGreaterThan(30)
  const chosen = new URL(network.url).host
  expect(new Set(ours.map(({ url }) => new URL(url).host))).toEqual(new Set([chosen]))
  // Whatever the source, declared or not: this machine only, and nothing of the user for another
  // host.
  const elsewhere = proxy.left.filter(
    ({ method, url }) => method === 'CONNECT' || new URL(url).hostname !== '127.0.0.1',
  )
  for (const { url, body } of elsewhere)
    expect(`${url} ${body}`).not.toMatch(new RegExp(`${user.address}|${secret}`))
  expect(
    elsewhere
      .map(({ url }) => url)
      .filter((url) => /hiro|stacks|twinstack|unpkg|jsdelivr|walletconnect|reown/.test(url)),
  ).toEqual([])
  const site = new URL(page.url()).host
  expect(
    [
      ...new Set(
        proxy.left.filter((each) => !elsewhere.includes(each)).map(({ url }) => new URL(url).host),
      ),
    ].toSorted(),
  ).toEqual([chosen, site].toSorted())

  // The key goes in its header, to that host, and nowhere else.
  expect(ours.filter(({ headers }) => headers['x-api-key'] === secret).length).toBeGreaterThan(20)
  for (const { url, body, headers } of proxy.left) {
    expect(`${url} ${body}`).not.toContain(secret)
    expect([undefined, secret]).toContain(headers['x-api-key'])
    if (headers['x-api-key'] !== undefined)
      expect(headers.origin).toBe(`chrome-extension://${extensionId}`)
    expect(
      [headers.referer, headers.cookie].filter((value) => value?.includes(extensionId)),
    ).toEqual([])
  }
  expect(words).toEqual([])
  // The ear is not deaf.
  await session.chromium.inBackground(() => console.log('heard'))
  await expect.poll(() => words).toEqual(['"heard"'])
})
