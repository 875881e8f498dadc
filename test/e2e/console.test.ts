import { deserializePostConditionWire, wireToPostCondition } from '@stacks/transactions'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openConsole } from '../../src/dev/browser/chromium/console.ts'
import { plantRecords, scrollFrames } from '../../src/dev/browser/chromium/many-rows.ts'
import { Session } from '../../src/dev/browser/chromium/session.ts'
import type { View } from '../../src/dev/browser/chromium/view.ts'
import { startFaultProxy } from '../../src/dev/faults/fault-proxy.ts'
import { deployer, userAccounts } from '../../src/dev/network/accounts.ts'
import { sbtcToken } from '../../src/dev/network/contracts.ts'
import { crowdAddresses, enrollCrowd } from '../../src/dev/network/demo/crowd.ts'
import { createNetwork, type Network } from '../../src/dev/network/index.ts'
import { catalogue as say } from '../../src/words/en/index.ts'
import { operator as op } from '../../src/words/en/operator.ts'
import { shortAddress } from '../../src/words/format/address.ts'

// Wall time says something only on a machine that does nothing else: TWINSTACK_TIMING=1 runs these.
const onQuietMachine = it.runIf(process.env['TWINSTACK_TIMING'])

const PARTICIPANTS = 2000
let network: Network
let session: Session
let page: Page
let view: View

beforeAll(async () => {
  network = await createNetwork({
    demo: { snapshots: 2, blocksPerSnapshot: 2 },
    keeper: false,
    blockIntervalMs: 0,
    pages: { '/demo': 'dist/site' },
  })
  await enrollCrowd(network, crowdAddresses(PARTICIPANTS - 10))
  await network.control.runTo('advance-to-next-cycle')
  session = await Session.start({ api: network.url })
})
afterAll(async () => {
  await session?.close()
  await network?.close()
})

const newest = async () => (await session.probe.state()).intents[0]

/** What the card of the next step wants, once it is up to date. */
async function wanted(): Promise<'sign' | 'burn' | 'stacks'> {
  const card = page.locator('.next-call:not([aria-busy="true"])')
  await card.waitFor()
  if ((await card.getByRole('button').count()) > 0) return 'sign'
  return (await card.innerText()).includes('Bitcoin block') ? 'burn' : 'stacks'
}

/** Presses the button that signs, whatever batch it names; gives the call that was sent. */
async function sign(): Promise<string> {
  const before = (await newest())?.id
  await page.locator('.next-call:not([aria-busy="true"]) button:enabled').click()
  const { intents } = await session.probe.until(
    (state) =>
      state.intents[0] !== undefined &&
      state.intents[0].id !== before &&
      state.intents[0].state === 'submitted',
    'a call that was sent',
  )
  return intents[0]!.request.functionName
}

/** The network takes what was sent, and the extension hears of it. */
async function mined(): Promise<void> {
  await network.control.mine()
  await session.refresh()
  const intent = (
    await session.probe.until(({ intents }) => intents[0]?.state !== 'submitted', 'an outcome')
  ).intents[0]!
  expect(`${intent.request.functionName} ${intent.state} ${intent.contractError}`).toContain(
    'confirmed',
  )
}

/** Signs every step until this call has been made; names all of them. */
async function runTo(functionName: string): Promise<string[]> {
  const called: string[] = []
  while (called.at(-1) !== functionName) {
    const next = await wanted()
    if (next === 'sign') {
      called.push(await sign())
      await mined()
    } else {
      await (next === 'burn' ? network.control.mineBurn() : network.control.mineStacks())
      await session.refresh()
      const { burn, stacks } = network.control.heights()
      await view.shows(
        `Bitcoin block ${burn.toLocaleString('en')}, Stacks block ${stacks.toLocaleString('en')}`,
      )
    }
  }
  return called
}

describe('an operator runs a cycle by hand', () => {
  it('connects a wallet over any page, and the console knows the account', async () => {
    await session.connect(await session.openPage())
    await session.chromium.closePopup()
    await session.wallet.set({ silent: true })
    ;({ page, view } = await openConsole(session.chromium))
    await view.shows('Cycle 1')
    await view.shows('Capture the balances: batch 1 of 3')
    await view.shows(op['console.facts.none'])
  })

  it('signs the first batch on the signing page, where the toolbar button lets the wallet in', async () => {
    const opened = session.chromium.context.waitForEvent('page')
    await view.press('Sign batch 1')
    const signing = await opened
    await signing.getByRole('heading').waitFor()
    await session.popupOver(signing)
    await session.probe.until(
      ({ intents }) => intents[0]?.state === 'submitted',
      'a call that was sent',
    )
    await session.chromium.closePopup()
    await page.bringToFront()
    await mined()
    await view.shows('batch 2 of 3')
  })

  it('goes on where the chain is after the console was closed in the middle of a batch', async () => {
    await wanted()
    expect(await sign()).toBe('capture-snapshot-balances')
    await page.close()
    await network.control.mine()
    ;({ page, view } = await openConsole(session.chromium))
    await session.refresh()
    await view.shows('batch 3 of 3')
    await view.shows('1,498 of 2,000 done.')
  })

  it(
    'runs the whole cycle, every call of which the contract accepts',
    { timeout: 300_000 },
    async () => {
      const called = await runTo('finalize-snapshots')
      called.push(...(await runTo('advance-to-next-cycle')))
      const batches = (name: string) => called.filter((each) => each === name).length
      expect(
        [
          'capture-snapshot-balances',
          'tally-participant-ratios',
          'calculate-participant-weights',
          'distribute-rewards',
        ].map(batches),
      ).toEqual([4, 3, 3, 3])
      await view.shows('Cycle 2')
    },
  )
})

describe('the other sections', () => {
  const open = async (section: string) => {
    await page.evaluate((name) => void (location.hash = name), section)
    await page.locator(`nav a[href="#${section}"][aria-current="page"]`).waitFor()
  }
  /** What was asked of the wallet last, once the chain has it. */
  const sent = async () => {
    await session.probe.until(
      ({ intents }) => intents[0]?.state === 'submitted',
      'a call that was sent',
    )
    await mined()
    return (await newest())!
  }

  it('participants: all of them, found by address, sorted by what they get', async () => {
    await open('participants')
    await view.shows('2,000 participants')
    await view.fill(op['participant.search'], crowdAddresses(1)[0]!.slice(3, 30))
    await view.shows('1 participant')
  })

  onQuietMachine('participants: 100,000 rows scroll without a frame over 50 ms', async () => {
    await page.evaluate(plantRecords, { count: 100_000, cycle: 2 })
    await page.reload()
    await view.shows('102,000 participants')
    await page.locator('.table-body [role=row]').first().waitFor()
    const frames = await scrollFrames(page)
    console.log(
      `Longest frame ${Math.max(...frames).toFixed(1)} ms, mean ${(frames.reduce((sum, each) => sum + each) / frames.length).toFixed(1)} ms`,
    )
    expect(Math.max(...frames)).toBeLessThan(50)
    expect(await page.locator('[role=row]').count()).toBeLessThan(80)
  })

  it('pool: funded from the wallet, exactly the amount leaves it', async () => {
    await open('pool')
    await view.fill(op['pool.amount'], '0.01')
    await view.shows('Moves exactly 0.01 sBTC from your wallet to the contract.')
    // A wallet that gives the transaction's id alone: its conditions are read from the network.
    await session.wallet.set({ behaviour: 'txid-only' })
    await view.press(op['pool.submit'])
    const { request } = await sent()
    await session.wallet.set({ behaviour: 'honest' })
    expect(request).toMatchObject({
      contract: sbtcToken,
      functionName: 'transfer',
      postConditionMode: 'deny',
    })
    expect(
      wireToPostCondition(deserializePostConditionWire(request.postConditions[0]!)),
    ).toMatchObject({
      address: userAccounts[0]!.address,
      condition: 'eq',
      amount: '1000000',
      asset: `${sbtcToken}::sbtc-token`,
    })
  })

  it('reads: typed arguments, the answer taken apart', async () => {
    await open('reads')
    await view.press('get-participant-cycle-info')
    await view.fill('address', crowdAddresses(1)[0]!)
    await view.fill('cycle', '1')
    await view.press(op['reads.read'])
    await view.shows('holding-data')
    await view.press('get-weight-computation-status')
    await view.press(op['reads.read'])
    await view.shows('are-weights-computed')
  })

  it('audit: the cycle that was run by hand is right to the satoshi', async () => {
    await open('audit')
    await view.fill(op['audit.cycle'], '1')
    await view.press(op['audit.run'])
    await view.shows(op['audit.verdict.exact'])
    await view.shows('Cycle 1: 2,000 participants')
  })

  it('audit: a payment that is one satoshi off is found, with its address', async () => {
    const proxy = await startFaultProxy(network.url)
    const { settings } = await session.probe.state()
    await session.probe.command({
      type: 'saveSettings',
      settings: { ...settings, apiBases: [proxy.url] },
    })
    const [victim] = crowdAddresses(1) as [string]
    proxy.play((exchange) => ({
      ...exchange,
      text: exchange.text.replace(
        new RegExp(`("recipient":"${victim}","asset_id":"[^"]*","amount":")(\\d+)`),
        (_all, before: string, sats: string) => `${before}${BigInt(sats) + 1n}`,
      ),
    }))
    await page.reload()
    await view.shows('Cycle 2')
    await view.fill(op['audit.cycle'], '1')
    await view.press(op['audit.run'])
    await view.shows('difference')
    await view.shows(shortAddress(victim))
    await session.probe.command({ type: 'saveSettings', settings })
    await proxy.close()
  })

  it('admin: only for the administrator; what is out of bounds is not signed; rows of a batch are shown before and after', async () => {
    expect(await page.locator('nav a[href="#admin"]').count()).toBe(0)
    await session.wallet.set({ keys: [deployer.key] })
    await view.press(op['console.otherAccount'])
    await page.locator('nav a[href="#admin"]').waitFor()
    await open('admin')
    await view.press('update-APR')
    await view.fill('new-apr-one-eight', '25000000')
    await view.shows(say['contract.211'])
    expect(await page.getByRole('button', { name: op['console.sign'] }).isDisabled()).toBe(true)

    const [one, two] = crowdAddresses(2) as [string, string]
    await view.press('add-blacklisted-batch')
    await view.fill('addresses', `${one}\nnonsense`)
    await view.shows('2 rows')
    await view.shows(say['address.not-a-principal'])
    await view.fill('addresses', one)
    await view.press(op['console.sign'])
    expect(await sent()).toMatchObject({
      request: {
        functionName: 'add-blacklisted-batch',
        account: deployer.address,
        postConditions: [],
      },
    })
    await view.press('remove-blacklisted-batch')
    await view.fill('addresses', `${one}\n${two}`)
    await view.press(op['console.sign'])
    await sent()
    await view.shows(op['argument.done'])
    await view.shows(say['contract.v1.116'])
  })

  it('a contract of one’s own: deployed part by part, taken into use, and its first cycle started', async () => {
    await open('deploy')
    for (const part of [
      'bitcoin-block-buffer-live',
      'liquid-stacking-live',
      'dual-stacking-live',
    ]) {
      await view.press(`${op['deploy.submit']} ${part}`)
      expect(await sent()).toMatchObject({
        request: { contract: `${deployer.address}.${part}`, functionName: '' },
      })
    }
    await view.press(op['deploy.use'])
    await session.probe.until(
      ({ settings }) => settings.deployment.startsWith('custom-devnet'),
      'the new contract in use',
    )
    await open('admin')
    const start = network.control.heights().burn + 2
    for (const [name, values] of [
      [
        'update-cycle-data-before-initialized',
        { 'updated-snapshots-per-cycle': '2', 'updated-blocks-per-snapshot': '2' },
      ],
      ['update-initialize-block', { 'new-bitcoin-block-height': String(start) }],
    ] as const) {
      await view.press(name)
      for (const [field, value] of Object.entries(values)) await view.fill(field, value)
      await view.press(op['console.sign'])
      await sent()
    }
    await open('cycle')
    await runTo('initialize-contract')
    await view.shows('Cycle 0')
  })
})
