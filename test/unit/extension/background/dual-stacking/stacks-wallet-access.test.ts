import { describe, expect, it } from 'vitest'
import { startLife } from '../../../../support/background/background-life.ts'
import { createFakeBrowser } from '../../../../support/background/fake-browser.ts'
import { stacksScenario } from '../../../../support/background/signing-scenarios.ts'

describe('a Stacks wallet', () => {
  const start = async (...intents: object[]) => {
    const fake = createFakeBrowser(stacksScenario.stored(...intents))
    const tabId = fake.openTab('https://page.example')
    return { fake, tabId, page: fake.pageIn(tabId), life: await startLife(fake) }
  }

  it('that was chosen is asked or none', async () => {
    const { fake, tabId, page, life } = await start()
    await life.command({ type: 'connect', walletId: 'fordefi', tabId })
    expect(stacksScenario.connection(fake)).toMatchObject({
      stage: 'failed',
      failure: 'wallet-missing',
    })
    expect(page.jobs).toEqual([])
  })

  it('signs with the account’s own wallet, though others are in the page', async () => {
    const { tabId, page, life } = await start({ state: 'failed', failure: 'rejected' })
    page.wallets = [
      { id: 'xverse', name: 'Xverse' },
      { id: 'leather', name: 'Leather' },
    ]
    await life.command({ type: 'retry', intentId: 'i1', tabId })
    expect(page.jobs).toMatchObject([{ kind: 'call', walletId: 'leather' }])
  })
})
