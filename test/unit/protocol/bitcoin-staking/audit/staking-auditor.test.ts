import { describe, expect, test } from 'vitest'
import type { Json } from '../../../../../src/dev/cli/replay/json.ts'
import { readLines } from '../../../../../src/dev/cli/replay/lines.ts'
import { parsePoxHeader } from '../../../../../src/dev/cli/replay/pox/header.ts'
import { parsePoxStep } from '../../../../../src/dev/cli/replay/pox/steps.ts'
import {
  StakingAuditor,
  type AuditScope,
} from '../../../../../src/protocol/bitcoin-staking/audit/staking-auditor.ts'
import { verifyClaim } from '../../../../../src/protocol/bitcoin-staking/audit/verify-claim.ts'
import type { CallEffects } from '../../../../../src/protocol/bitcoin-staking/simulation/outcome.ts'
import type {
  ContractTuple,
  ContractValue,
} from '../../../../../src/protocol/clarity/contract-value.ts'
import { onQuietMachine } from '../../../../support/on-quiet-machine.ts'
import { samplePath } from '../../../../support/sample-path.ts'
import {
  BTC,
  STX,
  StakingBench,
  admin,
  alice,
  bob,
  carol,
  contract,
  dave,
  pox,
  stranger,
} from '../../../../support/staking-bench.ts'

const clock = { firstBurnHeight: 0n, cycleBlocks: 100n, prepareBlocks: 10n, firstCycle: 1n }
const scope: AuditScope = { clock, pox, cycles: { first: 0n, last: 12n }, knowsSbtc: true }

/** A bench whose calls are recorded by an auditor, sBTC movements included. */
class AuditedBench {
  readonly bench = StakingBench.with('m1', 'm2', 'max', 'native', 'xverse')
  readonly auditor: StakingAuditor
  #calls = 0

  constructor(changes: Partial<AuditScope> = {}) {
    this.auditor = new StakingAuditor({ ...scope, ...changes })
  }

  income(sats: bigint): void {
    this.bench.chain.mintSbtc(pox, sats)
    this.auditor.recordSbtc({ from: null, to: pox, sats })
  }

  call(fn: string, args: readonly ContractValue[], sender: string, name?: string): void {
    this.record(this.bench.ok(fn, args, sender, name))
  }

  record(effects: CallEffects, alter: (value: ContractTuple) => ContractTuple = (same) => same) {
    const txid = `tx${++this.#calls}`
    const { burnHeight } = this.bench.chain
    for (const move of effects.moves) if ('from' in move) this.auditor.recordSbtc(move)
    for (const { contract, value } of effects.prints)
      this.auditor.record({ burnHeight, txid, contract, value: alter(value) })
  }
}

const leg = { some: 0n }
/** Bond and stakes with two managers, two halves calculated, pulled and mostly claimed. */
function audited(changes: Partial<AuditScope> = {}): AuditedBench {
  const world = new AuditedBench({
    initialFees: new Map(['m1', 'm2', 'max'].map((name) => [contract(name), 0n])),
    ...changes,
  })
  const allowlist = [alice, bob].map((staker) => ({ staker, 'max-sats': 100n * BTC }))
  world.call('setup-bond', [0n, 300n, 400_000n, 500n, '0x', allowlist], admin)
  const enter = (who: string, sats: bigint) =>
    world.call('register-for-bond', [0n, contract('m1'), 300_000n * STX, { err: sats }, null], who)
  enter(alice, 10n * BTC)
  enter(bob, 2n * BTC + 7n)
  world.call('update-fees', [333n], admin, 'm2')
  world.call('stake', [contract('m2'), 77_777n * STX, 5n, 2n, null], carol)
  world.call('stake', [contract('max'), 60_001n * STX, 5n, 2n, null], dave)
  world.call('stake-update', [contract('m2'), contract('m2'), 1n, 3n, null], carol)
  for (const [height, income] of [
    [150n, 60_000_001n],
    [200n, 1_000_003n],
  ] as const) {
    world.bench.mineTo(height)
    world.income(income)
    world.call('calculate-rewards', [[0n]], stranger)
    for (const name of ['m1', 'm2', 'max']) world.call('claim-rewards', [[0n], 1n], stranger, name)
    world.call('claim-staker-rewards', [alice, 1n, leg], stranger, 'm1')
    world.call('claim-staker-rewards', [carol, 1n, null], stranger, 'm2')
  }
  world.call('update-bond-registration', [contract('m2'), contract('m1'), null], bob)
  world.call('unstake-sbtc', [contract('m1'), BTC], alice)
  world.call('unstake', [contract('max')], dave)
  world.bench.mineTo(250n)
  world.income(5_000_000n)
  world.call('calculate-rewards', [[0n]], stranger)
  return world
}

describe('an audit from events', () => {
  test('recomputes every calculation, pull and claim to the sat [bitcoin-staking 8.3]', () => {
    const { calculations, pulls, claims, differing, verdict, unread } = audited().auditor.audit()
    expect({ differing, verdict, unread }).toEqual({ differing: [], verdict: 'exact', unread: [] })
    expect(calculations.map(({ cycle, income }) => [cycle, income.expected])).toEqual([
      [1n, 60_000_001n],
      [1n, 1_000_003n],
      [2n, 5_000_000n],
    ])
    expect(pulls.filter(({ earned }) => earned.found! > 0n)).toHaveLength(6)
    expect(claims).toHaveLength(4)
    expect(claims.every(({ net }) => net.difference === 0n)).toBe(true)
  })

  test('lists what each holder has got and can still get', () => {
    const { bench, auditor } = audited()
    const rows = auditor.holders().filter(({ cycle }) => cycle <= 2n)
    for (const { staker, manager, cycle, bond, claimableSats } of rows) {
      const index = bond === null ? null : { some: bond }
      expect(bench.read('get-earned-staker-rewards', [manager, cycle, index, staker])).toBe(
        claimableSats,
      )
    }
    const of = (staker: string, cycle: bigint) =>
      rows.find((row) => row.staker === staker && row.cycle === cycle && row.claimableSats > 0n)
    expect(of(bob, 1n)).toMatchObject({ manager: contract('m1'), bond: 0n, claimedSats: 0n })
    const second = rows.filter(({ cycle }) => cycle === 2n)
    expect(second.map(({ unpulledSats }) => unpulledSats > 0n)).toContain(true)
    expect(rows.find(({ staker, cycle }) => staker === carol && cycle === 1n)).toMatchObject({
      feeBips: 333n,
    })
  })

  test('names a sat of difference with its holder', () => {
    const world = audited()
    const claim = world.bench.ok('claim-staker-rewards', [bob, 1n, leg], stranger, 'm1')
    world.record(claim, (value) =>
      value.topic === 'claim-staker-rewards-for-signer'
        ? { ...value, 'rewards-claimed': (value['rewards-claimed'] as bigint) + 1n }
        : value,
    )
    const { verdict, differing } = world.auditor.audit()
    expect(verdict).toBe('differs')
    expect(differing.map(({ figure, who, cycle, bond }) => [figure, who, cycle, bond])).toEqual([
      ['gross', bob, 1n, 0n],
      ['net', bob, 1n, 0n],
    ])
    expect(differing[0]!.found - differing[0]!.expected).toBe(1n)
  })

  test('names a calculation that books otherwise, and continues from the booked one', () => {
    const world = audited()
    world.bench.mineTo(300n)
    world.income(4_000_000n)
    const effects = world.bench.ok('calculate-rewards', [[0n]], stranger)
    world.record(effects, (value) =>
      value.topic === 'calculate-rewards'
        ? { ...value, 'reserve-deposit': 1n, 'reserve-balance': 9_000_000n }
        : value,
    )
    expect(world.auditor.audit().differing.map(({ figure, who }) => [figure, who])).toEqual([
      ['reserveDeposit', null],
      ['reserve', null],
    ])
  })

  test('finds income without a sender, or left out', () => {
    const world = audited()
    world.bench.mineTo(300n)
    world.bench.chain.mintSbtc(pox, 7n)
    world.call('calculate-rewards', [[0n]], stranger)
    const [difference] = world.auditor.audit().differing
    expect(difference).toMatchObject({ figure: 'income', expected: 0n, found: 7n })
  })

  test('of a window takes the rest from what was booked', () => {
    const { calculations, claims, verdict } = audited({
      cycles: { first: 2n, last: 2n },
    }).auditor.audit()
    expect(verdict).toBe('exact')
    expect(calculations.map(({ cycle }) => cycle)).toEqual([2n])
    expect(claims).toEqual([])
  })

  test('that misses an event says so', () => {
    const world = new AuditedBench()
    world.bench.stake(alice, 50_000n * STX, { cycles: 3n })
    world.call('unstake', [contract('m1')], alice)
    world.call('stake-update', [contract('m1'), contract('m1'), 1n, 0n, null], alice)
    const { verdict, unread } = world.auditor.audit()
    expect(verdict).toBe('incomplete')
    expect(unread.map(({ txid, topic }) => [txid, topic])).toEqual([
      ['tx1', 'unstake'],
      ['tx2', 'stake-update'],
    ])
    world.auditor.record({ burnHeight: 2n, txid: 'x', contract: pox, value: { topic: 'stake' } })
    expect(world.auditor.audit().unread.at(-1)).toMatchObject({ txid: 'x', topic: 'stake' })
  })

  test('without known fees leaves the net open', () => {
    const { claims, verdict } = audited({ initialFees: new Map() }).auditor.audit()
    expect(verdict).toBe('exact')
    const ofAlice = claims.find(({ staker }) => staker === alice)!
    expect(ofAlice.net).toMatchObject({ expected: null, difference: null })
  })
})

describe('recordings of mainnet’s contract are exact', () => {
  test.each([
    'pox5-a2-updates',
    'pox5-a5-calculate',
    'pox5-a9-manager',
    'pox5-b5-distribution-286',
    'pox5-f0-sample',
  ])('%s', (name) => {
    const { audit } = auditTrace(name)
    expect(audit.unread).toEqual([])
    expect(audit.differing).toEqual([])
    expect(audit.verdict).toBe('exact')
    expect(audit.calculations.length).toBeGreaterThan(0)
  })

  test('distribution 286: every published figure [bitcoin-staking 6.5.1]', () => {
    const { audit } = auditTrace('pox5-b5-distribution-286')
    const [distribution] = audit.calculations.filter(({ cycle }) => cycle === 143n)
    expect(distribution).toMatchObject({
      income: { expected: 230_327_835n, difference: 0n },
      bonds: [{ index: 1n, paid: { expected: 13_810_222n, difference: 0n } }],
      reserveDeposit: { expected: 32_477_641n, difference: 0n },
      stxSats: { expected: 184_039_972n, difference: 0n },
      shares: { expected: 438_005_558_960_464n, difference: 0n },
      perShare: { expected: 420_177_251_715n, difference: 0n },
    })
  })

  test('distribution 282: the published rewards per share [bitcoin-staking 6.5.1]', () => {
    const mainnet = {
      firstBurnHeight: 666_050n,
      cycleBlocks: 2_100n,
      prepareBlocks: 100n,
      firstCycle: 141n,
    }
    const auditor = new StakingAuditor({
      clock: mainnet,
      pox,
      cycles: { first: 141n, last: 141n },
    })
    const record = (burnHeight: bigint, value: ContractTuple) =>
      auditor.record({ burnHeight, txid: 'tx', contract: pox, value })
    record(961_000n, {
      topic: 'stake',
      signer: contract('m1'),
      staker: alice,
      'amount-ustx': 392_447_554_847_960n,
      'num-cycles': 12n,
      'first-reward-cycle': 141n,
      'unlock-burn-height': 987_350n,
      'unlock-cycle': 153n,
    })
    record(963_200n, {
      topic: 'calculate-rewards',
      'bond-periods': [],
      'calculation-height': 963_199n,
      'gross-accrued-rewards': 162_018_759n,
      'total-bond-rewards': 0n,
      'reserve-deposit': 24_302_813n,
      'reserve-balance': 24_302_813n,
      'stx-cycle': 141n,
      'total-stx-staker-rewards': 137_715_946n,
      'cycle-staked-ustx': 392_447_554_847_960n,
      'accrued-rewards-per-ustx': 350_915_540_939n,
      'cumulative-rewards-per-ustx': 350_915_540_939n,
    })
    expect(auditor.audit()).toMatchObject({ verdict: 'exact', differing: [], unread: [] })
  })
})

/** A half of 10,000 holders, each with a claim, from its prints to the verdict. */
function auditLargeHalf() {
  const auditor = new StakingAuditor({ clock, pox, cycles: { first: 1n, last: 1n } })
  const print = (value: ContractTuple) =>
    auditor.record({ burnHeight: 150n, txid: 'tx', contract: pox, value })
  const holders = Array.from({ length: 10_000 }, (_, index) => `holder-${index}`)
  for (const staker of holders) {
    print({
      topic: 'stake',
      signer: contract('m1'),
      staker,
      'amount-ustx': 100n * STX,
      'num-cycles': 96n,
      'first-reward-cycle': 1n,
      'unlock-burn-height': 9_700n,
      'unlock-cycle': 97n,
    })
  }
  print({
    topic: 'calculate-rewards',
    'bond-periods': [],
    'calculation-height': 149n,
    'gross-accrued-rewards': 20_000_000n,
    'total-bond-rewards': 0n,
    'reserve-deposit': 3_000_000n,
    'reserve-balance': 3_000_000n,
    'stx-cycle': 1n,
    'total-stx-staker-rewards': 17_000_000n,
    'cycle-staked-ustx': 1_000_000n * STX,
    'accrued-rewards-per-ustx': 17_000_000_000_000n,
    'cumulative-rewards-per-ustx': 17_000_000_000_000n,
  })
  print({
    topic: 'claim-rewards',
    'stx-rewards': { earned: 17_000_000n, 'rewards-per-token': 17_000_000_000_000n },
    'bond-rewards': [],
    'bond-totals': 0n,
    'total-rewards': 17_000_000n,
    'reward-cycle': 1n,
    'signer-manager': contract('m1'),
  })
  for (const staker of holders) {
    print({
      topic: 'claim-staker-rewards-for-signer',
      'signer-manager': contract('m1'),
      staker,
      'reward-cycle': 1n,
      'bond-index': null,
      'rewards-claimed': 1_700n,
    })
  }
  const { verdict, claims } = auditor.audit()
  return { verdict, claims: claims.length, holders: auditor.holders().length }
}

test('a half with 10,000 holders is audited to the sat', () => {
  expect(auditLargeHalf()).toEqual({ verdict: 'exact', claims: 10_000, holders: 10_000 })
})

onQuietMachine('a half with 10,000 holders is audited in under a second', () => {
  const start = performance.now()
  auditLargeHalf()
  expect(performance.now() - start).toBeLessThan(1_000)
})

test('one claim is verified without history [bitcoin-staking 8.3]', () => {
  const claim = {
    shares: 100_000n * STX,
    perShareNow: 420_177_251_715n,
    perSharePaid: 0n,
    pendingSats: 0n,
    feeBips: 495n,
    grossSats: 42_017n,
    netSats: 39_939n,
  }
  expect(verifyClaim(claim)).toMatchObject({
    gross: { difference: 0n },
    net: { expected: 39_938n, difference: 1n },
  })
  const unknown = verifyClaim({ ...claim, feeBips: null })
  expect(unknown.net).toMatchObject({ expected: null, difference: null })
})

/** Feeds the prints and transfers of a recording to an auditor. */
function auditTrace(name: string) {
  const [first, ...rest] = readLines(samplePath(name))
  const header = parsePoxHeader(first!)
  const { params } = header
  const auditor = new StakingAuditor({
    clock: {
      firstBurnHeight: params['first-burn-height'],
      cycleBlocks: params['reward-cycle-length'],
      prepareBlocks: params['prepare-cycle-length'],
      firstCycle: params['begin-pox5-reward-cycle'],
    },
    pox: header.pox5,
    cycles: { first: 0n, last: 300n },
    initialFees: new Map(Object.keys(header.contracts).map((manager) => [manager, 0n])),
    knowsSbtc: true,
  })
  rest.map(parsePoxStep).forEach((step, index) => {
    if (step.op === 'sbtc') auditor.recordSbtc({ from: null, to: step.to, sats: step.sats })
    if (step.op !== 'call') return
    for (const transfer of (step.transfers ?? []) as Array<Record<string, string>>)
      if ('from' in transfer)
        auditor.recordSbtc({
          from: transfer.from!,
          to: transfer.to!,
          sats: BigInt(transfer.amount!),
        })
    for (const { c, v } of (step.events ?? []) as Array<{ c: string; v: Json }>) {
      const value = valueOf(v) as ContractTuple
      auditor.record({ burnHeight: BigInt(step.burn), txid: `${index}`, contract: c, value })
    }
  })
  return { auditor, audit: auditor.audit() }
}

/** A recorded value: decimal text is a uint. */
function valueOf(json: Json): ContractValue {
  if (typeof json === 'string') return /^\d+$/.test(json) ? BigInt(json) : json
  if (Array.isArray(json)) return json.map(valueOf)
  if (typeof json === 'object' && json !== null)
    return Object.fromEntries(Object.entries(json).map(([key, item]) => [key, valueOf(item)]))
  return json as ContractValue
}
