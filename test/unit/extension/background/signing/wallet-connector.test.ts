import { describe, expect, it } from 'vitest'
import type { JobOutcome } from '../../../../../src/wallet/bridge/job-outcome.ts'
import { startLife } from '../../../../support/background/background-life.ts'
import { createFakeBrowser } from '../../../../support/background/fake-browser.ts'
import { scenarios } from '../../../../support/background/signing-scenarios.ts'

describe.each(scenarios)('connecting to a $chain wallet', (scenario) => {
  const start = async () => {
    const fake = createFakeBrowser(scenario.stored())
    const tabId = fake.openTab('https://page.example')
    const page = fake.pageIn(tabId)
    const life = await startLife(fake)
    const connect = (walletId: string | null = null, tab: number | null = tabId) =>
      life.command(scenario.command('connect', { walletId, tabId: tab }))
    return { fake, tabId, page, life, connect, connection: () => scenario.connection(fake) }
  }
  const second = { id: 'xverse', name: 'Xverse' }

  it('asks the only wallet in the page at once, and keeps the account it gives', async () => {
    const { fake, tabId, page, life, connect, connection } = await start()
    expect(await connect()).toEqual({ ok: true })
    expect(connection()).toMatchObject({ stage: 'asking', walletId: scenario.walletId })
    const [job] = page.jobs
    expect(job).toMatchObject({ id: connection()!.id, walletId: scenario.walletId })
    await life.answer(tabId, job!, { result: 'connected', addresses: scenario.given })
    expect(connection()).toBeNull()
    expect(scenario.accounts(fake)).toContain(scenario.given[0])
  })

  it('waits for a choice among several, and asks the chosen one', async () => {
    const { page, connect, connection } = await start()
    page.wallets.push(second)
    page.duskWallets.push(second)
    await connect()
    expect(connection()).toMatchObject({ stage: 'choose-wallet' })
    expect(page.jobs).toEqual([])
    await connect('xverse')
    expect(connection()).toMatchObject({ stage: 'asking', walletId: 'xverse' })
    expect(page.jobs).toMatchObject([{ walletId: 'xverse' }])
  })

  it('fails where there is no wallet', async () => {
    const { page, connect, connection } = await start()
    page.wallets.length = page.duskWallets.length = 0
    await connect()
    expect(connection()).toMatchObject({ stage: 'failed', failure: 'wallet-missing' })
    expect(page.jobs).toEqual([])
  })

  it.each(['rejected', 'wrong-network', 'timeout'] as const)(
    'fails when the wallet says %s, and a late answer still counts',
    async (failure) => {
      const { fake, tabId, page, life, connect, connection } = await start()
      await connect()
      const [job] = page.jobs
      await life.answer(tabId, job!, { result: 'failed', failure })
      expect(connection()).toMatchObject({ stage: 'failed', failure })
      await life.answer(tabId, job!, { result: 'connected', addresses: scenario.given })
      expect(connection()).toBeNull()
      expect(scenario.accounts(fake)).toContain(scenario.given[0])
    },
  )

  it('fails when the wallet gives no address, or a signature instead', async () => {
    const none: JobOutcome = { result: 'connected', addresses: [] }
    for (const outcome of [none, scenario.signed('ab'.repeat(32))]) {
      const { tabId, page, life, connect, connection } = await start()
      await connect()
      await life.answer(tabId, page.jobs[0]!, outcome)
      expect(connection()).toMatchObject({ stage: 'failed', failure: 'result-unreadable' })
    }
  })

  it('is over once it is cancelled: what the wallet says then is not heard', async () => {
    const { fake, tabId, page, life, connect, connection } = await start()
    const before = scenario.accounts(fake)
    await connect()
    await life.command(scenario.command('cancelConnect'))
    expect(connection()).toBeNull()
    await life.answer(tabId, page.jobs[0]!, { result: 'connected', addresses: scenario.given })
    expect(connection()).toBeNull()
    expect(scenario.accounts(fake)).toEqual(before)
  })

  it('asks no wallet once it is cancelled while wallets are looked for', async () => {
    const { page, life, connect, connection } = await start()
    await Promise.all([connect(), life.command(scenario.command('cancelConnect'))])
    expect(connection()).toBeNull()
    expect(page.jobs).toEqual([])
  })

  it('opens no signing page once it is cancelled', async () => {
    const { fake, page, life, connect, connection } = await start()
    page.isGranted = false
    const tabs = [...fake.state.tabs.keys()]
    await Promise.all([connect(), life.command(scenario.command('cancelConnect'))])
    expect(connection()).toBeNull()
    expect([...fake.state.tabs.keys()]).toEqual(tabs)
  })

  it('waits on the signing page where the tab takes no bridge, and resumes once', async () => {
    const { fake, page, life, connect, connection } = await start()
    page.isGranted = false
    await connect()
    expect(connection()).toMatchObject({ stage: 'waiting-tab' })
    const [signingTab] = [...fake.state.tabs.keys()].slice(-1)
    const signingPage = fake.pageIn(signingTab!)
    signingPage.isGranted = true
    const opened = { type: 'opened', tabId: signingTab }
    await Promise.all([life.command(opened), life.command(opened)])
    expect(signingPage.jobs).toHaveLength(1)
    expect(connection()).toMatchObject({ stage: 'asking' })
  })

  it('fails without any tab where no signing page can be opened', async () => {
    const { fake, connect, connection } = await start()
    fake.state.opensTabs = false
    await connect(null, null)
    expect(connection()).toMatchObject({ stage: 'failed', failure: 'no-tab' })
  })

  it('keeps its first reason when its tab is closed afterwards', async () => {
    const { tabId, page, life, connect, connection } = await start()
    await connect()
    await life.answer(tabId, page.jobs[0]!, { result: 'failed', failure: 'rejected' })
    await life.fromPage(tabId, { type: 'relay/gone', id: 'x', nonce: 'x' })
    expect(connection()).toMatchObject({ stage: 'failed', failure: 'rejected' })
  })

  it('of a later attempt is not ended by an earlier one', async () => {
    const { tabId, page, life, connect, connection } = await start()
    await connect()
    await connect()
    const [first, later] = page.jobs
    await life.answer(tabId, first!, { result: 'failed', failure: 'rejected' })
    expect(connection()).toMatchObject({ id: later!.id, stage: 'asking' })
  })
})
