import { describe, expect, it } from 'vitest'
import { startLife } from '../../../../support/background/background-life.ts'
import { createFakeBrowser } from '../../../../support/background/fake-browser.ts'
import { scenarios } from '../../../../support/background/signing-scenarios.ts'

const TXID = 'ab'.repeat(32)
const SECOND = 'cd'.repeat(32)
const rejected = { result: 'failed', failure: 'rejected' } as const
const taken = { taken: true }

describe.each(scenarios)('the answer of a $chain wallet', (scenario) => {
  /** A wallet is being asked for these intents, the first of them in an open tab. */
  const start = async (...ids: string[]) => {
    const asking = { state: 'asking', tabId: 1 }
    const fake = createFakeBrowser(
      scenario.stored(...ids.map((id) => ({ ...asking, id, nonce: `nonce of ${id}` }))),
    )
    const tabId = fake.openTab('https://page.example')
    const page = fake.pageIn(tabId)
    for (const id of ids) {
      page.listening.set(`nonce of ${id}`, 'waiting')
      page.jobs.push({ nonce: `nonce of ${id}` } as never)
    }
    const life = await startLife(fake)
    const answer = (id: string, outcome = scenario.signed(TXID), nonce = `nonce of ${id}`) =>
      life.answer(tabId, { id, nonce } as never, outcome)
    return { fake, life, answer, intents: () => scenario.intents(fake) }
  }

  it('counts once, however often it arrives', async () => {
    const { answer, intents } = await start('i1')
    expect(await answer('i1')).toEqual(taken)
    const once = intents()
    expect(once).toMatchObject([{ id: 'i1', txid: scenario.storedTxid(TXID), state: 'asking' }])
    expect(await answer('i1')).toEqual(taken)
    expect(await answer('i1', scenario.signed(TXID), 'nonce of an earlier attempt')).toEqual(taken)
    expect(intents()).toEqual(once)
  })

  it('is not taken for another intent’s transaction', async () => {
    const { answer, intents } = await start('i1', 'i2')
    await answer('i1')
    await answer('i2')
    expect(intents()).toMatchObject([
      { id: 'i1', txid: scenario.storedTxid(TXID) },
      { id: 'i2', txid: null, state: 'failed', failure: 'old-transaction' },
    ])
  })

  it('to an unknown intent changes nothing', async () => {
    const { answer, intents } = await start('i1')
    const before = intents()
    expect(await answer('other')).toEqual(taken)
    expect(intents()).toEqual(before)
  })

  it('is acknowledged only when it is stored, and taken when it is redelivered', async () => {
    const { fake, answer, intents } = await start('i1')
    fake.state.isFull = true
    expect(await answer('i1')).toEqual({ taken: false })
    expect(intents()).toMatchObject([{ txid: null }])
    // The same background knows of it by now, and still has to store it.
    expect(await answer('i1')).toEqual({ taken: false })
    fake.state.isFull = false
    expect(await answer('i1')).toEqual(taken)
    expect(intents()).toMatchObject([{ txid: scenario.storedTxid(TXID) }])
  })

  it('fails the latest attempt alone', async () => {
    const { answer, intents } = await start('i1')
    await answer('i1', rejected, 'nonce of an earlier attempt')
    expect(intents()).toMatchObject([{ state: 'asking' }])
    await answer('i1', { result: 'signed', txid: 'no id', transaction: null }, 'an earlier one')
    expect(intents()).toMatchObject([{ state: 'asking' }])
    await answer('i1', rejected)
    expect(intents()).toMatchObject([{ state: 'failed', failure: 'rejected' }])
  })

  it('that cannot be read, or is none to a call, is a failure with its own sentence', async () => {
    const unreadable = { state: 'failed', failure: 'result-unreadable' }
    const first = await start('i1')
    await first.answer('i1', { result: 'signed', txid: 'no id', transaction: null })
    expect(first.intents()).toMatchObject([unreadable])
    const second = await start('i1')
    await second.answer('i1', { result: 'connected', addresses: [] })
    expect(second.intents()).toMatchObject([unreadable])
  })

  it('still counts after its time was up', async () => {
    const { answer, intents } = await start('i1')
    await answer('i1', { result: 'failed', failure: 'timeout' })
    expect(intents()).toMatchObject([{ state: 'failed', failure: 'timeout' }])
    await answer('i1')
    expect(intents()).toMatchObject([
      { state: 'asking', failure: null, txid: scenario.storedTxid(TXID) },
    ])
  })

  it('brings back what was dismissed meanwhile', async () => {
    const { life, answer, intents } = await start('i1')
    await life.command(scenario.command('dismiss', { intentId: 'i1' }))
    expect(intents()).toMatchObject([{ state: 'failed', failure: 'interrupted', dismissed: true }])
    await answer('i1')
    expect(intents()).toMatchObject([{ txid: scenario.storedTxid(TXID), dismissed: false }])
  })

  it('shows a second transaction, where two attempts were both signed', async () => {
    const { answer, intents } = await start('i1')
    await answer('i1')
    await answer('i1', scenario.signed(SECOND), 'nonce of an earlier attempt')
    expect(intents()).toMatchObject([
      { state: 'asking', txid: scenario.storedTxid(SECOND) },
      { id: 'i1', state: 'asking', txid: scenario.storedTxid(TXID) },
    ])
    await answer('i1', scenario.signed(SECOND), 'nonce of an earlier attempt')
    expect(intents()).toHaveLength(2)
  })

  it('to a message that no script of ours can have sent is not heard', async () => {
    const { fake, life, intents } = await start('i1')
    const before = intents()
    const forged = { type: 'relay/outcome', id: 'i1', nonce: 'nonce of i1' }
    const emit = (from: object) =>
      life.emit('runtime', 'onMessage', { ...forged, outcome: scenario.signed(TXID) }, from, () => {
        throw new Error('answered')
      })
    expect(emit({ id: 'another-extension', tab: { id: 1 }, frameId: 0 })).toEqual([false])
    expect(emit({ id: 'twinstack-test', tab: { id: 1 }, frameId: 3 })).toEqual([false])
    expect(scenario.intents(fake)).toEqual(before)
  })
})

describe.each(scenarios)('the $chain journal', (scenario) => {
  it('keeps a bounded number of entries, and all whose transaction may still change', async () => {
    const confirmed = { state: scenario.chain === 'Dusk' ? 'final' : 'confirmed', txid: '0x01' }
    const pending = { state: 'submitted', txid: '0x02' }
    const many = Array.from({ length: 70 }, (_, i) => ({
      ...(i === 69 ? pending : confirmed),
      id: `old ${i}`,
    }))
    const txid = scenario.storedTxid(TXID)
    const asking = { id: 'i1', state: 'asking', tabId: 1, nonce: 'n', txid }
    const fake = createFakeBrowser(scenario.stored(asking, ...many))
    fake.openTab('https://page.example')
    const life = await startLife(fake)
    await life.answer(1, { id: 'i1', nonce: 'n' } as never, scenario.signed(SECOND))
    const ids = scenario.intents(fake).map(({ id }) => id)
    expect(ids).toContain('old 69')
    expect(ids).not.toContain('old 68')
    expect(ids).toHaveLength(scenario.chain === 'Dusk' ? 41 : 61)
  })
})
