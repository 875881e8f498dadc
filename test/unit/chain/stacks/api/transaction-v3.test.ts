import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { transactionAnswer } from '../../../../../src/chain/stacks/answers.ts'
import {
  transactionEventsV3,
  transactionV3,
} from '../../../../../src/chain/stacks/api/transaction-v3.ts'

const folder = new URL('../../../../support/fixtures/stacks-api/', import.meta.url)
const recorded = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown

/** What v3 leaves out, and what it includes only on request. */
const untold = { canonical: undefined, events: [] }

describe('a transaction from v3 equals the one from v1', () => {
  it.each([
    'tx-success',
    'tx-abort-response',
    'tx-abort-post-condition',
    'tx-problematic-skipped',
    'tx-sponsored',
    'tx-pending',
  ])('%s', (name) => {
    const old = v.parse(transactionAnswer, recorded(`${name}.v1.json`))
    const file = name === 'tx-success' ? `${name}.v3.include.json` : `${name}.v3.json`
    const now = v.parse(transactionV3, recorded(file))
    const shared = { ...old, ...untold }
    if (!now.tx_result) delete (shared as Partial<typeof shared>).tx_result
    if (name === 'tx-success') {
      expect(now.contract_call?.function_args?.map(({ hex }) => hex)).toEqual(
        old.contract_call?.function_args?.map(({ hex }) => hex),
      )
    }
    const withoutArguments = (transaction: typeof now) =>
      JSON.parse(
        JSON.stringify(
          { ...transaction, contract_call: { ...transaction.contract_call, function_args: 0 } },
          (_, value: unknown) => (typeof value === 'bigint' ? String(value) : (value ?? undefined)),
        ),
      ) as unknown
    expect(withoutArguments(now)).toEqual(withoutArguments(shared))
  })

  it('is read also where v1 breaks on a function that the contract lacks', () => {
    const now = v.parse(transactionV3, recorded('tx-function-not-in-abi.v3.json'))
    expect(now).toMatchObject({
      tx_status: 'abort_by_response',
      contract_call: { function_name: 'no-such-function' },
    })
  })
})

it('the events of a transaction are those of v1', () => {
  const { events } = v.parse(transactionAnswer, recorded('tx-events-page.v1.json'))
  const page = v.parse(transactionEventsV3, recorded('tx-events-page.v3.json'))
  expect(page.total).toBe(260)
  expect(page.results).toEqual(events.map((event) => ({ ...event, tx_id: '' })))
})
