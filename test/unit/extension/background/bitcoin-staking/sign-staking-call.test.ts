import { Cl, cvToString } from '@stacks/transactions'
import { describe, expect, it } from 'vitest'
import { journalItem } from '../../../../../src/app/dual-stacking/stored-items.ts'
import { parseItem, storedForm } from '../../../../../src/app/stored/stored-item.ts'
import { startLife } from '../../../../support/background/background-life.ts'
import { stacksScenario } from '../../../../support/background/signing-scenarios.ts'
import { startStakingLife } from '../../../../support/background/start-staking-life.ts'
import { hexOf } from '../../../../support/bitcoin-staking/model-node.ts'
import { conditionsOf, runRequest } from '../../../../support/bitcoin-staking/run-request.ts'
import { alice, bob, contract, pox, STX, StakingBench } from '../../../../support/staking-bench.ts'

/** A chain in its first cycle, a node that shows it, and what that node says otherwise. */
function start() {
  const bench = StakingBench.with('m1', 'm2')
  bench.mineTo(20n)
  return startStakingLife(bench, { m1: 'reference', m2: 'reference' })
}

const stake = {
  kind: 'stake',
  manager: contract('m1'),
  microStx: String(60_000n * STX),
  cycles: '3',
  payout: null,
}
const notUnderstood = { ok: false, code: 'not-understood' }
const changed = { ok: false, code: 'staking-changed' }

describe('a call of Bitcoin Staking', () => {
  it('asks the wallet for what was shown, and allows nothing else', async () => {
    const { sign, asked } = await start()
    expect(await sign(stake)).toEqual({ ok: true })
    const [request] = asked()
    expect(request).toMatchObject({
      account: alice,
      contract: pox,
      functionName: 'stake',
      postConditionMode: 'deny',
    })
    expect(request!.args.map((hex) => cvToString(Cl.deserialize(hex)))).toEqual([
      contract('m1'),
      `u${60_000n * STX}`,
      'u3',
      'u20',
      'none',
    ])
    expect(conditionsOf(request!)).toEqual([
      {
        type: 'staking-postcondition',
        address: alice,
        condition: 'eq',
        amount: String(60_000n * STX),
      },
    ])
  })

  it('cannot be asked for by a page, whatever its script sends', async () => {
    const { life, tabId, jobs } = await start()
    const command = { type: 'staking/sign', call: stake, accepted: ['ends-silently'], tabId }
    for (const message of [
      command,
      { type: 'staking/follow' },
      { type: 'staking/readManager', manager: contract('m1') },
      { type: 'panel/command', token: crypto.randomUUID(), command },
    ])
      expect(await life.fromPage(tabId, message)).toEqual(notUnderstood)
    expect(jobs).toEqual([])
  })

  it.each([
    ['a manager that is no contract', { ...stake, manager: alice }],
    ['a manager with more to it', { ...stake, manager: `${contract('m1')}?x` }],
    ['a negative amount', { ...stake, microStx: '-1' }],
    ['an amount in another notation', { ...stake, microStx: '1e12' }],
    ['an amount that no chain has', { ...stake, microStx: '1'.repeat(40) }],
    ['a payout of other bytes', { ...stake, payout: { version: 'x', hash: 'y' } }],
    ['a call that there is not', { ...stake, kind: 'transfer' }],
  ])('of %s is not understood', async (_, call) => {
    const { sign, jobs } = await start()
    expect(await sign(call)).toEqual(notUnderstood)
    expect(jobs).toEqual([])
  })

  it('is not signed before a person was told what it does', async () => {
    const { sign, jobs } = await start()
    expect(await sign(stake, [])).toEqual(changed)
    expect(jobs).toEqual([])
  })

  it('does not go to a manager that only a node has made up', async () => {
    const { sign, said, jobs } = await start()
    const invented = contract('invented')
    const key = `0x02${'ab'.repeat(32)}`
    // The node lists it, and vouches for its key: all that it has no answer to is its interface.
    said.lie = (path, truth) => {
      if (path.includes('signers'))
        return { results: [{ signer: invented }], cursor: { next: null } }
      if (path.endsWith('get-signer-info')) return { okay: true, result: hexOf({ some: key }) }
      if (path.endsWith('verify-signer-key-grant'))
        return { okay: true, result: hexOf({ ok: true }) }
      return truth
    }
    expect(await sign({ ...stake, manager: invented }, ['ends-silently', 'fee-unknown'])).toEqual(
      changed,
    )
    expect(jobs).toEqual([])
  })

  it('is told of again when the manager has raised its fee since it was looked at', async () => {
    const { life, sign, fees, jobs } = await start()
    await life.command({ type: 'staking/readManager', manager: contract('m1') })
    fees['m1'] = 9_999n
    expect(await sign(stake)).toEqual(changed)
    expect(jobs).toEqual([])
    expect(await sign(stake, ['ends-silently', 'fee-above-bound'])).toEqual({ ok: true })
  })

  it('does not go by what was read before, where the host is now on another chain', async () => {
    const { sign, said, jobs } = await start()
    said.lie = (path, truth) =>
      path === '/v2/info' ? { ...(truth as object), network_id: 1 } : truth
    expect(await sign(stake)).toEqual({ ok: false, code: 'no-answer' })
    expect(jobs).toEqual([])
  })

  it('wants the Bitcoin address agreed to that a node gives for the payout', async () => {
    const { sign, asked, jobs } = await start()
    const payout = {
      version: '0x04',
      hash: `0x${'66'.repeat(20)}`,
      maxFeeSats: '9',
      minClaimSats: null,
    }
    expect(await sign({ ...stake, payout })).toEqual(changed)
    expect(jobs).toEqual([])
    expect(await sign({ ...stake, payout }, ['ends-silently', 'payout-kept'])).toEqual({ ok: true })
    expect(asked()[0]!.args[4]).toContain('66'.repeat(20))
  })

  it('of a claim calls no contract that a node names without consent to it', async () => {
    const { bench, life, sign, asked, jobs } = await start()
    bench.stake(alice, 60_000n * STX)
    bench.stake(bob, 90_000n * STX)
    bench.mineTo(150n)
    bench.distribute(1_000_000n)
    bench.ok('claim-rewards', [[], 1n], bob, 'm1')
    for (let round = 0; round < 3; round++) await life.command({ type: 'refresh' })
    const claim = { kind: 'claim', cycle: '1', bond: null }
    expect(await sign(claim, [])).toEqual(changed)
    expect(jobs).toEqual([])
    expect(await sign(claim, ['manager-unfamiliar'])).toEqual({ ok: true })
    const [request] = asked()
    expect(request).toMatchObject({
      contract: contract('m1'),
      functionName: 'claim-staker-rewards',
    })
    // Exactly what is shown comes from the manager, and nothing from the holder.
    expect(conditionsOf(request!)).toMatchObject([
      { type: 'ft-postcondition', address: contract('m1'), condition: 'eq' },
    ])
  })

  describe('of a manager that takes a payout setting without a stake', () => {
    async function startWithMax() {
      const bench = StakingBench.with('max')
      bench.mineTo(20n)
      bench.stake(alice, 60_000n * STX, { manager: 'max' })
      return startStakingLife(bench, { max: 'max500' })
    }
    const payout = {
      version: '0x04',
      hash: `0x${'66'.repeat(20)}`,
      maxFeeSats: '9',
      minClaimSats: null,
    }
    const set = { kind: 'set-payout', manager: contract('max'), payout }
    const collect = { kind: 'collect', manager: contract('max') }

    it('sets it, in the prepare phase too, once its address is agreed to', async () => {
      const { bench, life, sign, asked, jobs } = await startWithMax()
      bench.mineTo(95n)
      await life.command({ type: 'refresh' })
      expect(await sign(set, ['manager-unfamiliar'])).toEqual(changed)
      expect(jobs).toEqual([])
      expect(await sign(set, ['manager-unfamiliar', 'payout-kept'])).toEqual({ ok: true })
      const [request] = asked()
      expect(request).toMatchObject({
        contract: contract('max'),
        functionName: 'set-payout-config',
        postConditionMode: 'deny',
        postConditions: [],
      })
      // The least that could be paid is the bound that was left out.
      expect(cvToString(Cl.deserialize(request!.args[2]!))).toBe('u556')
      runRequest(bench, request!)
      expect(await sign({ ...set, payout: null }, ['manager-unfamiliar'])).not.toEqual({ ok: true })
    })

    it('has what it keeps paid, exactly that, and nothing where it keeps nothing', async () => {
      const { bench, life, sign, asked, jobs } = await startWithMax()
      bench.mineTo(150n)
      bench.distribute(1_000_000n)
      bench.ok('claim-rewards', [[], 1n], bob, 'max')
      await life.command({ type: 'refresh' })
      expect(await sign(collect, ['manager-unfamiliar'])).toEqual(changed)
      expect(jobs).toEqual([])
      bench.ok('settle-staker-rewards', [alice, 1n, null], bob, 'max')
      const kept = bench.read('get-pending-payout', [alice], 'max')
      expect(await sign(collect, ['manager-unfamiliar'])).toEqual({ ok: true })
      expect(asked()[0]).toMatchObject({ contract: contract('max'), functionName: 'payout' })
      expect(conditionsOf(asked()[0]!)).toMatchObject([
        { address: contract('max'), condition: 'eq', amount: String(kept) },
      ])
    })

    it('asks for no claim of the same manager while what it keeps is being paid', async () => {
      const { bench, life, sign, tabId, jobs } = await startWithMax()
      for (const cycle of [1n, 2n]) {
        bench.mineTo(100n * cycle + 50n)
        bench.distribute(1_000_000n)
        bench.ok('claim-rewards', [[], cycle], bob, 'max')
      }
      bench.ok('settle-staker-rewards', [alice, 1n, null], bob, 'max')
      for (let round = 0; round < 3; round++) await life.command({ type: 'refresh' })
      expect(await sign(collect, ['manager-unfamiliar'])).toEqual({ ok: true })
      await life.answer(tabId, jobs[0]!, stacksScenario.signed('ab'.repeat(32)))
      const claim = { kind: 'claim', cycle: '2', bond: null }
      const told = await sign(claim, ['manager-unfamiliar'])
      expect(told).toEqual({ ok: false, code: 'claim-waits' })
      expect(jobs).toHaveLength(1)
    })
  })

  it('of the panel is asked for in the panel’s own tab', async () => {
    const { fake, life, tabId, jobs } = await start()
    const other = fake.openTab('https://other.example')
    await life.command({ type: 'openPanel', tabId })
    const token = fake.state.session[`panel:${tabId}`]
    const command = { type: 'staking/sign', call: stake, accepted: ['ends-silently'], tabId: other }
    expect(await life.fromPanel(tabId, { type: 'panel/command', token, command })).toEqual({
      ok: true,
    })
    expect(jobs).toHaveLength(1)
    expect(fake.pageIn(other).jobs).toEqual([])
  })
})

describe('a call of Bitcoin Staking that is asked for again', () => {
  async function fail() {
    const started = await start()
    const { life, sign, tabId, jobs } = started
    await sign(stake)
    await life.answer(tabId, jobs[0]!, { result: 'failed', failure: 'rejected' })
    const { id } = started.intents()[0]!
    const retry = () => life.command({ type: 'retry', intentId: id, tabId })
    return { ...started, id, retry }
  }

  it('is made from what the chain says now', async () => {
    const { bench, retry, asked } = await fail()
    bench.mineTo(25n)
    expect(await retry()).toEqual({ ok: true })
    expect(asked().map(({ args }) => cvToString(Cl.deserialize(args[3]!)))).toEqual(['u20', 'u25'])
  })

  it('is not made for another account', async () => {
    const { life, retry, jobs } = await fail()
    await life.command({ type: 'select', address: bob })
    expect(await retry()).toEqual({ ok: false, code: 'no-account' })
    expect(jobs).toHaveLength(1)
  })

  it.each(['submitted', 'confirmed'])('is not made when it is %s', async (state) => {
    const { fake, id, life, tabId, jobs } = await fail()
    const parsed = parseItem(journalItem, fake.state.stored[journalItem.key])
    if (!parsed.ok) throw new Error(parsed.code)
    fake.state.stored[journalItem.key] = storedForm(
      journalItem,
      parsed.value.map((entry) => ({
        ...entry,
        intent: {
          ...entry.intent,
          state: state as 'submitted',
          failure: null,
          txid: `0x${'ab'.repeat(32)}`,
        },
      })),
    )
    life.kill()
    const again = await startLife(fake)
    expect(await again.command({ type: 'retry', intentId: id, tabId })).toEqual({
      ok: false,
      code: 'unknown-intent',
    })
    expect(jobs).toHaveLength(1)
  })

  it('is not made while the first is on its way', async () => {
    const { life, sign, tabId, jobs } = await start()
    await sign(stake)
    await life.answer(tabId, jobs[0]!, stacksScenario.signed('ab'.repeat(32)))
    expect(await sign(stake)).toEqual({ ok: false, code: 'already-sent' })
    expect(jobs).toHaveLength(1)
  })
})
