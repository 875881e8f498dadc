import { cvToString, deserializeCV } from '@stacks/transactions'
import { describe, expect, it } from 'vitest'
import { stacksScenario } from '../../../../support/background/signing-scenarios.ts'
import { startStakingLife } from '../../../../support/background/start-staking-life.ts'
import { hexOf } from '../../../../support/bitcoin-staking/model-node.ts'
import {
  conditionsOf,
  deedsOf,
  exactConditions,
  runRequest,
} from '../../../../support/bitcoin-staking/run-request.ts'
import {
  alice,
  bob,
  carol,
  contract,
  pox,
  stranger,
  STX,
  StakingBench,
} from '../../../../support/staking-bench.ts'

const notUnderstood = { ok: false, code: 'not-understood' }
const changed = { ok: false, code: 'staking-changed' }

/** Two holders of a manager; the first half of cycle 1 is over, and its income has arrived. */
async function start() {
  const bench = StakingBench.with('m1')
  bench.stake(bob, 60_000n * STX)
  bench.stake(carol, 40_000n * STX)
  bench.mineTo(150n)
  bench.chain.mintSbtc(pox, 1_000_000n)
  const life = await startStakingLife(bench, { m1: 'reference' })
  const take = (step: object, shownSats: bigint) =>
    life.life.command({
      type: 'staking/takeStep',
      step,
      shownSats: shownSats.toString(),
      tabId: life.tabId,
    })
  return { ...life, take }
}

/** Both halves of cycle 1 are calculated. */
async function startCalculated() {
  const started = await start()
  const { bench } = started
  bench.ok('calculate-rewards', [[]], stranger)
  bench.mineTo(200n)
  bench.distribute(1_000_000n)
  return started
}

/** The manager has claimed the cycle as well. */
async function startClaimed() {
  const started = await startCalculated()
  started.bench.ok('claim-rewards', [[], 1n], stranger, 'm1')
  return started
}

const pull = { kind: 'manager-claim', manager: contract('m1'), cycle: '1' }
const pay = { kind: 'holder-claim', manager: contract('m1'), staker: bob, cycle: '1', bond: null }
const readable = (args: readonly string[]) => args.map((hex) => cvToString(deserializeCV(hex)))

describe('a step of Bitcoin Staking', () => {
  it('of a calculation asks the wallet for the right list, and moves nothing', async () => {
    const { take, asked } = await start()
    expect(await take({ kind: 'calculate' }, 0n)).toEqual({ ok: true })
    const [request] = asked()
    expect(request).toMatchObject({
      account: alice,
      contract: pox,
      functionName: 'calculate-rewards',
      postConditionMode: 'deny',
      postConditions: [],
    })
    expect(readable(request!.args)).toEqual(['(list )'])
  })

  it('of a manager’s claim moves exactly what the program owes it', async () => {
    const { take, asked } = await startCalculated()
    expect(await take(pull, 1_700_000n)).toEqual({ ok: true })
    const [request] = asked()
    expect(request).toMatchObject({ contract: contract('m1'), functionName: 'claim-rewards' })
    expect(conditionsOf(request!)).toMatchObject([
      { address: pox, condition: 'eq', amount: '1700000' },
    ])
  })

  it('of a holder’s claim moves exactly its reward, from the manager', async () => {
    const { take, asked, intents } = await startClaimed()
    expect(await take(pay, 1_020_000n)).toEqual({ ok: true })
    const [request] = asked()
    expect(request).toMatchObject({
      contract: contract('m1'),
      functionName: 'claim-staker-rewards',
    })
    expect(readable(request!.args)).toEqual([bob, 'u1', 'none'])
    expect(conditionsOf(request!)).toMatchObject([
      { address: contract('m1'), condition: 'eq', amount: '1020000' },
    ])
    expect(intents()[0]).toMatchObject({
      action: 'call',
      step: { step: { kind: 'holder-claim', staker: bob }, sats: 1_020_000n },
    })
  })

  it.each([
    ['that moves something else than was shown', pull, 1_700_001n],
    ['that there is nothing to do for', { ...pull, cycle: '2' }, 0n],
    ['of a holder that has nothing there', { ...pay, staker: alice }, 1n],
    ['of another manager than the holder had', { ...pay, manager: contract('m2') }, 1n],
  ])('%s is not signed', async (_, step, shownSats) => {
    const { take, jobs } = await startCalculated()
    expect(await take(step, shownSats)).toEqual(changed)
    expect(jobs).toEqual([])
  })

  it('that would fail, or is better made later, is not signed', async () => {
    const { bench, take, jobs } = await start()
    bench.ok('calculate-rewards', [[]], stranger)
    expect(await take({ kind: 'calculate' }, 0n)).toEqual(changed)
    expect(await take(pull, 850_000n)).toEqual(changed)
    const nobody = { ...pay, staker: 'bob' }
    expect(await take(nobody, 1n)).toEqual({ ok: false, code: 'not-a-principal' })
    expect(jobs).toEqual([])
  })

  it('that would fail since it was shown is not signed', async () => {
    const { bench, take, jobs } = await startClaimed()
    bench.ok('claim-staker-rewards', [bob, 1n, null], stranger, 'm1')
    expect(await take(pay, 1_020_000n)).toEqual(changed)
    expect(jobs).toEqual([])
  })

  it('is not signed a second time while it is on its way', async () => {
    const { take, life, tabId, jobs } = await startClaimed()
    await take(pay, 1_020_000n)
    await life.answer(tabId, jobs[0]!, stacksScenario.signed('ab'.repeat(32)))
    expect(await take(pay, 1_020_000n)).toEqual({ ok: false, code: 'already-sent' })
    expect(jobs).toHaveLength(1)
  })

  it.each([
    ['a manager that is no contract', { ...pull, manager: alice }],
    ['a negative cycle', { ...pull, cycle: '-1' }],
    ['a step that there is not', { kind: 'transfer', manager: contract('m1') }],
  ])('of %s is not understood', async (_, step) => {
    const { take, jobs } = await startClaimed()
    expect(await take(step, 1n)).toEqual(notUnderstood)
    expect(jobs).toEqual([])
  })

  it('cannot be asked for by a page, nor by the panel on it', async () => {
    const { life, tabId, jobs } = await startClaimed()
    const command = { type: 'staking/takeStep', step: pay, shownSats: '1020000', tabId }
    for (const message of [command, { type: 'panel/command', token: crypto.randomUUID(), command }])
      expect(await life.fromPage(tabId, message)).toEqual(notUnderstood)
    expect(jobs).toEqual([])
  })

  it('does not move what a node makes up: the chain’s own figure would undo it', async () => {
    const { take, said, jobs } = await startClaimed()
    said.lie = (path, truth) =>
      path.endsWith('get-earned-staker-rewards') ? { okay: true, result: hexOf(5_000_000n) } : truth
    expect(await take(pay, 1_020_000n)).toMatchObject({ ok: false })
    expect(jobs).toEqual([])
  })
})

/** Bob has asked Max500 for his reward on Bitcoin: 84,000 sats, and 1,000 for its fee. */
async function startPaidOut() {
  const bench = StakingBench.with('max')
  bench.stake(bob, 50_000n * STX, { manager: 'max' })
  bench.stake(carol, 50_000n * STX, { manager: 'max' })
  bench.mineTo(150n)
  bench.distribute(200_000n)
  bench.ok('claim-rewards', [[], 1n], stranger, 'max')
  const address = { version: '0x01', hashbytes: `0x${'ab'.repeat(20)}` }
  bench.ok('set-payout-config', [address, 1_000n, 1_547n], bob, 'max')
  bench.ok('claim-staker-rewards', [bob, 1n, null], bob, 'max')
  const { life, tabId, ...started } = await startStakingLife(bench, { max: 'max500' })
  const end = (kind: 'reclaim' | 'settle', shownSats: bigint, request = 1n) =>
    life.command({
      type: 'staking/takeStep',
      step: { kind, manager: contract('max'), request: request.toString() },
      shownSats: shownSats.toString(),
      tabId,
    })
  const reclaim = (shownSats: bigint, request = 1n) => end('reclaim', shownSats, request)
  const askBack = () =>
    life.command({ type: 'staking/reclaim', manager: contract('max'), request: '1', tabId })
  return { ...started, bench, life, tabId, end, reclaim, askBack }
}

describe('a payout on Bitcoin that comes back', () => {
  it('gives its holder all that it would have cost, for anyone who signs', async () => {
    const { bench, reclaim, asked, intents } = await startPaidOut()
    bench.chain.withdrawals.reject(1n)
    expect(await reclaim(85_000n)).toEqual({ ok: true })
    const [request] = asked()
    expect(request).toMatchObject({ functionName: 'reclaim-failed-withdrawal', account: alice })
    expect(readable(request!.args)).toEqual(['u1'])
    const deeds = deedsOf(runRequest(bench, request!), request!)
    expect(deeds.given).toEqual(new Map([[contract('max'), 85_000n]]))
    expect(conditionsOf(request!)).toEqual(exactConditions(deeds, alice))
    expect(intents()[0]).toMatchObject({
      step: { step: { kind: 'reclaim', request: 1n }, sats: 85_000n, drawnSats: 0n },
    })
  })

  it('comes back whole to a holder who was not shown its budget for the fee', async () => {
    const { bench, askBack, asked, jobs, life, tabId } = await startPaidOut()
    expect(await askBack()).toEqual(changed)
    bench.chain.withdrawals.reject(1n)
    const message = { type: 'staking/reclaim', manager: contract('max'), request: '1', tabId }
    expect(await life.fromPage(tabId, message)).toEqual(notUnderstood)
    expect(jobs).toEqual([])
    expect(await askBack()).toEqual({ ok: true })
    expect(conditionsOf(asked()[0]!)).toMatchObject([
      { address: contract('max'), condition: 'eq', amount: '85000' },
    ])
  })

  it.each<[string, (bench: StakingBench) => void, bigint, bigint]>([
    ['that is not decided', () => {}, 85_000n, 1n],
    ['that was paid', ({ chain }) => chain.withdrawals.accept(1n, 400n), 85_000n, 1n],
    ['of another amount than was shown', ({ chain }) => chain.withdrawals.reject(1n), 84_000n, 1n],
    ['that its manager knows nothing of', ({ chain }) => chain.withdrawals.reject(1n), 85_000n, 2n],
  ])('%s is not signed', async (_, decide, shownSats, request) => {
    const { bench, reclaim, jobs } = await startPaidOut()
    decide(bench)
    expect(await reclaim(shownSats, request)).toEqual(changed)
    expect(jobs).toEqual([])
  })
})

describe('a payout that was made on Bitcoin', () => {
  it('is settled by anyone: it is owed no more, and nothing moves', async () => {
    const { bench, end, asked, intents } = await startPaidOut()
    bench.chain.withdrawals.accept(1n, 400n)
    expect(await end('settle', 85_000n)).toEqual({ ok: true })
    const [request] = asked()
    expect(request).toMatchObject({ functionName: 'settle-accepted-withdrawal', account: alice })
    const deeds = deedsOf(runRequest(bench, request!), request!)
    expect(conditionsOf(request!)).toEqual(exactConditions(deeds, alice))
    expect(conditionsOf(request!)).toEqual([])
    expect(bench.read('get-withdrawal-liability', [], 'max')).toBe(0n)
    expect(intents()[0]).toMatchObject({ step: { step: { kind: 'settle', request: 1n } } })
  })

  it.each<[string, (bench: StakingBench) => void]>([
    ['is not decided', () => {}],
    ['was rejected', ({ chain }) => chain.withdrawals.reject(1n)],
  ])('is not settled while it %s', async (_, decide) => {
    const { bench, end, jobs } = await startPaidOut()
    decide(bench)
    expect(await end('settle', 85_000n)).toEqual(changed)
    expect(jobs).toEqual([])
  })
})

describe('a step tried again', () => {
  async function fail() {
    const started = await startClaimed()
    const { take, life, tabId, jobs, intents } = started
    await take(pay, 1_020_000n)
    await life.answer(tabId, jobs[0]!, { result: 'failed', failure: 'rejected' })
    const { id } = intents()[0]!
    const retry = () => life.command({ type: 'retry', intentId: id, tabId })
    return { ...started, retry }
  }

  it('is planned anew, and not made when it would fail by now', async () => {
    const { bench, retry, jobs } = await fail()
    bench.ok('claim-staker-rewards', [bob, 1n, null], stranger, 'm1')
    expect(await retry()).toEqual(changed)
    expect(jobs).toHaveLength(1)
  })

  it('asks for the same once more', async () => {
    const { retry, asked } = await fail()
    expect(await retry()).toEqual({ ok: true })
    const [first, second] = asked()
    expect(second).toEqual(first)
  })

  it('is not made for another account', async () => {
    const { life, retry, jobs } = await fail()
    await life.command({ type: 'select', address: bob })
    expect(await retry()).toEqual({ ok: false, code: 'no-account' })
    expect(jobs).toHaveLength(1)
  })
})
