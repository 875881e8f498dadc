import { describe, expect, test } from 'vitest'
import type { ManagerShape } from '../../../../../src/chain/stacks/bitcoin-staking/manager-shape.ts'
import { PoxReader } from '../../../../../src/chain/stacks/bitcoin-staking/pox-reader.ts'
import { readManagerRecord } from '../../../../../src/chain/stacks/bitcoin-staking/read-manager-record.ts'
import type { ContractValue } from '../../../../../src/protocol/clarity/contract-value.ts'
import { hexOf, modelNode } from '../../../../support/bitcoin-staking/model-node.ts'
import { contract, StakingBench } from '../../../../support/staking-bench.ts'

const manager = contract('m1')
const stranger = contract('m2')
const shape: ManagerShape = {
  family: 'reference',
  paysBitcoin: true,
  fee: 'variable',
  fixesFees: true,
}

interface Call {
  name: string
  burnHeight?: number
  status?: string
  prints?: Array<{ by?: string; value: ContractValue }>
}

const txidOf = (index: number) =>
  `0x${String(index + 1)
    .repeat(64)
    .slice(0, 64)}`

/** A host that lists these calls of the manager, newest first, and what each printed. */
async function read(calls: Call[], of: ManagerShape = shape, refuse = (_path: string) => false) {
  const listed = (call: Call, index: number) => ({
    tx_id: txidOf(index),
    tx_status: call.status ?? 'success',
    nonce: index,
    block_height: 900 - index,
    ...(call.burnHeight !== undefined && { burn_block_height: call.burnHeight }),
    tx_index: 0,
    contract_call: { contract_id: manager, function_name: call.name },
  })
  const events = (call: Call, index: number) =>
    (call.prints ?? []).map(({ by = manager, value }, at) => ({
      event_index: at,
      tx_id: txidOf(index),
      event_type: 'smart_contract_log',
      contract_log: { contract_id: by, topic: 'print', value: { hex: hexOf(value) } },
    }))
  const api = (path: string) => {
    const url = new URL(path, 'http://host')
    if (url.pathname === '/extended/v1/tx') {
      const name = url.searchParams.get('function_name')
      const results = calls.map(listed).filter((_, index) => calls[index]!.name === name)
      return { limit: 50, offset: 0, total: results.length, results }
    }
    const index = calls.findIndex((_, i) => url.pathname.includes(txidOf(i)))
    if (!url.pathname.startsWith('/extended/v1/tx/') || index < 0) return undefined
    const all = events(calls[index]!, index)
    return { ...listed(calls[index]!, index), event_count: all.length, events: all }
  }
  const node = modelNode(StakingBench.with('m1'), { api, refuse })
  await node.client.tip()
  return readManagerRecord(new PoxReader(node.client, node.deployment), manager, of)
}

const changed = (old: bigint, next: bigint, rest: Record<string, ContractValue> = {}) => ({
  value: { topic: 'update-fees', 'old-fees': old, 'new-fees': next, ...rest },
})

describe('what a manager has done', () => {
  test('are the changes of its fee and its claims, newest first', async () => {
    const record = await read([
      { name: 'claim-rewards', burnHeight: 230 },
      {
        name: 'update-fees',
        burnHeight: 220,
        prints: [changed(400n, 450n, { 'activation-cycle': 5n })],
      },
      { name: 'claim-rewards', burnHeight: 210 },
      { name: 'update-fees', burnHeight: 180, prints: [changed(0n, 400n)] },
    ])
    expect(record).toEqual({
      feeChanges: {
        known: true,
        value: [
          { burnHeight: 220n, oldBips: 400n, bips: 450n, fromCycle: 5n },
          { burnHeight: 180n, oldBips: 0n, bips: 400n, fromCycle: null },
        ],
      },
      claimHeights: { known: true, value: [230n, 210n] },
    })
  })

  test('leaves out what failed, and what another contract printed', async () => {
    const record = await read([
      { name: 'claim-rewards', burnHeight: 230, status: 'abort_by_response' },
      {
        name: 'update-fees',
        burnHeight: 220,
        status: 'abort_by_response',
        prints: [changed(1n, 2n)],
      },
      {
        name: 'update-fees',
        burnHeight: 180,
        prints: [{ ...changed(0n, 9_999n), by: stranger }, changed(0n, 100n)],
      },
    ])
    expect(record).toMatchObject({
      feeChanges: { value: [{ bips: 100n }] },
      claimHeights: { value: [] },
    })
  })

  test('is not offered where a fee cannot be read, or holders cannot claim', async () => {
    const record = await read([], { ...shape, family: 'closed', fee: null })
    const none = { known: false, reason: 'not-offered' }
    expect(record).toEqual({ feeChanges: none, claimHeights: none })
  })

  test('is unknown, not empty, where a height is missing or a host is silent', async () => {
    expect(await read([{ name: 'claim-rewards' }])).toMatchObject({
      claimHeights: { known: false, reason: 'bad-answer' },
    })
    const silent = await read(
      [{ name: 'update-fees', burnHeight: 180, prints: [changed(0n, 100n)] }],
      shape,
      (path) => /\/tx(s|ransactions)?\/0x|transactions\/0x/.test(path),
    )
    expect(silent.feeChanges.known).toBe(false)
  })
})
