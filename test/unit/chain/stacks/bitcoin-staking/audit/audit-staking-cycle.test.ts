import { beforeAll, describe, expect, test } from 'vitest'
import { auditStakingCycle } from '../../../../../../src/chain/stacks/bitcoin-staking/audit/audit-staking-cycle.ts'
import { collectAudit } from '../../../../../../src/chain/stacks/bitcoin-staking/audit/collect-audit.ts'
import type { PrintList } from '../../../../../../src/chain/stacks/bitcoin-staking/audit/print-list.ts'
import {
  halfVerdicts,
  legVerdicts,
} from '../../../../../../src/protocol/bitcoin-staking/audit/leg-verdicts.ts'
import { modelNode } from '../../../../../support/bitcoin-staking/model-node.ts'
import {
  RecordedChain,
  recordedManagers,
} from '../../../../../support/bitcoin-staking/recorded-chain.ts'
import {
  admin,
  alice,
  BTC,
  bob,
  carol,
  contract,
  dave,
  STX,
  stranger,
} from '../../../../../support/staking-bench.ts'

/** Two cycles of stakes, a bond that is moved and reduced, and claims of every family. */
function recordedCycles(largestPage?: number): RecordedChain {
  const chain = new RecordedChain(largestPage)
  const { bench } = chain
  const everybody = [alice, bob, carol, dave].map((staker) => ({ staker, 'max-sats': 99n * BTC }))
  chain.do('update-fees', [495n], admin, 'm1')
  chain.do('setup-bond', [0n, 300n, 400_000n, 500n, '0x', everybody], admin)
  const stake = (who: string, stx: bigint, name: string) =>
    chain.do('stake', [contract(name), stx * STX, 9n, bench.chain.burnHeight, null], who)
  stake(alice, 60_001n, 'm1')
  stake(bob, 70_003n, 'max')
  chain.do('delegate', [contract('native'), 80_007n * STX, 9n], carol, 'pool')
  const registration = [0n, contract('m1'), 210_000n * STX, { err: 10n * BTC }, null]
  chain.do('register-for-bond', registration, dave)
  bench.mineTo(120n)
  chain.do('update-bond-registration', [contract('m2'), contract('m1'), null], dave)
  for (const height of [150n, 200n, 250n, 300n]) {
    bench.mineTo(height)
    if (height === 250n) chain.do('unstake-sbtc', [contract('m2'), BTC], dave)
    chain.income(3_000_007n)
    chain.do('calculate-rewards', [[0n]], stranger)
  }
  const pull = (name: string, cycle: bigint) =>
    chain.do('claim-rewards', [[0n], cycle], stranger, name)
  for (const name of ['m1', 'max', 'native']) pull(name, 1n)
  for (const name of ['m1', 'm2', 'max', 'native']) pull(name, 2n)
  const claims: Array<[string, string, bigint | null]> = [
    [alice, 'm1', null],
    [bob, 'max', null],
    [dave, 'm1', 0n],
    [dave, 'm2', 0n],
  ]
  for (const [who, name, bond] of claims) {
    const cycle = name === 'm2' ? 2n : 1n
    const leg = bond === null ? null : { some: bond }
    chain.do('claim-staker-rewards', [who, cycle, leg], stranger, name)
  }
  chain.do('claim-staker-rewards', [1n, null], carol, 'native')
  return chain
}

const audit = async (
  chain: RecordedChain,
  cycle: bigint,
  kept: PrintList[] = [],
  withIncome = false,
) => {
  const node = modelNode(chain.bench, { managers: recordedManagers, api: chain.answer })
  const saved: PrintList[][] = []
  const material = await collectAudit(node.client, node.deployment, {
    cycle,
    withIncome,
    progress: { kept, report: (lists) => saved.push([...lists]) },
  })
  if (!material.ok) throw new Error(material.failure.code)
  return { node, saved, audit: auditStakingCycle(material.value, cycle), material: material.value }
}

describe('an audit of a cycle from the logs of contracts', () => {
  let chain: RecordedChain
  beforeAll(() => {
    chain = recordedCycles()
  })

  test('is exact, with every family of managers, a bond that moved, and fees', async () => {
    const { audit: result, node } = await audit(chain, 1n)
    expect(result.differing).toEqual([])
    expect(result.unread).toEqual([])
    expect(result.verdict).toBe('exact')
    expect(result.calculations).toHaveLength(2)
    const nets = result.claims.map(({ staker, net }) => [staker, net.difference])
    expect(nets).toEqual([alice, bob, dave, carol].map((who) => [who, 0n]))
    // The fee is what the manager fixed.
    expect(result.holders.find(({ staker }) => staker === alice)!.feeBips).toBe(495n)
    expect(result.holders).toHaveLength(4)
    // One page of each list, two heights, a fee and an interface for each leg, tip and clock.
    expect(node.asked.length).toBeLessThanOrEqual(2 + 4 + 2 + 2 * 4)
  })

  test('of the other cycle sees what was taken out of the bond', async () => {
    const { audit: result } = await audit(chain, 2n)
    expect(result).toMatchObject({ verdict: 'exact', differing: [], unread: [] })
    expect(result.claims).toMatchObject([{ staker: dave, bond: 0n, manager: contract('m2') }])
  })

  test('names the holder who was paid a sat less', async () => {
    const wrong = recordedCycles()
    const payment = wrong.logs.find(
      ({ contract: from, value }) =>
        from === contract('m1') && value.topic === 'claim-staker-rewards' && value.staker === alice,
    )!
    const paid = payment.value['amount-sats'] as bigint
    payment.value = { ...payment.value, 'amount-sats': paid - 1n }
    const { audit: result } = await audit(wrong, 1n)
    expect(result.verdict).toBe('differs')
    expect(result.differing).toMatchObject([
      { figure: 'net', who: alice, cycle: 1n, expected: paid, found: paid - 1n },
    ])
  })

  test('is collected page by page, and continued where it stopped', async () => {
    const paged = recordedCycles(3)
    const whole = await audit(paged, 1n)
    expect(whole.audit).toMatchObject({ verdict: 'exact' })
    expect(whole.saved.length).toBeGreaterThan(5)
    const half = whole.saved[Math.floor(whole.saved.length / 2)]!
    const rest = await audit(paged, 1n, half)
    expect(rest.audit).toEqual(whole.audit)
    expect(rest.node.asked.length).toBeLessThan(whole.node.asked.length)
    // Nothing is collected twice, and what is new comes in front.
    paged.do('unstake', [contract('m1')], alice)
    const renewed = await audit(paged, 1n, [whole.material.pox, ...whole.material.managers])
    expect(renewed.audit).toMatchObject({ verdict: 'exact' })
    expect(renewed.material.pox.prints).toHaveLength(whole.material.pox.prints.length + 1)
  })

  test('misses nothing of a claim that a page cuts in two', async () => {
    for (const page of [1, 2, 4]) {
      const { audit: result } = await audit(recordedCycles(page), 1n)
      expect(result.claims.map(({ net }) => net.difference)).toEqual([0n, 0n, 0n, 0n])
    }
  })

  test('recomputes income from movements of sBTC, where it is asked to', async () => {
    for (const cycle of [1n, 2n]) {
      const { audit: result } = await audit(recordedCycles(3), cycle, [], true)
      expect(result).toMatchObject({ verdict: 'exact', differing: [] })
      expect(result.calculations.map(({ income }) => income.expected)).toEqual([
        3_000_007n,
        3_000_007n,
      ])
    }
    const { audit: printed } = await audit(chain, 1n)
    expect(printed.calculations[0]!.income.expected).toBeNull()
  })

  test('finds income that no movement explains', async () => {
    const wrong = recordedCycles()
    const deposit = wrong.changes.find(({ sats }) => sats === 3_000_007n)!
    deposit.sats -= 1n
    const { audit: result } = await audit(wrong, 1n, [], true)
    expect(result.differing).toContainEqual(
      expect.objectContaining({ figure: 'income', expected: 3_000_006n, found: 3_000_007n }),
    )
  })

  test('says of each half and leg whether it is exact, differs or is unknown', async () => {
    const { audit: whole } = await audit(chain, 1n, [], true)
    expect(halfVerdicts(whole)).toEqual([
      { height: 149n, incomeSats: 3_000_007n, verdict: 'exact' },
      { height: 199n, incomeSats: 3_000_007n, verdict: 'exact' },
    ])
    const legs = legVerdicts(whole)
    expect(legs).toMatchObject([
      { bond: null, verdict: 'exact', claims: 3, feesUnknown: 0 },
      { bond: 0n, verdict: 'exact', claims: 1 },
    ])
    const booked = whole.calculations.reduce((sum, { stxSats }) => sum + stxSats.found!, 0n)
    expect(legs[0]!.bookedSats).toBe(booked)
    expect(booked - legs[0]!.pulledSats).toBeLessThan(8n)
    // What had arrived is in no print: the rest is exact all the same.
    const { audit: printed } = await audit(chain, 1n)
    expect(halfVerdicts(printed).map(({ verdict }) => verdict)).toEqual(['unknown', 'unknown'])
    expect(legVerdicts(printed).map(({ verdict }) => verdict)).toEqual(['exact', 'exact'])
    const [claim, ...others] = whole.claims
    const wrong = { ...claim!, net: { expected: 2n, found: 1n, difference: -1n } }
    const unclear = { ...claim!, net: { expected: null, found: 1n, difference: null } }
    expect(legVerdicts({ ...whole, claims: [wrong, ...others] })[0]!.verdict).toBe('differs')
    expect(legVerdicts({ ...whole, claims: [unclear, ...others] })[0]).toMatchObject({
      verdict: 'unknown',
      feesUnknown: 1,
    })
    const torn = [{ txid: '0x00', topic: 'stake', reason: 'out-of-order' }]
    expect(legVerdicts({ ...whole, unread: torn })[1]!.verdict).toBe('unknown')
  })

  test('that misses a print says so', async () => {
    const torn = recordedCycles()
    const at = torn.logs.findIndex(({ value }) => value.topic === 'stake')
    torn.logs.splice(at, 1)
    const { audit: result } = await audit(torn, 1n)
    expect(result.verdict).toBe('differs')
    expect(result.differing.some(({ figure }) => figure === 'shares')).toBe(true)
  })
})
