import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { known, unknown } from '../../../../../../src/chain/known.ts'
import { leftOverSats } from '../../../../../../src/chain/stacks/bitcoin-staking/operator/read-manager-funds.ts'
import { newestDeployment } from '../../../../../../src/chain/stacks/deployments.ts'
import { stakingAuditAnswer } from '../../../../../../src/extension/console/worker/staking/audit-answer.ts'
import {
  openPayoutsAnswer,
  operatedManagerAnswer,
} from '../../../../../../src/extension/console/worker/staking/manager-answer.ts'
import type { StakingConsoleQuestion } from '../../../../../../src/extension/console/worker/staking/staking-protocol.ts'
import {
  answerStakingQuestion,
  createStakingSession,
} from '../../../../../../src/extension/console/worker/staking/staking-session.ts'
import { modelAnswers } from '../../../../../support/bitcoin-staking/model-node.ts'
import {
  RecordedChain,
  recordedManagers,
} from '../../../../../support/bitcoin-staking/recorded-chain.ts'
import {
  admin,
  alice,
  bob,
  carol,
  contract,
  STX,
  stranger,
} from '../../../../../support/staking-bench.ts'

const max = contract('max')
const devnet = newestDeployment('devnet')!

/** Bob and Carol are paid on Bitcoin by Max500; of three payouts the first one is settled. */
function payoutChain(largestPage?: number): RecordedChain {
  const chain = new RecordedChain(largestPage)
  const { bench } = chain
  const address = { version: '0x01', hashbytes: `0x${'ab'.repeat(20)}` }
  for (const who of [bob, carol]) {
    chain.do('stake', [max, 50_000n * STX, 9n, bench.chain.burnHeight, null], who)
    chain.do('set-payout-config', [address, 1_000n, 1_547n], who, 'max')
  }
  for (const [cycle, height] of [
    [1n, 150n],
    [2n, 250n],
  ] as const) {
    bench.mineTo(height)
    chain.income(200_000n)
    chain.do('calculate-rewards', [[]], stranger)
    chain.do('claim-rewards', [[], cycle], stranger, 'max')
    chain.do('claim-staker-rewards', [bob, cycle, null], bob, 'max')
    if (cycle === 1n) chain.do('claim-staker-rewards', [carol, cycle, null], carol, 'max')
  }
  bench.chain.withdrawals.reject(1n)
  bench.chain.withdrawals.reject(2n)
  chain.do('reclaim-failed-withdrawal', [1n], stranger, 'max')
  return chain
}

function open(chain: RecordedChain) {
  const answer = modelAnswers(chain.bench, { managers: recordedManagers, api: chain.answer })
  const asked: string[] = []
  const told: Array<[string, number | null]> = []
  const hooks = { onRequest: (_path: string) => {} }
  const session = createStakingSession(devnet, {
    ask: async ({ path, body }) => {
      asked.push(path)
      hooks.onRequest(path)
      const json = answer(path, body)
      return json === undefined
        ? { ok: false, code: 'not-found', perMinute: null }
        : { ok: true, json, perMinute: null }
    },
    progress: (of, at) => told.push([of, at && at.requestsLeft]),
  })
  return {
    asked,
    told,
    hooks,
    ask: <S extends v.GenericSchema>(question: StakingConsoleQuestion, schema: S) =>
      answerStakingQuestion(session, question).then((said) => v.parse(schema, said)),
  }
}

describe('the console’s worker', () => {
  it('says what a manager holds and owes, its threshold, and who is its admin', async () => {
    const { ask } = open(payoutChain())
    const question = { kind: 'staking/manager' as const, manager: max }
    const found = await ask({ ...question, account: admin }, operatedManagerAnswer)
    expect(found).toMatchObject({
      family: 'max500',
      takesStakes: known(true),
      isAdmin: known(true),
      cycleMicroStx: known(100_000n * STX),
      nextMicroStx: known(100_000n * STX),
      funds: { liabilitySats: known(170_000n), bankedSats: known(0n), refundsSats: known(0n) },
    })
    const { funds } = found
    const parts = [funds.unclaimedSats, funds.feesSats, funds.liabilitySats]
    const owed = parts.reduce((sum, part) => sum + (part.known ? part.value : 0n), 0n)
    const rest = leftOverSats(funds)
    expect(rest).toEqual(known(funds.balanceSats.known ? funds.balanceSats.value - owed : null))
    const others = await ask({ ...question, account: alice }, operatedManagerAnswer)
    expect(others.isAdmin).toEqual(known(false))
  })

  it('shows as unknown what a contract keeps no account of', async () => {
    const { ask } = open(payoutChain())
    const question = { kind: 'staking/manager' as const, manager: contract('native') }
    const { funds, isAdmin } = await ask({ ...question, account: admin }, operatedManagerAnswer)
    expect(funds).toMatchObject({ balanceSats: known(0n), feesSats: unknown('not-offered') })
    expect(leftOverSats(funds)).toEqual(unknown('not-offered'))
    expect(isAdmin).toEqual(unknown('not-offered'))
  })

  it('never makes a rest of less than nothing out of a payout that is paid and not settled', () => {
    const nothing = known(0n)
    const funds = {
      balanceSats: known(100n),
      feesSats: nothing,
      unclaimedSats: nothing,
      liabilitySats: known(101n),
      bankedSats: nothing,
      refundsSats: nothing,
    }
    expect(leftOverSats(funds)).toEqual(known(0n))
  })

  it('finds the payouts that are not settled, and looks no further than they add up', async () => {
    const { ask, told } = open(payoutChain())
    const question = { kind: 'staking/payouts' as const, manager: max }
    const found = await ask({ ...question, owedSats: 170_000n }, openPayoutsAnswer)
    expect(found).toEqual({
      payouts: [
        { request: 3n, staker: bob, sats: 85_000n, state: 'pending' },
        { request: 2n, staker: carol, sats: 85_000n, state: 'rejected' },
      ],
      missingSats: 0n,
      feeMicroStx: null,
    })
    expect(told.at(-1)).toEqual(['payouts', null])
    const paged = open(payoutChain(2))
    expect(await paged.ask({ ...question, owedSats: 170_000n }, openPayoutsAnswer)).toEqual(found)
    const few = open(payoutChain(2))
    const newest = await few.ask({ ...question, owedSats: 85_000n }, openPayoutsAnswer)
    expect(newest.payouts.map(({ request }) => request)).toEqual([3n])
    expect(few.asked.length).toBeLessThan(paged.asked.length)
    const none = open(payoutChain())
    const nothing = await none.ask({ ...question, owedSats: 0n }, openPayoutsAnswer)
    expect(nothing).toMatchObject({ payouts: [], missingSats: 0n })
    expect(none.asked.filter((path) => path.includes('/logs'))).toEqual([])
    const more = await none.ask({ ...question, owedSats: 170_001n }, openPayoutsAnswer)
    expect(more.missingSats).toBe(1n)
  })

  it('audits a cycle, goes on from what it had when it was stopped, and keeps it', async () => {
    const { ask, asked, hooks, told } = open(payoutChain(2))
    const question = { kind: 'staking/audit' as const, cycle: 1n, withIncome: true }
    hooks.onRequest = (path) => {
      if (path.includes('/logs') && asked.length > 4) void ask({ kind: 'staking/stop' }, v.null())
    }
    await expect(ask(question, stakingAuditAnswer)).rejects.toThrow('not-read')
    expect(told.at(-1)).toEqual(['cycle', null])
    const stoppedAfter = asked.length
    hooks.onRequest = () => {}
    const found = await ask(question, stakingAuditAnswer)
    expect(found).toMatchObject({
      cycle: 1n,
      verdict: 'exact',
      halves: [{ height: 149n, incomeSats: 200_000n, verdict: 'exact' }],
      legs: [{ bond: null, verdict: 'exact', claims: 2, feesUnknown: 0 }],
      differing: [],
      unread: 0,
    })
    const whole = open(payoutChain(2))
    expect(await whole.ask(question, stakingAuditAnswer)).toEqual(found)
    expect(asked.length - stoppedAfter).toBeLessThan(whole.asked.length)
  })
})
