import { readFileSync } from 'node:fs'
import { Cl } from '@stacks/transactions'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { transactionAnswer } from '../../../../src/chain/stacks/answers.ts'
import { transactionV3 } from '../../../../src/chain/stacks/api/transaction-v3.ts'
import { endOf, transactionEnds } from '../../../../src/chain/stacks/transaction-end.ts'

const folder = new URL('../../../support/fixtures/stacks-api/', import.meta.url)
const recorded = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown

const base = {
  tx_id: '0x01',
  nonce: 7,
  events: [],
  canonical: true,
  block_height: 9,
  burn_block_height: 5,
}
const read = (fields: object) => endOf(v.parse(transactionAnswer, { ...base, ...fields }))
const result = (value: Parameters<typeof Cl.serialize>[0]) => ({
  hex: `0x${Cl.serialize(value)}`,
})

describe('what the real API answered means', () => {
  it.each([
    ['tx-success', { state: 'confirmed' }],
    ['tx-abort-response', { state: 'aborted', by: 'contract' }, 101],
    ['tx-abort-runtime', { state: 'aborted', by: 'run-time' }],
    ['tx-abort-post-condition', { state: 'aborted', by: 'post-condition' }],
    ['tx-problematic-skipped', { state: 'aborted', by: 'skipped' }],
    ['tx-sponsored', { state: 'confirmed' }],
    ['tx-pending', { state: 'pending' }],
    ['tx-dropped-too-expensive', { state: 'dropped', why: 'too-expensive' }],
    ['tx-dropped-stale', { state: 'dropped', why: 'too-old' }],
    ['tx-dropped-problematic', { state: 'dropped', why: 'problematic' }],
    ['tx-dropped-across-fork', { state: 'replaced' }],
    ['tx-replaced-in-mempool', { state: 'replaced' }],
    ['tx-replaced-by-mined', { state: 'replaced' }],
    ['tx-reorged-to-mempool', { state: 'pending' }],
    ['tx-reorged-to-next-block', { state: 'confirmed' }],
  ])('%s', (file, end, errorNumber: number | null = null) => {
    const transaction = v.parse(transactionAnswer, recorded(`${file}.v1.json`))
    expect(endOf(transaction)).toEqual({ end, errorNumber })
  })

  it.each([
    ['tx-success', { state: 'confirmed' }],
    ['tx-abort-response', { state: 'aborted', by: 'contract' }, 101],
    ['tx-abort-post-condition', { state: 'aborted', by: 'post-condition' }],
    ['tx-problematic-skipped', { state: 'aborted', by: 'skipped' }],
    ['tx-pending', { state: 'pending' }],
    ['tx-function-not-in-abi', { state: 'aborted', by: 'contract' }],
  ])('%s of v3', (file, end, errorNumber: number | null = null) => {
    expect(endOf(v.parse(transactionV3, recorded(`${file}.v3.json`)))).toEqual({ end, errorNumber })
  })
})

describe('the end of a transaction', () => {
  it('is the contract’s error also where a post-condition is blamed', () => {
    expect(
      read({ tx_status: 'abort_by_post_condition', tx_result: result(Cl.error(Cl.uint(1))) }),
    ).toEqual({ end: { state: 'aborted', by: 'contract' }, errorNumber: 1 })
    expect(
      read({ tx_status: 'abort_by_post_condition', tx_result: result(Cl.ok(Cl.bool(true))) }),
    ).toEqual({ end: { state: 'aborted', by: 'post-condition' }, errorNumber: null })
  })

  it.each(Object.keys(transactionEnds))(
    'is none in a block that is not part of the chain: %s',
    (status) => {
      const { end } = read({ tx_status: status, canonical: false })
      expect(end?.state).not.toBe('confirmed')
      expect(end?.state).not.toBe('aborted')
    },
  )

  it('is not known by a status that is not', () => {
    expect(read({ tx_status: 'held_for_ransom' }).end).toBeUndefined()
    expect(read({ tx_status: 'dropped_by_moon' }).end).toEqual({ state: 'dropped', why: 'other' })
  })
})
