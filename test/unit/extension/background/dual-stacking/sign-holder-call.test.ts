import { describe, expect, it } from 'vitest'
import { startLife } from '../../../../support/background/background-life.ts'
import { createFakeBrowser } from '../../../../support/background/fake-browser.ts'
import { ME, OTHER, stacksScenario } from '../../../../support/background/signing-scenarios.ts'

const TXID = 'ab'.repeat(32)

async function start(...intents: object[]) {
  const fake = createFakeBrowser(stacksScenario.stored(...intents))
  const tabId = fake.openTab('https://page.example')
  const page = fake.pageIn(tabId)
  const life = await startLife(fake)
  return { fake, tabId, page, life, intents: () => stacksScenario.intents(fake) }
}

describe('a holder’s call', () => {
  it.each([
    [{ type: 'enroll', rewardAddress: null }, 'enroll'],
    [{ type: 'optOut' }, 'opt-out'],
    [{ type: 'changeRewardAddress', rewardAddress: OTHER }, 'change-reward-address'],
  ])('of %o goes to the account’s wallet, without conditions', async (command, functionName) => {
    const { tabId, page, life, intents } = await start()
    expect(await life.command({ ...command, tabId })).toEqual({ ok: true })
    expect(page.jobs).toMatchObject([
      {
        kind: 'call',
        walletId: 'leather',
        request: { account: ME, functionName, postConditionMode: 'deny', postConditions: [] },
      },
    ])
    expect(intents()).toMatchObject([{ action: functionName, state: 'asking', tabId }])
  })

  it('is made once by two windows at once', async () => {
    const { tabId, page, life } = await start()
    const answers = await Promise.all([
      life.command({ type: 'optOut', tabId }),
      life.command({ type: 'enroll', rewardAddress: null, tabId }),
    ])
    expect(answers).toEqual([{ ok: true }, { ok: false, code: 'already-asking' }])
    expect(page.jobs).toHaveLength(1)
  })

  it('to an address that is none is refused before any wallet is asked', async () => {
    const { tabId, page, life, intents } = await start()
    expect(await life.command({ type: 'enroll', rewardAddress: 'SP000', tabId })).toMatchObject({
      ok: false,
      code: 'not-a-principal',
    })
    expect(page.jobs).toEqual([])
    expect(intents()).toEqual([])
  })

  it('asks no wallet while storage has no room', async () => {
    const { fake, tabId, page, life, intents } = await start()
    fake.state.isFull = true
    expect(await life.command({ type: 'optOut', tabId })).toEqual({ ok: false, code: 'no-answer' })
    expect(page.jobs).toEqual([])
    fake.state.isFull = false
    await life.command({ type: 'dismissNews', key: 'none' })
    await life.command({ type: 'select', address: ME })
    expect(intents()).toMatchObject([{ state: 'failed', failure: 'interrupted' }])
  })
})

describe('making a call again', () => {
  it.each(['dropped', 'aborted', 'replaced'])(
    'after its transaction was %s is a new intent with the same request',
    async (state) => {
      const { tabId, page, life, intents } = await start({ state, txid: `0x${TXID}` })
      expect(await life.command({ type: 'retry', intentId: 'i1', tabId })).toEqual({ ok: true })
      expect(page.jobs).toHaveLength(1)
      const [again, before] = intents()
      expect(before).toMatchObject({ id: 'i1', state, txid: `0x${TXID}` })
      expect(again).toMatchObject({ state: 'asking', txid: null })
      // Signed again it may well be the very same transaction: it is on its way again.
      if (state !== 'dropped') return
      await life.answer(tabId, page.jobs[0]!, stacksScenario.signed(TXID))
      expect(intents()[0]).toMatchObject({ id: again!.id, txid: `0x${TXID}` })
    },
  )

  it.each(['submitted', 'confirmed', 'refused'])('of one that is %s is refused', async (state) => {
    const { tabId, page, life } = await start({ state, txid: `0x${TXID}` })
    expect(await life.command({ type: 'retry', intentId: 'i1', tabId })).toEqual({
      ok: false,
      code: 'unknown-intent',
    })
    expect(page.jobs).toEqual([])
  })
})
