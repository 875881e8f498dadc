import { describe, expect, it } from 'vitest'
import {
  createAccountHosts,
  type AccountHosts,
  type ToldTransaction,
} from '../../../../support/background/account-hosts.ts'
import { startLife } from '../../../../support/background/background-life.ts'
import { createFakeBrowser } from '../../../../support/background/fake-browser.ts'
import {
  duskIntent,
  scenarios,
  stacksIntent,
} from '../../../../support/background/signing-scenarios.ts'

const TXID = 'ab'.repeat(32)
const OTHER = 'cd'.repeat(32)

describe.each(scenarios)('after a $chain wallet was asked without an answer', (scenario) => {
  const isDusk = scenario.chain === 'Dusk'
  const { request: stacks } = stacksIntent({})
  const { request: dusk } = duskIntent({})
  /** What the wallet was asked for, as hosts tell it. */
  const asked: ToldTransaction = {
    id: TXID,
    sender: isDusk ? dusk.account : stacks.account,
    nonce: isDusk ? 8 : 7,
    contract: isDusk ? dusk.call.contractId.slice(2) : stacks.contract,
    functionName: isDusk ? dusk.call.fnName : stacks.functionName,
  }
  const another = { ...asked, id: OTHER, functionName: 'something-else' }

  const start = async (change: Partial<AccountHosts>, intent: object = {}) => {
    const hosts = createAccountHosts(change)
    const fake = createFakeBrowser(
      scenario.stored({ state: 'failed', failure: 'tab-closed', nonce: 'n', ...intent }),
    )
    const tabId = fake.openTab('https://page.example')
    const life = await startLife(fake, hosts.fetch)
    return {
      hosts,
      fake,
      life,
      intent: () => scenario.intents(fake)[0]!,
      jobs: () => fake.pageIn(tabId).jobs,
      retry: () => life.command(scenario.command('retry', { intentId: 'i1', tabId })),
      refresh: () => life.command({ type: isDusk ? 'dusk/refresh' : 'refresh' }),
    }
  }

  it.each([
    ['waits for a block', { waiting: [asked] }],
    ['was mined', { mined: [asked], nonce: 8, height: 102 }],
    ['waits behind another', { waiting: [another, { ...asked, nonce: asked.nonce + 1 }] }],
  ])('what was sent and %s is taken up, and nothing is asked again', async (_what, change) => {
    const { jobs, retry, intent } = await start(change)
    expect(await retry()).toEqual({ ok: true })
    expect(jobs()).toEqual([])
    expect(intent()).toMatchObject({ txid: scenario.storedTxid(TXID) })
  })

  it('a refresh takes up what was sent', async () => {
    const { fake, refresh, intent } = await start({ waiting: [asked] })
    await refresh()
    await fake.until(() => intent().txid)
    expect(intent()).toMatchObject({ txid: scenario.storedTxid(TXID) })
  })

  it.each([
    ['nothing', {}],
    ['other', { waiting: [another] }],
    ['other', { mined: [another], nonce: 8, height: 102 }],
  ])('%s was sent: that is known, and it can be asked again', async (sent, change) => {
    const { fake, jobs, retry, refresh, intent } = await start(change)
    await refresh()
    await fake.until(() => intent().sent)
    expect(intent()).toMatchObject({ state: 'failed', sent })
    expect(await retry()).toEqual({ ok: true })
    expect(jobs()).toHaveLength(1)
  })

  it.each([
    ['no host answers', { isOffline: true }],
    ['the nonce has moved and no host tells by what', { nonce: 8 }],
  ])('nothing is asked again while %s', async (_what, change) => {
    const { jobs, retry, intent } = await start(change)
    expect(await retry()).toEqual({ ok: false, code: 'cannot-look' })
    expect(jobs()).toEqual([])
    expect(intent()).toMatchObject({ state: 'failed', sent: 'unknown' })
  })

  it('what was there before is not taken for an answer', async () => {
    const before = { ...asked, nonce: asked.nonce - 1 }
    const { jobs, retry } = await start({ mined: [before] })
    expect(await retry()).toEqual({ ok: true })
    expect(jobs()).toHaveLength(1)
  })

  it('a request of before that was never noted is not asked again unseen', async () => {
    const { jobs, retry } = await start({}, { baseline: null })
    expect(await retry()).toEqual({ ok: false, code: 'cannot-look' })
    expect(jobs()).toEqual([])
  })

  it('is noted before the wallet gets it: nonce, height, and what waits', async () => {
    const hosts = createAccountHosts({ waiting: [another] })
    const fake = createFakeBrowser(scenario.stored({ state: 'failed', failure: 'wallet-missing' }))
    const tabId = fake.openTab('https://page.example')
    const life = await startLife(fake, hosts.fetch)
    await life.command(scenario.command('retry', { intentId: 'i1', tabId }))
    const known = [scenario.storedTxid(OTHER)]
    expect(scenario.intents(fake)[0]!.baseline).toMatchObject(
      isDusk ? { nonce: 7n, height: 100n, known } : { nonce: 7, height: 100, known },
    )
    expect(fake.pageIn(tabId).jobs).toHaveLength(1)
    // The page answers with what waited before it was asked.
    await life.answer(tabId, fake.pageIn(tabId).jobs[0]!, scenario.signed(OTHER))
    expect(scenario.intents(fake)[0]).toMatchObject({
      state: 'failed',
      failure: 'old-transaction',
      txid: null,
    })
  })
})
