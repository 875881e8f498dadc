import { describe, expect, test } from 'vitest'
import { pox5Contract } from '../../../../../src/dev/network/bitcoin-staking/pox-5-contract.ts'
import {
  findPoxCalls,
  mayCallPox,
  poxCallEvent,
} from '../../../../../src/dev/network/transaction/find-pox-calls.ts'
import { alice } from '../../../../support/staking-bench.ts'

const proxy = `${alice}.proxy`

describe('calls of pox-5 in a trace', () => {
  const stack = (...frames: string[]) => `${frames.join(';')} 12`

  test('are those of its functions that change a position, for whoever sent them', () => {
    const trace = [
      stack(`${proxy}:go:begin:1:1`, `${pox5Contract}:unstake:let:9:1`),
      stack(`${proxy}:go:begin:1:1`, `${pox5Contract}:unstake:let:9:1`, 'x:y:+:1:1'),
      stack(`${proxy}:unstake:begin:1:1`, `${pox5Contract}:calculate-rewards:let:5:1`),
    ].join('\n')
    expect(findPoxCalls(trace, alice)).toEqual([poxCallEvent(alice)])
    expect(findPoxCalls('', alice)).toEqual([])
  })

  test('are the contract’s own where it acts as itself', () => {
    const trace = stack(`${proxy}:go:as-contract:1:1`, `${pox5Contract}:unstake-sbtc:let:9:1`)
    expect(findPoxCalls(trace, alice)).toEqual([poxCallEvent(proxy)])
  })
})

describe('a contract that may call them', () => {
  const calls = "(contract-call? 'ST000000000000000000002AMW42H.pox-5 unstake manager)"
  const sources: Record<string, string> = {
    [proxy]: calls,
    [`${alice}.relay`]: '(contract-call? .proxy go)',
    [`${alice}.far`]: `(contract-call? '${alice}.relay go)`,
    [`${alice}.loop`]: '(contract-call? .loop go)',
    [`${alice}.vault`]: '(define-public (unstake) (contract-call? token transfer u1))',
  }
  const may = (...names: string[]) =>
    mayCallPox(
      names.map((name) => `${alice}.${name}`),
      (contract) => sources[contract],
    )

  test('names one, or reaches one that does', () => {
    expect([may('proxy'), may('relay'), may('far'), may('vault', 'proxy')]).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect([may('loop'), may('vault'), may('unknown')]).toEqual([false, false, false])
  })
})
