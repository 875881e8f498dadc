import { describe, expect, test } from 'vitest'
import type { ContractTuple } from '../../../../../src/protocol/clarity/contract-value.ts'
import { doubleSha256 } from '../../../../../src/protocol/clarity/hashes.ts'
import { concatBytes, toHex } from '../../../../../src/protocol/clarity/hex.ts'
import {
  headerOf,
  proofOf,
  transactionWith,
  type LockedOutput,
} from '../../../../support/bitcoin-lockup.ts'
import { BTC, STX, StakingBench, alice, bob, contract } from '../../../../support/staking-bench.ts'

const output: LockedOutput = {
  staker: alice,
  sats: BTC,
  unlockBurnHeight: 1_250n,
  stakerBytes: '0x51',
  earlyUnlockBytes: '0x',
}

function register(outputs: ContractTuple[], staker = alice) {
  const bench = new StakingBench({ isBitcoinHeader: () => true })
  bench.register('m1')
  bench.setupBond(0n)
  const lockup = { ok: { outputs, 'staker-unlock-bytes': '0x51' } }
  const args = [0n, contract('m1'), 100_000n * STX, lockup, null]
  return { bench, outcome: bench.call('register-for-bond', args, staker) }
}

describe('Bitcoin legs [bitcoin-staking 4.8]', () => {
  test('a proven output is a part in the bond, without any sBTC', () => {
    const proof = proofOf(output)
    const { bench, outcome } = register([proof])
    expect(outcome).toMatchObject({
      ok: {
        'sats-total': BTC,
        'is-l1-lock': true,
        'btc-lockup': {
          type: 'l1',
          txs: {
            some: [{ txid: toHex(doubleSha256(transactionWith(output))), 'output-index': 0n }],
          },
        },
      },
      effects: { moves: [], locks: [{ who: alice, unlockBurnHeight: 1_300n }] },
    })
    expect(bench.read('get-staker-custodied-sbtc', [alice])).toBe(0n)
    expect(bench.read('get-total-sbtc-staked-for-bond', [0n])).toBe(BTC)
    expect(bench.read('get-total-sbtc-staked')).toBe(0n)
  })

  test('an early exit gives up all shares from the running cycle on', () => {
    const { bench } = register([proofOf(output)])
    bench.mineTo(250n)
    const { value, moves } = bench.ok('announce-l1-early-exit', [alice, contract('m1')], alice)
    expect(value).toMatchObject({ 'amount-sats-released': BTC, 'bond-index': 0n })
    expect(moves).toEqual([])
    expect(bench.read('has-announced-l1-early-exit', [0n, alice])).toBe(true)
    const total = (cycle: bigint) =>
      bench.read('get-total-shares-staked-for-cycle', [cycle, { some: 0n }])
    expect([total(1n), total(2n)]).toEqual([BTC, 0n])
    expect(bench.read('get-bond-membership', [alice])).toMatchObject({
      some: { 'amount-sats': 0n },
    })
  })

  test('another holder’s output proves nothing', () => {
    expect(register([proofOf(output)], bob).outcome).toEqual({ err: 42n })
  })

  test('a transaction among others is proven by its siblings', () => {
    const txid = doubleSha256(transactionWith(output))
    const sibling = doubleSha256(Uint8Array.of(1))
    const third = doubleSha256(Uint8Array.of(2))
    const left = doubleSha256(concatBytes(sibling, txid))
    const right = doubleSha256(concatBytes(third, third))
    const root = doubleSha256(concatBytes(left, right))
    const changes = {
      header: toHex(headerOf(root)),
      'leaf-hashes': [toHex(sibling), toHex(right)],
      'tx-count': 3n,
      'tx-index': 1n,
    }
    expect(register([proofOf(output, changes)]).outcome).toHaveProperty('ok')
    const wrong = { ...changes, 'tx-index': 0n }
    expect(register([proofOf(output, wrong)]).outcome).toEqual({ err: 41n })
  })

  test('outputs add up; the same transaction with another output is not the same', () => {
    const more = { ...output, sats: 2n * BTC }
    const { outcome } = register([proofOf(output), proofOf(more)])
    expect(outcome).toMatchObject({ ok: { 'sats-total': 3n * BTC } })
  })
})
