import type { Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'
import { servePartnerSite, type PartnerSite } from '../../src/dev/browser/partner-site.ts'
import { pressInPlace } from '../../src/dev/browser/press-in-place.ts'
import { createDuskNetwork, type DuskNetwork } from '../../src/dev/network/dusk/index.ts'
import { namedContract } from '../../src/protocol/hyperstaking/core/ids.ts'
import { dusk } from '../../src/protocol/hyperstaking/core/units.ts'
import { hyperstakingWallet as wallet } from '../../src/words/en/hyperstaking-wallet.ts'
import { hyperstakingWidget as widget } from '../../src/words/en/hyperstaking-widget.ts'
import { catalogue as say } from '../../src/words/en/index.ts'
import { DuskSession, findPool, readPosition } from '../support/dusk-session.ts'
import { sharedSession } from '../support/shared/session.ts'

const closing: Array<() => Promise<void>> = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** Punishes a provisioner of Sozu's pool until it costs something; LUX that it locked. */
function slashSozu({ ledger, control }: DuskNetwork): bigint {
  const pool = namedContract('sozu pool')
  const [account] = [...ledger.stake.entries.entries()].find(
    ([, { keys, data }]) =>
      keys.owner.kind === 'contract' && keys.owner.contract === pool && data.amount !== null,
  )!
  const locked = () => ledger.stake.entries.get(account)!.data.amount!.locked
  const before = locked()
  // A block that it makes in the meantime forgives a provisioner its faults.
  while (locked() === before) {
    control.fault({ account }, 'double-vote')
    control.mine(1n)
  }
  return locked() - before
}

it('deposits into Sozu’s pool, sees growth and a slash, withdraws by share', async () => {
  const holder = await DuskSession.start('sozu')
  closing.push(holder.close)
  const { network } = holder
  const { popup } = await holder.connect()
  await popup.fill(say['hyper.pool'], findPool(await holder.state(), 'Sozu').id)
  await popup.press(say['hyper.deposit'])
  await popup.fill(say['hyper.amount'], '2000')
  await popup.waitForText(say['hyper.effect.fee.published'])
  await popup.press(say['hyper.understood'])
  await popup.press(say['hyper.submit'])
  const deposited = await holder.settle()
  expect(deposited.intents[0]).toMatchObject({
    problem: null,
    request: { call: { fnName: 'sozu_stake', deposit: String(dusk(2000n)) } },
  })
  const first = readPosition(deposited, 'Sozu')!
  expect(first).toBeGreaterThan(dusk(1990n))
  expect(first).toBeLessThanOrEqual(dusk(2000n))

  network.control.epochs(3)
  network.control.mine(4n)
  await holder.refresh()
  const grown = await holder.until(
    (state) =>
      (readPosition(state, 'Sozu') ?? 0n) > first &&
      state.notices.some(({ kind, pool }) => kind === 'reward' && pool?.name === 'Sozu'),
    'a reward of the pool',
  )
  const { id } = findPool(grown, 'Sozu')
  expect(grown.histories[id]).toMatchObject({ complete: true, flows: [{ direction: 'in' }] })
  await popup.waitForText(say['hyper.history'])

  const locked = slashSozu(network)
  network.control.mine(4n)
  await holder.refresh()
  network.control.mine(4n)
  await holder.refresh()
  const slashed = await holder.until(
    ({ notices }) => notices.some(({ kind }) => kind === 'slash'),
    'news of the slash',
  )
  expect(slashed.notices.filter(({ kind }) => kind === 'slash').map(({ lux }) => lux)).toEqual([
    locked,
  ])

  await popup.press(say['hyper.withdraw'])
  await popup.press('100%')
  await popup.press(say['hyper.submit'])
  const left = await holder.settle()
  expect(left.intents[0]).toMatchObject({
    problem: null,
    request: { call: { fnName: 'sozu_unstake', deposit: '0' } },
  })
  expect(readPosition(left, 'Sozu')).toBeLessThan(10n)
})

it('the same in the widget, on a partner’s page', async () => {
  const [site, network, session] = await Promise.all([
    servePartnerSite(),
    createDuskNetwork({ seed: 'sozu widget', faultChance: 0 }),
    sharedSession(),
  ])
  closing.push(site.close, network.close)
  await session.reset(
    {},
    { shapes: ['dusk'], dusk: { account: network.people.alice, api: network.url, chainId: 0 } },
  )
  const page = await openWidget(session.chromium.context.newPage(), site, network)
  const element = page.locator('hyperstaking-pool')
  const press = (name: string) => pressInPlace(element.getByRole('button', { name, exact: true }))
  const facts = element.locator('[part="facts"]')
  const position = async (): Promise<number> => {
    await facts.getByText(widget.position).waitFor()
    const text = await facts.innerText()
    return Number(
      /([\d,.]+) DUSK/.exec(text.slice(text.indexOf(widget.position)))![1]!.replaceAll(',', ''),
    )
  }
  const confirmed = async (): Promise<void> => {
    await page.bringToFront()
    await page.getByText(wallet.executed).waitFor()
    network.control.mine(12n)
    await page.getByText(wallet.confirmed).waitFor()
  }

  await press(wallet.connect)
  await session.wallet.approve()
  await press(wallet.deposit)
  await page.getByText(wallet.risk).waitFor()
  await press(wallet.understood)
  await session.wallet.approve()
  await confirmed()
  // The pool is read again once the deposit is final.
  await expect.poll(position).toBeGreaterThan(1990)
  const first = await position()

  network.control.epochs(3)
  network.control.mine(4n)
  const locked = slashSozu(network)
  expect(locked).toBeGreaterThan(0n)
  await element.evaluate((each) => each.setAttribute('days', '31'))
  await page.reload()
  await element.evaluate(
    (each, account) => each.setAttribute('account', account),
    network.people.alice,
  )
  await facts.getByText(widget.locked).waitFor()
  await expect.poll(position).toBeGreaterThan(first)

  await press(wallet.withdrawAll)
  await press(wallet.confirm)
  await session.wallet.approve()
  await confirmed()
  await expect
    .poll(() =>
      network.ledger.host.read(namedContract('sozu pool'), 'balance_of', network.people.alice),
    )
    .toBeLessThan(10n)
  await page.close()
})

async function openWidget(
  opening: Promise<Page>,
  site: PartnerSite,
  network: DuskNetwork,
): Promise<Page> {
  const page = await opening
  site.pages.set(
    '/sozu',
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Partner</title><script type="module" src="/widget/pool/pool.js"></script></head><body><hyperstaking-pool dusk="2000" network="local" pool="Sozu" node-url="${network.url}" actions="all"></hyperstaking-pool></body></html>`,
  )
  await page.goto(`${site.url}/sozu`)
  return page
}
