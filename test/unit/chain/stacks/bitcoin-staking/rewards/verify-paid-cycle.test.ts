import { describe, expect, it } from 'vitest'
import { known } from '../../../../../../src/chain/known.ts'
import type { PaidClaim } from '../../../../../../src/chain/stacks/bitcoin-staking/rewards/paid-claim.ts'
import { verifyPaidCycle } from '../../../../../../src/chain/stacks/bitcoin-staking/rewards/verify-paid-cycle.ts'
import type { ContractTuple } from '../../../../../../src/protocol/clarity/contract-value.ts'
import { hexOf, modelNode } from '../../../../../support/bitcoin-staking/model-node.ts'
import {
  alice,
  BTC,
  bob,
  contract,
  pox,
  StakingBench,
  STX,
  stranger,
} from '../../../../../support/staking-bench.ts'

const shares = 60_000n * STX

/** Cycle 2 with income in both halves, two holders of one manager, and what was answered. */
function afterCycle2() {
  const bench = StakingBench.with('m1')
  bench.stake(alice, shares, { cycles: 4n })
  bench.stake(bob, 90_000n * STX, { cycles: 4n })
  const answers = [5n, 6n].map((half) => {
    bench.mineTo(50n * half)
    return bench.distribute(1_000_001n)
  })
  return { bench, answers }
}

/** A node of that chain, and an API that lists these calculations. */
function nodeOf(
  bench: StakingBench,
  answers: readonly ContractTuple[],
  events: (path: string) => unknown = () => undefined,
) {
  const results = answers.toReversed().map((value, index) => ({
    tx_id: `0x${String(index).repeat(64)}`,
    tx_status: 'success',
    nonce: index,
    block_height: 900 - index,
    tx_index: 0,
    contract_call: { contract_id: pox, function_name: 'calculate-rewards' },
    tx_result: { hex: hexOf({ ok: value }) },
  }))
  return modelNode(bench, {
    managers: { m1: 'native' },
    api: (path) =>
      path.startsWith('/extended/v1/tx?')
        ? { limit: 50, offset: 0, total: results.length, results }
        : events(path),
  })
}

const claim = (grossSats: bigint, height: number): PaidClaim => ({
  key: `${height}:2`,
  staker: alice,
  manager: contract('m1'),
  cycle: 2n,
  bond: null,
  txid: `0x${'a'.repeat(64)}`,
  eventIndex: 2,
  grossSats,
  netSats: grossSats,
  burnHeight: known(height),
  blockTime: known(height),
  payout: { kind: 'sbtc' },
})

async function verify({ bench, answers }: ReturnType<typeof afterCycle2>, ...claims: PaidClaim[]) {
  const node = nodeOf(bench, answers)
  await node.client.tip()
  return verifyPaidCycle(node.client, node.deployment, claims)
}

/** What the first calculations have booked for the holder. */
const earned = (answers: readonly ContractTuple[]): bigint =>
  (shares * (answers.at(-1)!['cumulative-rewards-per-ustx'] as bigint)) / 10n ** 18n

describe('a paid cycle', () => {
  it('is exact where it was paid at once, or half by half', async () => {
    const world = afterCycle2()
    const whole = earned(world.answers)
    expect(whole).toBeGreaterThan(0n)
    expect(await verify(world, claim(whole, 300))).toEqual(
      known({ verdict: 'exact', earnedSats: whole, paidSats: whole }),
    )
    const first = earned(world.answers.slice(0, 1))
    const second = (shares * (world.answers[1]!['accrued-rewards-per-ustx'] as bigint)) / 10n ** 18n
    expect(await verify(world, claim(second, 320), claim(first, 270))).toMatchObject({
      value: { verdict: 'exact', paidSats: first + second },
    })
  })

  it('differs where a sat is missing that no rounding explains', async () => {
    const world = afterCycle2()
    const whole = earned(world.answers)
    expect(await verify(world, claim(whole - 2n, 300))).toMatchObject({
      value: { verdict: 'differs', earnedSats: whole, paidSats: whole - 2n },
    })
  })

  it('says so where a calculation does not follow from its income', async () => {
    const { bench, answers } = afterCycle2()
    const wrong = answers.map((answer) => ({
      ...answer,
      'gross-accrued-rewards': (answer['gross-accrued-rewards'] as bigint) + 100n,
    }))
    expect(await verify({ bench, answers: wrong }, claim(earned(answers), 300))).toMatchObject({
      value: { verdict: 'calculation-differs' },
    })
  })
})

/** Bond 0 in its first cycle, with income in both halves, and what was answered and printed. */
function afterBondCycle() {
  const bench = StakingBench.with('m1')
  bench.setupBond(0n)
  bench.stake(bob, 90_000n * STX, { cycles: 4n })
  bench.enter(alice, 0n, 5n * BTC)
  const calculations = [3n, 4n].map((half) => {
    bench.mineTo(50n * half)
    bench.chain.mintSbtc(pox, 4_000_001n)
    return bench.ok('calculate-rewards', [[0n]], stranger)
  })
  return { bench, calculations }
}

async function verifyBond(
  { bench, calculations }: ReturnType<typeof afterBondCycle>,
  grossSats: bigint,
  change: (value: ContractTuple) => ContractTuple = (value) => value,
) {
  const txids = calculations.map((_, index) => `0x${String(1 - index).repeat(64)}`)
  const node = nodeOf(
    bench,
    calculations.map(({ value }) => value as ContractTuple),
    (path) => {
      const at = txids.findIndex((txid) => path.includes(txid))
      const events = calculations[at]?.prints.map(({ contract: id, value }, index) => ({
        event_index: index,
        type: 'contract_log',
        contract_log: {
          contract_id: id,
          topic: 'print',
          value: { hex: hexOf(change(value)) },
        },
      }))
      return events && { total: events.length, results: events }
    },
  )
  await node.client.tip()
  const paid = { ...claim(grossSats, 260), cycle: 1n, bond: 0n }
  return verifyPaidCycle(node.client, node.deployment, [paid])
}

describe('a paid leg of a bond', () => {
  const printed = ({ calculations }: ReturnType<typeof afterBondCycle>): ContractTuple[] =>
    calculations.flatMap(({ prints }) =>
      prints.flatMap(({ value }) => ('cumulative-rewards-per-sat' in value ? [value] : [])),
    )
  const earnedOf = (world: ReturnType<typeof afterBondCycle>): bigint =>
    (5n * BTC * (printed(world).at(-1)!['cumulative-rewards-per-sat'] as bigint)) / 10n ** 18n

  it('is exact by what calculations have printed of it, and off by two it differs', async () => {
    const world = afterBondCycle()
    expect(printed(world)).toHaveLength(2)
    const whole = earnedOf(world)
    expect(whole).toBeGreaterThan(0n)
    expect(await verifyBond(world, whole)).toEqual(
      known({ verdict: 'exact', earnedSats: whole, paidSats: whole }),
    )
    expect(await verifyBond(world, whole + 2n)).toMatchObject({ value: { verdict: 'differs' } })
  })

  it('says so where a print pays over the target, or does not follow from sats', async () => {
    const world = afterBondCycle()
    const changes: ((value: ContractTuple) => ContractTuple)[] = [
      (value) => ({ ...value, 'target-yield': 1n }),
      (value) => ({ ...value, 'bond-rewards': (value['bond-rewards'] as bigint) - 100n }),
    ]
    for (const change of changes) {
      const onlyBond = (value: ContractTuple) =>
        'cumulative-rewards-per-sat' in value ? change(value) : value
      expect(await verifyBond(world, earnedOf(world), onlyBond)).toMatchObject({
        value: { verdict: 'calculation-differs' },
      })
    }
  })
})
