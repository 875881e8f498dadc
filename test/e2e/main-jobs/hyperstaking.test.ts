import { expect, it, onTestFinished } from 'vitest'
import { dusk } from '../../../src/protocol/hyperstaking/core/units.ts'
import { catalogue as say } from '../../../src/words/en/index.ts'
import { DuskSession, readPosition } from '../../support/dusk-session.ts'

it('connects, deposits, is notified of a reward, and withdraws everything', async () => {
  const holder = await DuskSession.start('main job')
  onTestFinished(holder.close)
  const { session, network } = holder
  const { alice } = network.people

  const connect = async () => {
    const { popup } = await holder.connect()
    const { account, reading } = await holder.state()
    expect(account).toMatchObject({ address: alice, walletName: 'Demo wallet' })
    expect(reading).toMatchObject({
      balance: { known: true, value: dusk(1_000_000n) },
      callsOpen: { known: true, value: true },
      warnings: { known: true, value: [] },
    })
    expect(reading!.pools.map(({ name }) => name)).toEqual([
      'Liquid',
      'Rotating',
      'Referral',
      'Service',
      'Sozu',
    ])
    expect(readPosition(await holder.state())).toBe(0n)
    await popup.waitForText('1,000,000 DUSK')
    await popup.waitForText(say['hyper.thirdParty.text'])
    await popup.waitForText(say['hyper.health.well'])
    // The worker's simulation gives the range.
    await popup.waitForText('90% of outcomes:')
    await popup.press(say['hyper.why'])
    await popup.waitForText(say['hyper.assume.no-slashes'])
    return popup
  }

  const deposit = async (popup: Awaited<ReturnType<typeof connect>>) => {
    await popup.press(say['hyper.deposit'])
    await popup.waitForText(say['hyper.risk.pause'])
    await popup.fill(say['hyper.amount'], '2000000')
    await popup.waitForText(say['hyper.problem.balance-too-low'])
    await popup.fill(say['hyper.amount'], '5000')
    await popup.waitForText(say['hyper.passes.exact'])
    await popup.press(say['hyper.understood'])
    await popup.press(say['hyper.submit'])
    const { intents } = await holder.settle()
    expect(intents[0]).toMatchObject({
      action: 'deposit',
      lux: dusk(5000n),
      failure: null,
      problem: null,
    })
    // The pool's fee on deposits is a quarter of a percent; the blocks since may have rewarded it.
    const held = readPosition(await holder.state())!
    expect(held).toBeLessThan(dusk(5000n) - dusk(5000n) / 400n + dusk(1n))
    expect(held).toBeGreaterThan(dusk(4987n))
    return held
  }

  const seeReward = async (held: bigint) => {
    network.control.epochs(2)
    network.control.mine(4n)
    await holder.refresh()
    const { notices } = await holder.until(
      (state) => state.notices.some(({ kind }) => kind === 'reward'),
      'a reward',
    )
    const rewards = notices.filter(({ kind }) => kind === 'reward')
    expect(readPosition(await holder.state())!).toBeGreaterThan(held)
    expect(rewards[0]!.lux).toBeGreaterThan(0n)
    expect((await session.probe.notifications()).toSorted()).toEqual(
      notices.map(({ key }) => key).toSorted(),
    )
    await holder.refresh()
    expect((await holder.state()).notices).toEqual(notices)
  }

  const balance = () => network.ledger.transfer.accounts.get(alice)!.balance
  const withdrawAll = async () => {
    const before = balance()
    const { popup } = await holder.openPools()
    await popup.press(say['hyper.withdraw'])
    await popup.press(say['hyper.all'])
    await popup.waitForText(say['hyper.passes.exact'])
    await popup.press(say['hyper.submit'])
    const { intents } = await holder.settle()
    expect(intents[0]).toMatchObject({ action: 'withdraw-all', failure: null, problem: null })
    expect(readPosition(await holder.state())).toBe(0n)
    expect(balance()).toBeGreaterThan(before + dusk(4980n))
  }

  await seeReward(await deposit(await connect()))
  await withdrawAll()
})
