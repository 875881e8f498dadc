// @vitest-environment happy-dom
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { StacksClient } from '../../../../src/chain/stacks/client.ts'
import type * as Following from '../../../../src/widget/stacks/follow-transaction.ts'
import type { StacksSigningSetup } from '../../../../src/widget/stacks/signing-setup.ts'
import { freshStacks } from '../../../support/baselines.ts'

const judgement = { failure: 'wrong-account', sender: 'another' }
const questions = '../../../../src/widget/stacks/account-questions.ts'
let followTransaction: typeof Following.followTransaction
// Other tests of this worker may have loaded it with the real ones.
beforeAll(async () => {
  vi.resetModules()
  vi.doMock(questions, () => ({
    judgeSent: () => Promise.resolve(judgement),
    markFollowed: () => {},
  }))
  ;({ followTransaction } = await import('../../../../src/widget/stacks/follow-transaction.ts'))
})
afterAll(() => {
  vi.doUnmock(questions)
  vi.resetModules()
})

const account = 'ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG'
const txid = `0x${'ab'.repeat(32)}`
const MINUTE_MS = 60_000

/** What the network says of the transaction now, and the account's next nonce. */
let status: string
let nonce: number
/** Whether somebody else pays its fee. */
let sponsored: boolean
let widget: AbortController

beforeEach(() => {
  vi.useFakeTimers()
  status = 'pending'
  nonce = 7
  sponsored = false
  widget = new AbortController()
})
afterEach(() => {
  widget.abort()
  vi.useRealTimers()
})

const client = {
  http: { clock: { now: () => Date.now() } },
  transaction: () =>
    Promise.resolve({
      ok: true,
      value: {
        tx_id: txid,
        tx_status: status,
        nonce: 7,
        events: [],
        block_height: null,
        fee_rate: 3_000n,
        sponsored,
      },
    }),
  account: () => Promise.resolve({ ok: true, value: { nonce, balance: 0n, locked: 0n } }),
  tip: () => Promise.resolve({ ok: false, failure: { code: 'offline' } }),
} as unknown as StacksClient

const start = (verdict: object = { kind: 'accepted', txid }) => {
  const said: string[] = []
  const setup = {
    words: {
      t: (key: string, values?: { fee?: string }) => key + (values?.fee ?? ''),
    },
    say: (text: string) => said.push(text),
    f: { sats: String, stx: String },
    signal: widget.signal,
  } as unknown as StacksSigningSetup
  let isFree = false
  void followTransaction(
    {
      request: {} as never,
      baseline: freshStacks,
      verdict: verdict as never,
      client,
      account,
      fail: (key, _values, more = '') => void said.push(`${key}${more}`),
      failForOther: (signed) => void said.push(`signed by ${signed}`),
      submitted: () => {},
      confirmed: () => {},
      describeError: () => Promise.resolve(''),
    },
    setup,
  ).then(() => (isFree = true))
  return { said, isFree: () => isFree }
}

it('gives the buttons back of a dropped transaction, and says when it comes back', async () => {
  const { said, isFree } = start()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(isFree()).toBe(false)
  status = 'dropped_stale_garbage_collect'
  await vi.advanceTimersByTimeAsync(10_000)
  expect([said, isFree()]).toEqual([['submitted', 'problem.dropped'], true])
  status = 'success'
  await vi.advanceTimersByTimeAsync(2 * MINUTE_MS)
  expect(said.at(-1)).toBe('confirmed')
})

it('says that it waits again when its block was undone', async () => {
  const { said } = start()
  status = 'success'
  await vi.advanceTimersByTimeAsync(10_000)
  status = 'pending'
  await vi.advanceTimersByTimeAsync(3 * MINUTE_MS)
  status = 'success'
  await vi.advanceTimersByTimeAsync(3 * MINUTE_MS)
  expect(said).toEqual(['submitted', 'confirmed', 'undone', 'confirmed'])
})

it.each([
  ['problematic_skipped', 'problem.skipped'],
  ['abort_by_post_condition', 'problem.post-condition'],
  ['abort_by_response', 'problem.aborted'],
  ['dropped_replace_across_fork', 'problem.replaced'],
  ['of_a_later_version', 'problem.unknown'],
])('says its sentence for %s', async (next, sentence) => {
  const { said } = start()
  status = next
  await vi.advanceTimersByTimeAsync(10_000)
  expect(said).toEqual(['submitted', sentence])
})

it('doubts one whose number the account has used, and gives up after two hours', async () => {
  const doubted = start()
  nonce = 9
  await vi.advanceTimersByTimeAsync(12 * MINUTE_MS)
  expect(doubted.said).toEqual(['submitted', 'problem.doubt'])
  nonce = 7
  const { said } = start()
  await vi.advanceTimersByTimeAsync(125 * MINUTE_MS)
  expect(said).toEqual(['submitted', 'problem.waiting'])
})

it('is silent about an earlier transaction once another was sent', async () => {
  const earlier = start()
  await vi.advanceTimersByTimeAsync(10_000)
  const later = start()
  status = 'success'
  await vi.advanceTimersByTimeAsync(10_000)
  expect([earlier.said, later.said]).toEqual([['submitted'], ['submitted', 'confirmed']])
})

it('names the account that signed, where the wallet gave the id alone', async () => {
  const { said, isFree } = start({ kind: 'to-check', txid })
  await vi.advanceTimersByTimeAsync(10_000)
  expect([said, isFree()]).toEqual([['checking', 'signed by another'], true])
})

it.each([
  ['success', 'confirmed sponsored3000'],
  ['abort_by_response', 'problem.aborted sponsored3000'],
  ['dropped_problematic', 'problem.dropped'],
])('says once that somebody else pays the fee, and again at its end: %s', async (end, sentence) => {
  sponsored = true
  const { said } = start()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(said).toEqual(['submitted', 'submitted sponsored3000'])
  status = end
  await vi.advanceTimersByTimeAsync(10_000)
  expect(said.slice(2)).toEqual([sentence])
})
