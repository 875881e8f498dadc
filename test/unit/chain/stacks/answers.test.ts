import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  balancesAnswer,
  eventsAnswer,
  transactionAnswer,
} from '../../../../src/chain/stacks/answers.ts'
import { transactionV3 } from '../../../../src/chain/stacks/api/transaction-v3.ts'
import { createStacksClient } from '../../../../src/chain/stacks/client.ts'
import { builtInDeployments } from '../../../../src/chain/stacks/deployments.ts'
import { isCallOf } from '../../../../src/chain/stacks/is-call-of.ts'
import { confirmTransfer } from '../../../../src/chain/stacks/rewards/confirm-transfer.ts'
import { decodeTransfer } from '../../../../src/chain/stacks/rewards/reward-transfer.ts'

const [deployment] = builtInDeployments as [(typeof builtInDeployments)[number]]
const recipient = 'SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7'
const id = `0x${'ab'.repeat(32)}`
const notIds = ['0xbad', '', `${id}0`, `${id}/../x`, 'x'.repeat(3_000_000), 7, null, undefined]

const movement = (tx_id: unknown) => ({
  event_index: 3,
  event_type: 'fungible_token_asset',
  tx_id,
  asset: {
    asset_event_type: 'transfer',
    asset_id: `${deployment.sbtcToken}::sbtc-token`,
    sender: deployment.contract,
    recipient,
    amount: '5',
  },
})
const name = (value: unknown): string => String(JSON.stringify(value)).slice(0, 80)

describe.each(notIds.map((bad) => [name(bad), bad] as const))('for an id, %s', (_name, bad) => {
  it('costs the entry that has it, and no other', () => {
    const page = v.parse(eventsAnswer, {
      limit: 50,
      offset: 0,
      results: [movement(id), movement(bad), movement(id.slice(2))],
    })
    // All keep their places: pages are counted by them.
    expect(page.results.length).toBe(3)
    const transfers = page.results.map((event) => decodeTransfer(event, [deployment], recipient))
    expect(transfers.map((each) => each?.txid)).toEqual([id.slice(2), undefined, id.slice(2)])
  })

  it('makes no call of a transaction, and replaces none', () => {
    const call = { contract_id: deployment.contract, function_name: 'enroll' }
    const transactions = [
      v.parse(transactionAnswer, {
        tx_id: bad,
        tx_status: 'success',
        block_height: 9,
        contract_call: call,
        replaced_by_tx_id: bad,
      }),
      v.parse(transactionV3, {
        tx_id: bad,
        status: 'success',
        block: { height: 9 },
        contract_call: call,
        replaced_by_tx_id: bad,
      }),
    ]
    for (const transaction of transactions) {
      expect(isCallOf(transaction, deployment.contract, 'enroll')).toBe(false)
      expect(transaction.replaced_by_tx_id ?? null).toBeNull()
    }
  })
})

it('an id that an earlier version stored is looked up no more', async () => {
  const client = createStacksClient({
    bases: ['https://api.example'],
    fetch: () => Promise.reject(new Error('asked')),
  })
  const transfer = { key: 'k', deployment: deployment.id, txid: 'bad', eventIndex: 0, sats: 1n }
  expect(await confirmTransfer(client, deployment, { ...transfer, recipient })).toEqual({
    ok: true,
    value: { is: 'gone' },
  })
  expect(client.counts().requests).toBe(0)
})

it('a limit of 0 and a row without its place cost no more than that row', () => {
  const rows = [movement(id), { ...movement(id), event_index: null }, movement(id)]
  for (const limit of [0, null, 50]) {
    const page = v.parse(eventsAnswer, { limit, offset: 0, results: rows })
    expect(page.limit).toBeGreaterThanOrEqual(50)
    const transfers = page.results.map((event) => decodeTransfer(event, [deployment], recipient))
    expect(transfers.map((each) => each?.txid)).toEqual([id.slice(2), undefined, id.slice(2)])
  }
})

it('one balance that is none costs only itself', () => {
  const { fungible_tokens: tokens } = v.parse(balancesAnswer, {
    fungible_tokens: { other: { balance: '-1' }, sbtc: { balance: '481723' } },
  })
  expect(tokens).toEqual({ other: undefined, sbtc: { balance: 481_723n } })
})
