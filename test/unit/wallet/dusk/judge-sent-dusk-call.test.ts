import { describe, expect, it } from 'vitest'
import type { SentDuskCall } from '../../../../src/chain/dusk/decode-sent-call.ts'
import { judgeSentDuskCall } from '../../../../src/wallet/dusk/judge-sent-dusk-call.ts'
import { duskIntent } from '../../../support/background/signing-scenarios.ts'
import { freshDusk } from '../../../support/baselines.ts'

const hash = 'ab'.repeat(32)
const { request } = duskIntent({})
const { call } = request
const baseline = { ...freshDusk, nonce: 7n, known: ['cd'.repeat(32)] }
const sent: SentDuskCall = {
  chainId: 0n,
  sender: request.account,
  nonce: 8n,
  deposit: BigInt(call.deposit),
  value: BigInt(call.amount),
  feeAtMost: BigInt(call.gas.limit) * BigInt(call.gas.price),
  call: {
    contract: call.contractId.slice(2),
    method: call.fnName,
    argument: call.fnArgs.slice(2),
  },
}
const judge = (change: Partial<SentDuskCall>, id = hash) =>
  judgeSentDuskCall({ request, baseline }, id, { ...sent, ...change })

describe('a pool call on the chain', () => {
  it('is the answer when it is what was asked for, and younger', () => {
    expect(judge({})).toBeNull()
    expect(judge({ nonce: 12n })).toBeNull()
  })

  it.each([
    ['its nonce was spent', 7n, hash],
    ['it waited then', 8n, 'cd'.repeat(32)],
  ])('is no answer: %s', (_why, nonce, id) => {
    expect(judge({ nonce }, id)).toBe('old-transaction')
  })

  it('is not known to be one without its nonce or its fee', () => {
    expect(judge({ nonce: null })).toBe('not-comparable')
    expect(judge({ feeAtMost: null })).toBe('not-comparable')
    expect(judgeSentDuskCall({ request }, hash, sent)).toBe('not-comparable')
  })

  it('shows a fee above the announced one first', () => {
    expect(judge({ feeAtMost: sent.feeAtMost! + 1n })).toBe('high-fee')
  })
})
