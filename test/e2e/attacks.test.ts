import { readFileSync } from 'node:fs'
import { broadcastTransaction, Cl, makeContractCall } from '@stacks/transactions'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { extensionId, walletId } from '../../src/dev/browser/chromium/chromium.ts'
import { Panel } from '../../src/dev/browser/chromium/panel.ts'
import type { Session } from '../../src/dev/browser/chromium/session.ts'
import {
  renderPartnerPage,
  servePartnerSite,
  type PartnerSite,
} from '../../src/dev/browser/partner-site.ts'
import { userAccounts } from '../../src/dev/network/accounts.ts'
import type { Network } from '../../src/dev/network/index.ts'
import type { StacksIntent } from '../../src/wallet/stacks/stacks-intent.ts'
import { catalogue as say } from '../../src/words/en/index.ts'
import { optOutUsers } from '../support/opt-out-users.ts'
import { sharedNetwork } from '../support/shared/network.ts'
import { sharedSession } from '../support/shared/session.ts'

// Attacks by pages, partners and other extensions (SECURITY.md), played in a browser.

const [user, other] = userAccounts as unknown as [
  (typeof userAccounts)[0],
  (typeof userAccounts)[0],
]
let network: Network
let session: Session
let site: PartnerSite

beforeAll(async () => {
  ;[network, site] = await Promise.all([sharedNetwork(), servePartnerSite()])
  session = await sharedSession(network.url)
})
afterAll(() => site?.close())
beforeEach(() => session.reset())
afterEach(() => optOutUsers(network))

const newest = async (state: StacksIntent['state']): Promise<StacksIntent> =>
  (
    await session.probe.waitUntil(
      ({ intents }) => intents[0]?.state === state,
      `an intent that is ${state}`,
    )
  ).intents[0]!

/**
 * A page whose own script runs before everything else, with the account connected by the honest
 * wallet.
 */
async function hostilePage(script: string): Promise<Page> {
  await session.connect(await session.openPage())
  await session.refresh()
  await session.chromium.closePopup()
  site.pages.set(
    '/hostile',
    `<!doctype html><title>Hostile</title><script>${script}</script><h1>A page</h1>`,
  )
  return session.openPage(`${site.url}/hostile`)
}
const enrollOver = async (page: Page): Promise<void> => {
  await session.openPopup(page)
  await session.chromium.closePopup()
  const tabId = await session.findTabId(page)
  void session.probe
    .sendCommand({ type: 'enroll', rewardAddress: null, tabId })
    .catch(() => undefined)
}
/** On a host where the account is not known, the wallet is asked for it before it signs. */
async function showAccountAndSign(): Promise<void> {
  await session.wallet.approve()
  await session.wallet.approve()
}
/** A transaction that the user really signed, of another call. */
const signedOptOut = async (): Promise<string> => {
  const [contractAddress = '', contractName = ''] = network.contracts.dualStacking.split('.')
  return (
    await makeContractCall({
      contractAddress,
      contractName,
      functionName: 'opt-out',
      functionArgs: [],
      senderKey: user.key,
      network: 'testnet',
      fee: 3000,
      nonce: 0,
    })
  ).serialize()
}

describe('a page that tries to sign for the user', () => {
  it('cannot pass another transaction off as the requested one, seeing every message', async () => {
    const stolen = await signedOptOut()
    // It intercepts what the bridge sends to the relay, changes the outcome, and repeats it a
    // thousand times.
    const page = await hostilePage(`const real = window.dispatchEvent.bind(window)
      window.dispatchEvent = (event) => {
        if (!event.type.startsWith('twinstack:')) return real(event)
        const forged = JSON.stringify({ result: 'signed', txid: null, transaction: '${stolen}' })
        for (let time = 0; time < 1000; time++)
          real(new CustomEvent(event.type, { detail: forged }))
        return true
      }`)
    await enrollOver(page)
    await showAccountAndSign()
    expect(await newest('refused')).toMatchObject({ failure: 'result-mismatch', action: 'enroll' })
    const { intents } = await session.probe.readState()
    expect(intents).toHaveLength(1)
  })

  it('cannot guess a wallet’s answer, flood the extension, or suppress the answer', async () => {
    const page = await hostilePage('')
    await enrollOver(page)
    await session.wallet.window()
    const { id } = await newest('asking')
    await page.evaluate((intentId) => {
      for (let time = 0; time < 20_000; time++) {
        const name = time % 2 ? crypto.randomUUID() : intentId
        window.dispatchEvent(
          new CustomEvent(`twinstack:${name}`, {
            detail: '{"result":"failed","failure":"rejected"}',
          }),
        )
        window.postMessage(
          {
            type: 'relay/outcome',
            id: intentId,
            nonce: name,
            outcome: { result: 'failed', failure: 'rejected' },
          },
          '*',
        )
      }
    }, id)
    expect(await newest('asking')).toMatchObject({ id, failure: null })
    await showAccountAndSign()
    expect(await newest('submitted')).toMatchObject({ id, failure: null })
    await network.control.mine()
    await session.refresh()
    await newest('confirmed')
  })

  it('passes at most ten outcomes of a request on to the extension', async () => {
    const page = await hostilePage(`window.names = new Set()
      const real = window.dispatchEvent.bind(window)
      window.dispatchEvent = (event) => { window.names.add(event.type); return real(event) }`)
    await enrollOver(page)
    await session.wallet.reject()
    await newest('failed')
    const before = await session.chromium.inBackground(() => {
      const scope = globalThis as unknown as { news: number }
      scope.news = 0
      chrome.runtime.onMessage.addListener(
        (message: { type?: string }) => void (message.type === 'relay/outcome' && scope.news++),
      )
      return scope.news
    })
    expect(before).toBe(0)
    await page.evaluate(() => {
      const name = [...(window as unknown as { names: Set<string> }).names].find((each) =>
        each.startsWith('twinstack:'),
      )!
      for (let time = 0; time < 5000; time++)
        window.dispatchEvent(
          new CustomEvent(name, {
            detail: JSON.stringify({ result: 'failed', failure: 'rejected' }),
          }),
        )
    })
    const received = () =>
      session.chromium.inBackground(() => (globalThis as unknown as { news: number }).news)
    await expect.poll(received).toBeGreaterThan(0)
    await session.refresh()
    expect(await received()).toBeLessThan(10)
  })

  it('cannot replace the wallet’s provider with its own', async () => {
    // Sent after the wallet was asked: an older one would be refused for its age alone.
    const [contractAddress = '', contractName = ''] = network.contracts.dualStacking.split('.')
    const enrollment = await makeContractCall({
      contractAddress,
      contractName,
      functionName: 'enroll',
      functionArgs: [Cl.none()],
      senderKey: other.key,
      network: 'testnet',
      fee: 3000,
      nonce: network.node.ledger.nonce(other.address),
    })
    const foreign = enrollment.txid()
    await session.wallet.set({ shapes: [] })
    const page = await hostilePageWithoutWallet(foreign)
    await enrollOver(page)
    await newest('asking')
    const sent = await broadcastTransaction({
      transaction: enrollment,
      client: { baseUrl: network.url },
    })
    expect(sent.txid).toBe(foreign)
    await network.control.mine()
    await session.refresh()
    const refused = await newest('refused')
    expect(refused).toMatchObject({ action: 'enroll', request: { account: user.address } })
    expect(['result-mismatch', 'wrong-account']).toContain(refused.failure)
  })

  it('cannot imitate a wallet by elements named as providers', async () => {
    const names = `<form id="LeatherProvider"><input name="request"></form>
      <a id="XverseProviders" name="BitcoinProvider" href="x:1"></a>
      <a id="XverseProviders" name="request"></a>
      <form id="AsignaProvider"><button name="request"></button></form>
      <img name="dispatchEvent"><img name="addEventListener"><img id="chrome">
      <iframe name="browser"></iframe><form id="CustomEvent"></form>`
    site.pages.set('/names', `<!doctype html><title>Names</title>${names}`)
    await session.wallet.set({ shapes: [] })
    const page = await session.openPage(`${site.url}/names`)
    const popup = await session.openPopup(page)
    await popup.press(say['connect.wallet'])
    await popup.waitForText(say['signing.wallet-missing'])
    await session.wallet.set({ shapes: ['leather'] })
    await page.reload()
    await session.chromium.closePopup()
    await session.connect(page)
    expect((await session.probe.readState()).accounts[0]).toMatchObject({
      address: user.address,
      kind: 'wallet',
    })
  })
})

/**
 * A page that poses as a wallet: gives the user's address when connected, and another account's
 * transaction.
 */
async function hostilePageWithoutWallet(txid: string): Promise<Page> {
  const script = `const addresses = [{ symbol: 'STX', address: '${user.address}' }]
    window.LeatherProvider = { request: async (method) =>
      ({ result: method === 'getAddresses' ? { addresses } : { txid: '${txid}' } }) }`
  site.pages.set(
    '/hostile',
    `<!doctype html><title>Hostile</title><script>${script}</script><h1>A page</h1>`,
  )
  const page = await session.openPage(`${site.url}/hostile`)
  const popup = await session.openPopup(page)
  await popup.press(say['connect.wallet'])
  await session.probe.waitUntil(({ accounts }) => accounts.length > 0, 'an account')
  await session.refresh()
  await session.chromium.closePopup()
  return page
}

describe('clicks that a page makes or steals', () => {
  it('do nothing in the panel: no script, no overlay, no hidden panel', async () => {
    const page = await session.openPage()
    await session.openPopup(page)
    await session.chromium.closePopup()
    await session.probe.sendCommand({ type: 'openPanel', tabId: await session.findTabId(page) })
    const panel = Panel.on(page)
    await panel.waitForText(say['connect.wallet'])
    const idle = async () => expect((await session.probe.readState()).connection).toBeNull()
    // The pointer has long found the panel where it is.
    const { x: left, y: top } = await panel.locateButton(say['tab.dual'])
    await page.mouse.move(left, top)
    await panel.settle()

    await panel.clickByScript(say['connect.wallet'])
    expect(await panel.showsCovered()).toBe(false)
    await idle()

    const expectRefusal = async () => {
      // The browser looks ten times a second: until then, the panel counts as it was before.
      await expect
        .poll(async () => {
          const harmless = await panel.locateButton(say['tab.dual'])
          await page.mouse.click(harmless.x, harmless.y)
          return panel.showsCovered()
        })
        .toBe(true)
      const { x, y } = await panel.locateButton(say['connect.wallet'])
      await page.mouse.click(x, y)
      await idle()
    }
    await page.evaluate(() => {
      const picture = document.createElement('div')
      picture.id = 'picture'
      picture.style.cssText =
        'all:initial;position:fixed;inset:0;z-index:2147483647;background:#fff;pointer-events:none'
      document.documentElement.append(picture)
    })
    await expectRefusal()
    // The picture vanishes while the button is held.
    const { x, y } = await panel.locateButton(say['connect.wallet'])
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.evaluate(() => document.getElementById('picture')!.remove())
    await page.mouse.up()
    await expect.poll(() => panel.showsCovered()).toBe(true)
    await idle()
    await page.evaluate(() =>
      (document.documentElement.lastElementChild as HTMLElement).style.setProperty(
        'opacity',
        '0.01',
        'important',
      ),
    )
    await expectRefusal()
    await page.evaluate(() =>
      (document.documentElement.lastElementChild as HTMLElement).style.removeProperty('opacity'),
    )
    await panel.press(say['connect.wallet'])
    await session.wallet.reject()
  })

  it('find nothing to press on the signing page', () => {
    const page = readFileSync('src/site/sign.html', 'utf8')
    expect(page).not.toMatch(/<(a|button|input|select|textarea|form|script|iframe|details)\b/)
    expect(page).toContain("default-src 'none'")
  })
})

describe('text that is not markup', () => {
  const markup = '<img src=x onerror="window.hit = 1">'

  it('stays text: names that wallets and users give', async () => {
    const page = await session.openPage()
    await page.evaluate((name) => {
      window.addEventListener('dusk:requestProvider', () => {
        const said = [name, `Twinstack found a problem\u202e. Enter your words at evil.example`]
        for (const [index, words] of said.entries())
          window.dispatchEvent(
            new CustomEvent('dusk:announceProvider', {
              detail: {
                info: { uuid: `${index}${name}`, rdns: `${index}`, name: words },
                provider: { request: () => new Promise(() => undefined) },
              },
            }),
          )
      })
    }, markup)
    expect(
      await session.probe.sendCommand({
        type: 'addDeployment',
        input: {
          label: markup,
          network: 'devnet',
          contract: network.contracts.dualStacking,
          apiBases: ['http://127.0.0.1:9'],
        },
      }),
    ).toMatchObject({ ok: true })
    const popup = await session.openPopup(page)
    await popup.press(say['tab.hyper'])
    await popup.press(say['hyper.connect'])
    const named = (name: string) => say['foreign.page'].replace('{name}', name)
    // Bounded, of one direction, and said to be the page's.
    await popup.waitForText(named('<img src=x onerror="window.hi…'))
    await popup.waitForText(named('Twinstack found a problem. En…'))
    expect(await popup.remote.evaluate(() => document.querySelectorAll('img').length)).toBe(0)
    await session.chromium.closePopup()
    const again = await session.openPopup(page)
    await again.press(say['nav.settings'])
    await again.waitForText(markup)
    expect(
      await again.remote.evaluate(() => [
        document.querySelectorAll('img').length,
        (window as { hit?: number }).hit ?? null,
      ]),
    ).toEqual([0, null])
  })

  it('stays text in the widget’s attributes, and configuration changes no prototype', async () => {
    const attributes = [
      'theme',
      'locale',
      'address',
      'network',
      'sbtc',
      'golden-ratio',
      'actions',
      'snapshot-url',
    ]
      .map((name) => `${name}='${markup}'`)
      .join(' ')
    site.pages.set(
      '/labels',
      renderPartnerPage(`<dual-stacking-boost ${attributes}></dual-stacking-boost>`),
    )
    const page = await session.openPage(`${site.url}/labels`)
    await page.waitForFunction(() =>
      document.querySelector('dual-stacking-boost')?.shadowRoot?.querySelector('[part=results]'),
    )
    const inside = () =>
      page.evaluate(() => [
        document.querySelector('dual-stacking-boost')!.shadowRoot!.querySelectorAll('img').length,
        (window as { hit?: number }).hit ?? null,
      ])
    expect(await inside()).toEqual([0, null])

    const query = [
      `origin=${encodeURIComponent(site.url)}`,
      'sbtc=1',
      '__proto__[polluted]=1',
      'constructor[prototype][polluted]=1',
      '__proto__=polluted',
    ].join('&')
    site.pages.set(
      '/frames',
      `<!doctype html><title>Partner</title><iframe src="/demo/frame.html?${query}"></iframe>
      <script>
        window.received = []
        addEventListener('message', ({ data }) => received.push(data))
      </script>`,
    )
    await page.goto(`${site.url}/frames`)
    const whenReceived = (wanted: string) =>
      page.waitForFunction(
        (type) =>
          (window as unknown as { received: { type: string }[] }).received.some(
            (message) => message.type === type,
          ),
        wanted,
      )
    await whenReceived('ready')
    await page.evaluate(() => {
      const send = (text: string) => frames[0]!.postMessage(JSON.parse(text), '*')
      send('{"twinstack":1,"type":"configure","options":{"__proto__":{"polluted":1},"stx":"5"}}')
      send(
        '{"twinstack":1,"type":"configure","options":{"constructor":{"prototype":{"polluted":1}}}}',
      )
      send('{"__proto__":{"polluted":1},"twinstack":1,"type":"configure","options":{"stx":"5"}}')
    })
    await whenReceived('refused')
    expect(await page.frames()[1]!.evaluate(() => 'polluted' in {})).toBe(false)
  })
})

it('another extension gets no answer', async () => {
  await session.connect(await session.openPage())
  const page = await session.chromium.context.newPage()
  await page.goto(`chrome-extension://${walletId}/manifest.json`)
  const answers = await page.evaluate(async (id) => {
    const ask = (message: object): Promise<unknown> =>
      chrome.runtime.sendMessage(id, message).catch((error: unknown) => `refused: ${String(error)}`)
    return [
      await ask({ type: 'erase' }),
      await ask({ type: 'disconnect', address: 'x' }),
      await ask({ type: 'relay/outcome', id: 'x', nonce: 'x', outcome: {} }),
    ]
  }, extensionId)
  for (const answer of answers) expect(String(answer)).toMatch(/^refused/)
  expect((await session.probe.readState()).accounts).toHaveLength(1)
})
