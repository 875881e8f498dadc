import { Cl, makeContractCall, PostConditionMode } from '@stacks/transactions'
import { describe, expect, it } from 'vitest'
import { initialWalletSettings } from '../../../../../src/dev/demo-wallet/settings.ts'
import { optOutCall } from '../../../../../src/wallet/stacks/holder-calls.ts'
import { startLife } from '../../../../support/background/background-life.ts'
import { createFakeBrowser } from '../../../../support/background/fake-browser.ts'
import {
  embedded,
  ME,
  OTHER,
  type stacksIntent,
  stacksScenario,
} from '../../../../support/background/signing-scenarios.ts'

const failed = { state: 'failed', failure: 'rejected' }

/** The opt-out of another account, signed by it. */
async function signedByOther(): Promise<{ txid: string; transaction: string }> {
  const { contract, functionName, args } = optOutCall(embedded, OTHER)
  const [contractAddress = '', contractName = ''] = contract.split('.')
  const transaction = await makeContractCall({
    contractAddress,
    contractName,
    functionName,
    functionArgs: args.map((each) => Cl.deserialize(each)),
    senderKey: initialWalletSettings.keys[0]!,
    network: 'testnet',
    postConditionMode: PostConditionMode.Deny,
    fee: 3000,
    nonce: 4,
  })
  return { txid: transaction.txid(), transaction: transaction.serialize() }
}

async function start() {
  const fake = createFakeBrowser(stacksScenario.stored(failed))
  const tabId = fake.openTab('https://page.example/app')
  const life = await startLife(fake)
  const retry = async (at = tabId) => {
    expect(await life.command({ type: 'retry', intentId: 'i1', tabId: at })).toEqual({ ok: true })
    const job = fake.pageIn(at).jobs.at(-1)!
    if (job.kind !== 'call') throw new Error('No call was asked for')
    return job
  }
  /** Connects on a page to a wallet that shows these accounts. */
  const connect = async (at: number, addresses: string[]) => {
    await life.command({ type: 'connect', walletId: null, tabId: at })
    const job = fake.pageIn(at).jobs.at(-1)!
    await life.answer(at, job, { result: 'connected', addresses })
  }
  const intent = () => stacksScenario.intents(fake)[0] as unknown as ReturnType<typeof stacksIntent>
  const decline = (job: Awaited<ReturnType<typeof retry>>, at = tabId) =>
    life.answer(at, job, { result: 'failed', failure: 'rejected' })
  return { fake, tabId, life, retry, connect, decline, intent }
}

describe('the account of a wallet on a page’s host', () => {
  it('is asked for first where no answer is known there', async () => {
    const { retry, intent } = await start()
    expect(await retry()).toMatchObject({ addressFirst: true })
    expect(intent()).toMatchObject({ state: 'asking', host: 'page.example', addressFirst: true })
  })

  it('is asked for first where the browser does not name the host', async () => {
    const { fake, tabId, connect, retry, decline } = await start()
    await connect(tabId, [ME])
    expect(await retry()).toMatchObject({ addressFirst: false })
    await decline(fake.pageIn(tabId).jobs.at(-1) as never)
    fake.state.tabs.get(tabId)!.url = 'about:blank'
    expect(await retry()).toMatchObject({ addressFirst: true })
  })

  it('is known from the last connection, for that host and wallet alone', async () => {
    const { fake, tabId, life, connect, retry, decline } = await start()
    await connect(tabId, [ME])
    expect(await retry()).toMatchObject({ addressFirst: false })
    await decline(fake.pageIn(tabId).jobs.at(-1) as never)
    const elsewhere = fake.openTab('https://other.example/')
    const job = await retry(elsewhere)
    expect(job).toMatchObject({ addressFirst: true })
    await decline(job, elsewhere)
    await connect(tabId, [OTHER])
    await life.command({ type: 'select', address: ME })
    expect(await retry()).toMatchObject({ addressFirst: true })
  })

  it('that is another one ends the request before anything is signed', async () => {
    const { fake, tabId, life, retry, intent } = await start()
    await life.answer(tabId, await retry(), {
      result: 'failed',
      failure: 'wrong-account',
      answeredBy: OTHER,
    })
    expect(intent()).toMatchObject({
      state: 'failed',
      failure: 'wrong-account',
      answeredBy: OTHER,
      txid: null,
      host: null,
    })
    expect(await retry()).toMatchObject({ addressFirst: true })
    expect(intent()).toMatchObject({ state: 'asking', answeredBy: null })
    expect(await life.command({ type: 'switchAccount', intentId: 'i1' })).toMatchObject({
      ok: false,
    })
    expect(stacksScenario.accounts(fake)).toEqual([ME])
  })

  it('is an address of the network, or is not kept', async () => {
    for (const answeredBy of ['', 'Pay SP1 now', 'SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7']) {
      const { tabId, life, retry, intent } = await start()
      await life.answer(tabId, await retry(), {
        result: 'failed',
        failure: 'wrong-account',
        answeredBy,
      })
      expect(intent()).toMatchObject({ failure: 'wrong-account', answeredBy: null })
    }
  })

  it('is known from a signature, and named where it is another', async () => {
    const { fake, tabId, life, connect, retry, decline, intent } = await start()
    await connect(tabId, [ME])
    const { txid, transaction } = await signedByOther()
    await life.answer(tabId, await retry(), { result: 'signed', txid, transaction })
    expect(intent()).toMatchObject({
      state: 'refused',
      failure: 'wrong-account',
      answeredBy: OTHER,
      txid: `0x${txid}`,
      host: null,
    })
    // The request is made again, as a new one, and the wallet is asked for its account first.
    expect(await retry()).toMatchObject({ addressFirst: true })
    expect(stacksScenario.intents(fake)).toMatchObject([
      { state: 'asking', dismissed: false },
      { state: 'refused', dismissed: true },
    ])
    await decline(fake.pageIn(tabId).jobs.at(-1) as never)
    expect(await life.command({ type: 'switchAccount', intentId: 'i1' })).toEqual({ ok: true })
    expect(stacksScenario.accounts(fake)).toEqual([ME, OTHER])
  })

  it('is forgotten with the account, and with everything', async () => {
    for (const command of [{ type: 'disconnect', address: ME }, { type: 'erase' }]) {
      const { fake, tabId, life, connect } = await start()
      await connect(tabId, [ME])
      expect(JSON.stringify(fake.state.session)).toContain(ME)
      await life.command(command)
      await fake.until(() => !JSON.stringify(fake.state.session).includes(ME))
      expect(JSON.stringify(fake.state.session)).not.toContain('page.example')
    }
  })

  it('never reaches a disk', async () => {
    const { fake, tabId, connect, retry, decline } = await start()
    await connect(tabId, [ME])
    await decline(await retry())
    expect(JSON.stringify(fake.state.stored)).not.toContain('page.example')
  })
})

describe('a wait for a wallet', () => {
  it('is ended, and a late transaction counts all the same', async () => {
    const { tabId, life, retry, intent } = await start()
    const job = await retry()
    expect(await life.command({ type: 'stopWaiting', intentId: 'i1' })).toEqual({ ok: true })
    expect(intent()).toMatchObject({ state: 'failed', failure: 'stopped' })
    expect(await life.command({ type: 'stopWaiting', intentId: 'i1' })).toMatchObject({
      ok: false,
      code: 'unknown-intent',
    })
    await life.answer(tabId, job, {
      result: 'signed',
      txid: `0x${'ab'.repeat(32)}`,
      transaction: null,
    })
    expect(intent()).toMatchObject({ state: 'asking', failure: null, txid: `0x${'ab'.repeat(32)}` })
  })
})
