import { describe, expect, test } from 'vitest'
import { readIncomeHistory } from '../../../../../src/chain/stacks/bitcoin-staking/read-income-history.ts'
import { measureIncome } from '../../../../../src/protocol/bitcoin-staking/projection/measure-income.ts'
import type { ContractValue } from '../../../../../src/protocol/clarity/contract-value.ts'
import { hexOf, modelNode } from '../../../../support/bitcoin-staking/model-node.ts'
import { alice, pox, STX, StakingBench } from '../../../../support/staking-bench.ts'

interface Call {
  value: ContractValue
  status?: string
}

/** A chain with three calculations, and what each answered, newest first. */
function calculations(): { bench: StakingBench; calls: Call[] } {
  const bench = StakingBench.with('m1')
  bench.stake(alice, 60_000n * STX)
  const calls = [1_000_001n, 7n, 2_000_000n].map((sats, index) => {
    bench.mineTo(150n + 50n * BigInt(index))
    return { value: bench.distribute(sats) }
  })
  return { bench, calls: calls.reverse() }
}

const listed = ({ value, status = 'success' }: Call, index: number) => ({
  tx_id: `0x${String(index).repeat(64)}`,
  tx_status: status,
  nonce: index,
  block_height: 900 - index,
  tx_index: 0,
  contract_call: { contract_id: pox, function_name: 'calculate-rewards' },
  tx_result: { hex: hexOf({ ok: value }) },
})

const read = async (bench: StakingBench, calls: Call[]) => {
  const results = calls.map(listed)
  const api = (path: string) =>
    path.startsWith('/extended/v1/tx?')
      ? { limit: 50, offset: 0, total: results.length, results }
      : undefined
  const node = modelNode(bench, { api })
  await node.client.tip()
  return readIncomeHistory(node.client, node.deployment)
}

describe('past calculations', () => {
  test('are read from what they answered, newest first', async () => {
    const { bench, calls } = calculations()
    const history = await read(bench, calls)
    expect(history).toMatchObject({
      known: true,
      value: {
        hasOlder: false,
        calculations: [
          { height: 249n, cycle: 2n, incomeSats: 2_000_000n, stxSats: 1_700_000n },
          { height: 199n, cycle: 1n, incomeSats: 7n, reserveDepositSats: 1n },
          { height: 149n, cycle: 1n, incomeSats: 1_000_001n, stxSats: 850_001n },
        ],
      },
    })
    const past = history.known ? history.value.calculations : []
    const measured = measureIncome(
      bench.chain.poxState.clock,
      past.map(({ height, incomeSats }) => ({ height, sats: incomeSats })),
    )
    expect(measured).toMatchObject({ low: 7n, high: 2_000_000n, calculations: 2 })
  })

  test('that failed are left out', async () => {
    const { bench, calls } = calculations()
    const failed = { value: 30n, status: 'abort_by_response' }
    const history = await read(bench, [failed, ...calls])
    expect(history).toMatchObject({ value: { calculations: [{}, {}, {}], hasOlder: false } })
  })

  test('end before one that is missing: it was made through another contract', async () => {
    const { bench, calls } = calculations()
    const history = await read(bench, [calls[0]!, calls[2]!])
    expect(history).toMatchObject({
      value: { calculations: [{ height: 249n }], hasOlder: true },
    })
  })

  test('are unknown where an answer is none of a calculation', async () => {
    const { bench, calls } = calculations()
    const history = await read(bench, [{ value: true }, ...calls])
    expect(history).toEqual({ known: false, reason: 'bad-answer' })
  })
})
