import { describe, expect, it } from 'vitest'
import { startLife } from '../../../../support/background/background-life.ts'
import { createFakeBrowser } from '../../../../support/background/fake-browser.ts'
import { createPage } from '../../../../support/background/fake-page.ts'
import { scenarios } from '../../../../support/background/signing-scenarios.ts'

const failed = { state: 'failed', failure: 'rejected', nonce: 'before' }

describe.each(scenarios)('a request to a $chain wallet', (scenario) => {
  const start = async (intent: object = failed) => {
    const fake = createFakeBrowser(scenario.stored(intent))
    const tabId = fake.openTab('https://page.example')
    const page = fake.pageIn(tabId)
    const life = await startLife(fake)
    const retry = (tab: number | null = tabId) =>
      life.command(scenario.command('retry', { intentId: 'i1', tabId: tab }))
    return { fake, tabId, page, life, retry, intents: () => scenario.intents(fake) }
  }

  it('is stored before the wallet is asked, and asked for once', async () => {
    const { fake, page, tabId, retry, intents } = await start()
    const held = new Promise<() => void>((reached) => {
      fake.state.beforeWrite = (values) =>
        JSON.stringify(values).includes('"asking"')
          ? new Promise((release) => reached(release))
          : undefined
    })
    const retried = retry()
    const release = await held
    for (let turn = 0; turn < 10; turn++) await new Promise(setImmediate)
    expect(page.jobs).toEqual([])
    release()
    expect(await retried).toEqual({ ok: true })
    const [job] = page.jobs
    expect(job).toMatchObject({ id: 'i1', walletId: scenario.walletId })
    expect(intents()[0]).toMatchObject({ state: 'asking', tabId, nonce: job!.nonce })
    fake.state.beforeWrite = () => undefined
    expect(await retry()).toMatchObject({ ok: false, code: 'already-asking' })
    expect(fake.pageIn(tabId).jobs).toHaveLength(1)
  })

  it('is not made twice by two windows at once', async () => {
    const { page, retry } = await start()
    const answers = await Promise.all([retry(), retry()])
    expect(answers.filter((answer) => (answer as { ok: boolean }).ok)).toHaveLength(1)
    expect(page.jobs).toHaveLength(1)
  })

  it('waits on the signing page where the tab takes no bridge, then resumes', async () => {
    const { fake, page, life, retry, intents } = await start()
    page.isGranted = false
    expect(await retry()).toEqual({ ok: true })
    const [waiting] = intents()
    expect(waiting).toMatchObject({ state: 'created', failure: 'no-tab' })
    const signingPage = fake.pageIn(waiting!.tabId!)
    expect(signingPage.jobs).toEqual([])
    signingPage.isGranted = true
    const opened = { type: 'opened', tabId: waiting!.tabId }
    await Promise.all([life.command(opened), life.command(opened)])
    expect(signingPage.jobs).toHaveLength(1)
    expect(intents()[0]).toMatchObject({ state: 'asking', failure: null })
  })

  it('opens no wallet and no tab once it is dismissed, at whatever moment', async () => {
    for (const moment of ['look', 'script', 'tab'] as const) {
      const { fake, page, life, retry, intents } = await start()
      const dismiss = () => life.command(scenario.command('dismiss', { intentId: 'i1' }))
      let isDismissed = false
      const dismissOnce = async () => {
        if (isDismissed) return
        isDismissed = true
        await dismiss()
      }
      page.isGranted = moment === 'look'
      if (moment === 'script') fake.state.beforeScript = dismissOnce
      if (moment === 'tab') fake.state.beforeTab = dismissOnce
      const tabs = fake.state.tabs.size
      await (moment === 'look' ? Promise.all([retry(), dismiss()]) : retry())
      expect(intents()).toMatchObject([{ state: 'failed', dismissed: true }])
      expect(page.jobs).toEqual([])
      if (moment !== 'tab') expect(fake.state.tabs.size).toBe(tabs)
      expect(await retry()).toMatchObject({ ok: false })
      expect(page.jobs).toEqual([])
    }
  })

  it('resumes when its signing page is loaded, where the host is granted', async () => {
    const { fake, page, life, retry, intents } = await start()
    page.isGranted = false
    await retry()
    const tabId = intents()[0]!.tabId!
    const load = () =>
      life.emit('tabs', 'onUpdated', tabId, { status: 'complete' }, { url: 'https://sign.example' })
    load()
    fake.pageIn(tabId).isGranted = true
    load()
    await fake.until(() => intents()[0]!.state === 'asking' && fake.pageIn(tabId).jobs[0])
    expect(fake.pageIn(tabId).jobs).toHaveLength(1)
  })

  it('fails where the wallet is not in the page, and can be made again', async () => {
    const { page, retry, intents } = await start()
    page.wallets = []
    page.duskWallets = []
    await retry()
    expect(intents()[0]).toMatchObject({ state: 'failed', failure: 'wallet-missing' })
    Object.assign(page, createPage())
    expect(await retry()).toEqual({ ok: true })
    expect(intents()[0]).toMatchObject({ state: 'asking' })
  })

  it('fails when the tab goes away while wallets are looked for', async () => {
    const { page, retry, intents } = await start()
    const find = () => {
      throw new Error('The frame was removed')
    }
    for (const list of ['wallets', 'duskWallets'] as const)
      Object.defineProperty(page, list, { get: find })
    await retry()
    expect(intents()[0]).toMatchObject({ state: 'failed', failure: 'tab-closed' })
  })

  it('fails when the tab goes away as the job is started', async () => {
    const { fake, tabId, page, retry, intents } = await start()
    page.listening.set = () => {
      fake.state.tabs.delete(tabId)
      return page.listening
    }
    await retry()
    expect(intents()[0]).toMatchObject({ state: 'failed', failure: 'tab-closed' })
    expect(page.jobs).toEqual([])
  })

  it('asks no wallet while storage has no room, and is kept once it has', async () => {
    const { fake, page, life, retry, intents } = await start()
    fake.state.isFull = true
    expect(await retry()).toMatchObject({ ok: false, code: 'no-answer' })
    expect(page.jobs).toEqual([])
    expect(intents()[0]).toMatchObject({ state: 'failed', failure: 'rejected' })
    fake.state.isFull = false
    await life.command({ type: 'opened', tabId: null })
    await retry()
    expect(page.jobs).toHaveLength(1)
    expect(intents()[0]).toMatchObject({ state: 'asking', nonce: page.jobs[0]!.nonce })
  })

  it('is not asked for when a late answer came first', async () => {
    const { fake, tabId, page, life, retry, intents } = await start()
    const txid = 'ab'.repeat(32)
    fake.state.beforeWrite = () => {
      fake.state.beforeWrite = () => undefined
      void life.answer(
        tabId,
        { ...page.jobs[0]!, id: 'i1', nonce: 'before' },
        scenario.signed(txid),
      )
    }
    await retry()
    await fake.until(() => intents()[0]!.txid)
    expect(page.jobs).toEqual([])
    expect(intents()).toMatchObject([{ state: 'asking', txid: scenario.storedTxid(txid) }])
  })
})
