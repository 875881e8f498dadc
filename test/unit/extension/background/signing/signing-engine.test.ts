import { describe, expect, it } from 'vitest'
import { startLife } from '../../../../support/background/background-life.ts'
import { createFakeBrowser, type FakeBrowser } from '../../../../support/background/fake-browser.ts'
import { scenarios } from '../../../../support/background/signing-scenarios.ts'

const TXID = 'ab'.repeat(32)
const ELEVEN_MINUTES_MS = 11 * 60_000 + 1

describe.each(scenarios)('$chain wallets, after the background was stopped', (scenario) => {
  /** A first life that is stopped, and what the next one makes of what it left. */
  const recover = async (intent: object, prepare: (fake: FakeBrowser) => void) => {
    const fake = createFakeBrowser(scenario.stored(intent))
    prepare(fake)
    const life = await startLife(fake)
    // An answer comes after the start.
    await life.command({ type: 'dismissNews', key: 'none' })
    return { fake, life, intent: () => scenario.intents(fake)[0] }
  }
  const noTab = () => undefined
  const withTab =
    (state: 'waiting' | 'answered' | null, isBridgeStarted = true) =>
    (fake: FakeBrowser) => {
      const page = fake.pageIn(fake.openTab('https://page.example'))
      if (state) page.listening.set('n', state)
      if (isBridgeStarted) page.jobs.push({ nonce: 'n' } as never)
    }
  const asking = { state: 'asking', tabId: 1, nonce: 'n' }
  const waiting = { state: 'created', failure: 'no-tab', tabId: 1 }
  const submitted = { state: 'submitted', txid: scenario.storedTxid(TXID) }

  it.each([
    ['about to be asked', { state: 'created' }, noTab, 'interrupted'],
    ['asked, its tab gone', asking, noTab, 'interrupted'],
    ['asked, its page another one', asking, withTab(null), 'interrupted'],
    ['asked, its bridge not started', asking, withTab('waiting', false), 'interrupted'],
    ['waiting for the button, its tab gone', waiting, noTab, 'tab-closed'],
  ])('what was %s can be made again', async (_what, intent, prepare, failure) => {
    const { fake, life, intent: after } = await recover(intent, prepare)
    expect(after()).toMatchObject({ state: 'failed', failure })
    const tabId = fake.openTab('https://page.example')
    await life.command(scenario.command('retry', { intentId: 'i1', tabId }))
    expect(after()).toMatchObject({ state: 'asking', failure: null })
    expect(fake.pageIn(tabId).jobs).toHaveLength(1)
  })

  it.each([
    ['asked, its page still at work', asking, withTab('waiting')],
    ['asked, its outcome on its way', asking, withTab('answered', false)],
    ['waiting for the button', waiting, withTab(null)],
    ['asked, its transaction known', { ...submitted, ...asking }, noTab],
    ['submitted', submitted, noTab],
    ['failed', { state: 'failed', failure: 'rejected' }, noTab],
    ['refused', { ...submitted, state: 'refused', failure: 'result-mismatch' }, noTab],
  ])('what was %s stays as it is', async (_what, intent, prepare) => {
    const { fake, intent: after } = await recover(intent, prepare)
    expect(after()).toMatchObject(intent)
    const asked = [...fake.state.tabs.values()].flatMap(({ page }) => page.jobs)
    expect(asked.filter(({ nonce }) => nonce !== 'n')).toEqual([])
  })

  it('takes the answer that the life before could not store', async () => {
    const { life, intent } = await recover(asking, withTab('answered'))
    expect(await life.answer(1, { id: 'i1', nonce: 'n' } as never, scenario.signed(TXID))).toEqual({
      taken: true,
    })
    expect(intent()).toMatchObject({ txid: scenario.storedTxid(TXID) })
  })

  it('is stored before each step: stopped at any write, no wallet is asked twice', async () => {
    for (let stopAt = 0; stopAt < 4; stopAt++) {
      const fake = createFakeBrowser(
        scenario.stored({ state: 'failed', failure: 'rejected', nonce: 'before' }),
      )
      const tabId = fake.openTab('https://page.example')
      const life = await startLife(fake)
      let writes = 0
      const stopped = new Promise<void>((resolve) => {
        fake.state.beforeWrite = () => {
          if (writes++ !== stopAt) return
          life.kill()
          resolve()
        }
      })
      const retried = life.command(scenario.command('retry', { intentId: 'i1', tabId }))
      await Promise.race([retried, stopped])
      life.kill()
      fake.state.beforeWrite = () => undefined
      const asked = fake.pageIn(tabId).jobs.length
      const next = await startLife(fake)
      await next.command({ type: 'dismissNews', key: 'none' })
      const [intent] = scenario.intents(fake)
      expect(fake.pageIn(tabId).jobs, `stopped at write ${stopAt}`).toHaveLength(asked)
      expect(intent!.state, `stopped at write ${stopAt}`).toBe(asked ? 'asking' : 'failed')
      next.kill()
    }
  })
})

describe.each(scenarios)('a $chain wallet that is being asked', (scenario) => {
  const start = async (intent: object = { state: 'asking', tabId: 1, nonce: 'n' }) => {
    const fake = createFakeBrowser(scenario.stored(intent))
    const page = fake.pageIn(fake.openTab('https://page.example'))
    page.listening.set('n', 'waiting')
    page.jobs.push({ nonce: 'n' } as never)
    const life = await startLife(fake)
    // Answered once what the life before left has been recovered.
    await life.command({ type: 'dismissNews', key: 'none' })
    return { fake, life, intent: () => scenario.intents(fake)[0]! }
  }

  it('can be asked again after its tab was closed', async () => {
    const { fake, life, intent } = await start()
    life.closeTab(1)
    await fake.until(() => intent().state === 'failed')
    expect(intent()).toMatchObject({ failure: 'tab-closed' })
  })

  it('can be asked again after its page was left', async () => {
    const { life, intent } = await start()
    expect(await life.fromPage(1, { type: 'relay/gone', id: 'i1', nonce: 'n' })).toEqual({
      taken: true,
    })
    expect(intent()).toMatchObject({ state: 'failed', failure: 'tab-closed' })
  })

  it('does not mind other tabs', async () => {
    const { fake, life, intent } = await start()
    const other = fake.openTab('https://other.example')
    life.closeTab(other)
    expect(await life.fromPage(other, { type: 'relay/gone', id: 'x', nonce: 'x' })).toEqual({
      taken: true,
    })
    expect(intent()).toMatchObject({ state: 'asking' })
  })

  it('is given up when its page is silent for longer than it should have waited', async () => {
    const { fake, life, intent } = await start({
      state: 'asking',
      tabId: 1,
      nonce: 'n',
      updatedAt: Date.now() - ELEVEN_MINUTES_MS,
    })
    life.emit('alarms', 'onAlarm', { name: scenario.chain === 'Dusk' ? 'dusk' : 'refresh' })
    await fake.until(() => intent().state === 'failed')
    expect(intent()).toMatchObject({ failure: 'timeout' })
  })

  it('is not given up while its page may still answer', async () => {
    const { life, intent } = await start({
      state: 'asking',
      tabId: 1,
      nonce: 'n',
      updatedAt: Date.now() - 9 * 60_000,
    })
    await life.command({ type: scenario.chain === 'Dusk' ? 'dusk/refresh' : 'refresh' })
    expect(intent()).toMatchObject({ state: 'asking' })
  })
})

describe.each(scenarios)('connecting to a $chain wallet, after a stop', (scenario) => {
  const connect = async (stage: 'asking' | 'waiting-tab') => {
    const fake = createFakeBrowser(scenario.stored())
    const tabId = fake.openTab('https://page.example')
    fake.pageIn(tabId).isGranted = stage === 'asking'
    const life = await startLife(fake)
    await life.command(scenario.command('connect', { walletId: null, tabId }))
    expect(scenario.connection(fake)).toMatchObject({ stage })
    life.kill()
    return { fake, tabId: stage === 'asking' ? tabId : [...fake.state.tabs.keys()].at(-1)! }
  }
  const restart = async (fake: FakeBrowser) => {
    const life = await startLife(fake)
    await life.command({ type: 'dismissNews', key: 'none' })
    return life
  }

  it('continues while its page is at work', async () => {
    const { fake, tabId } = await connect('asking')
    const life = await restart(fake)
    expect(scenario.connection(fake)).toMatchObject({ stage: 'asking' })
    const [job] = fake.pageIn(tabId).jobs
    await life.answer(tabId, job!, { result: 'connected', addresses: scenario.given })
    expect(scenario.connection(fake)).toBeNull()
  })

  it.each([
    ['asking', 'interrupted'],
    ['waiting-tab', 'tab-closed'],
  ] as const)('fails when its tab is gone while %s', async (stage, failure) => {
    const { fake, tabId } = await connect(stage)
    fake.state.tabs.delete(tabId)
    await restart(fake)
    expect(scenario.connection(fake)).toMatchObject({ stage: 'failed', failure })
  })

  const stages = ['asking', 'waiting-tab'] as const
  it.each(stages)('fails when its tab is closed while %s', async (stage) => {
    const { fake, tabId } = await connect(stage)
    const life = await restart(fake)
    life.closeTab(tabId)
    await fake.until(() => scenario.connection(fake)?.stage === 'failed')
    expect(scenario.connection(fake)).toMatchObject({ failure: 'tab-closed' })
  })
})
