import { describe, expect, it } from 'vitest'
import { isOlderThan, type TransactionAge } from '../../../../src/wallet/stacks/is-older-than.ts'
import type { StacksBaseline } from '../../../../src/wallet/stacks/stacks-baseline.ts'

const txid = `0x${'ab'.repeat(32)}`
const asked: StacksBaseline = {
  at: 1_000_000_000,
  nonce: 7,
  height: 100,
  known: [`0x${'cd'.repeat(32)}`],
  feeBound: '100000',
}
const unread: StacksBaseline = { ...asked, nonce: null, known: null }
const sent: TransactionAge = { txid, nonce: 7 }

describe('a transaction', () => {
  it.each<[string, StacksBaseline, TransactionAge]>([
    ['its nonce was used', asked, { ...sent, nonce: 6 }],
    ['its nonce was the first', asked, { ...sent, nonce: 0 }],
    ['it waited then', asked, { ...sent, txid: asked.known![0]! }],
    ['it waited then, in capitals', asked, { ...sent, txid: asked.known![0]!.toUpperCase() }],
    ['its block was there', unread, { ...sent, height: 100 }],
    ['its block was there, by the time', { ...unread, height: null }, { ...sent, blockTime: 1 }],
    ['it was received before', { ...asked, known: null }, { ...sent, receivedAt: 1 }],
  ])('is older than the question: %s', (_why, baseline, age) => {
    expect(isOlderThan(baseline, age)).toBe(true)
  })

  it.each<[string, TransactionAge]>([
    ['with the next nonce', sent],
    ['with a later nonce', { ...sent, nonce: 9 }],
    ['in a block, with the next nonce', { ...sent, height: 101, blockTime: 1 }],
  ])('is younger %s', (_what, age) => {
    expect(isOlderThan(asked, age)).toBe(false)
  })

  it.each<[string, StacksBaseline, TransactionAge]>([
    ['no nonce was read', unread, sent],
    ['what waited was not read', { ...asked, known: null }, sent],
    ['its own nonce is not told', asked, { ...sent, nonce: null }],
  ])('is of no known age where %s', (_what, baseline, age) => {
    expect(isOlderThan(baseline, age)).toBeNull()
  })
})
