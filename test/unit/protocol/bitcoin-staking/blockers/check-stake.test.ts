import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toPlainClarity } from '../../../../../src/chain/stacks/clarity.ts'
import {
  checkBondEntry,
  checkBondMove,
  checkBondWithdrawal,
  checkClaim,
  checkStake,
  checkStakeUpdate,
  checkUnstake,
  type BondEntry,
  type HolderFacts,
  type ManagerFacts,
  type PayoutFacts,
  type SigningBlocker,
} from '../../../../../src/protocol/bitcoin-staking/blockers/index.ts'
import { mapKey } from '../../../../../src/protocol/clarity/contract-map.ts'
import type {
  ContractTuple,
  ContractValue,
} from '../../../../../src/protocol/clarity/contract-value.ts'
import { payoutCalldata } from '../../../../../src/wallet/stacks/bitcoin-staking/payout-calldata.ts'
import {
  admin,
  alice,
  BTC,
  bob,
  carol,
  contract,
  STX,
  StakingBench,
  stranger,
} from '../../../../support/staking-bench.ts'

const people = [alice, alice, alice, bob, bob, carol, stranger]
const families = { m1: 'reference', m2: 'reference', max: 'max500', xverse: 'reference' } as const
type Manager = keyof typeof families

/** Only xverse is not registered. */
const newBench = () => StakingBench.with('m1', 'm2', 'max')

const factsOf = (bench: StakingBench, who: string): HolderFacts => {
  const { poxState, stx, burnHeight } = bench.chain
  const stake = poxState.stakes.get(who)
  const part = poxState.memberships.get(who)
  return {
    clock: poxState.clock,
    burnHeight,
    position: {
      stake: stake && { ...stake, manager: stake.signer },
      bondPart: part && { ...part, bond: part.bondIndex, manager: part.signer },
    },
    balance: { ...stx.account(who), feeMicroStx: 0n },
  }
}

const managerOf = (bench: StakingBench, name: Manager, who: string): ManagerFacts => {
  const cycle = (bench.read('current-pox-reward-cycle') as bigint) + 1n
  const stored = bench.read(
    families[name] === 'max500' ? 'get-payout-config' : 'get-pox-addr',
    [who],
    name,
  ) as { some: ContractTuple } | null
  return {
    manager: contract(name),
    family: families[name],
    takesStakes: name !== 'xverse',
    paysBitcoin: true,
    feeBips: 0n,
    delegatedMicroStx: bench.read('get-amount-delegated-for-signer', [
      contract(name),
      cycle,
    ]) as bigint,
    storedPayout: stored && {
      version: '0x00',
      hash: '0x',
      maxFeeSats: stored.some['max-fee'] as bigint,
      minClaimSats: null,
    },
  }
}

const bondOf = (bench: StakingBench, index: bigint, who: string): BondEntry['bond'] => ({
  index,
  terms: bench.chain.poxState.bonds.get(mapKey(index)) ?? null,
  allowanceSats:
    (bench.read('get-bond-allowance', [index, who]) as { some: bigint } | null)?.some ?? null,
})

const calldata = (payout: PayoutFacts | null) =>
  toPlainClarity(payoutCalldata(payout)) as ContractValue

interface Attempt {
  op: 'stake' | 'update' | 'unstake' | 'enter' | 'move' | 'withdraw'
  who: string
  manager: Manager
  stx: bigint
  sats: bigint
  cycles: bigint
  bond: bigint
  payout: PayoutFacts | null
}

/** What the checks say of a call, and how it ends on the model. */
function tryOut(bench: StakingBench, attempt: Attempt): { found: SigningBlocker[]; isOk: boolean } {
  const { op, who, manager: name, stx: microStx, sats, cycles, bond, payout } = attempt
  const facts = factsOf(bench, who)
  const choice = { manager: managerOf(bench, name, who), payout, feeBoundBips: 500n }
  const manager = contract(name)
  const data = calldata(payout)
  const { stake, bondPart } = facts.position!
  const run = (fn: string, args: ContractValue[]) => 'ok' in bench.call(fn, args, who)
  switch (op) {
    case 'stake': {
      const found = checkStake(facts, { ...choice, microStx, cycles })
      const args = [manager, microStx, cycles, facts.burnHeight, data]
      return { found, isOk: run('stake', args) }
    }
    case 'update': {
      const request = { ...choice, addedMicroStx: microStx, addedCycles: cycles }
      const found = checkStakeUpdate(facts, request)
      const old = stake?.manager ?? manager
      return { found, isOk: run('stake-update', [manager, old, cycles, microStx, data]) }
    }
    case 'unstake':
      return { found: checkUnstake(facts), isOk: run('unstake', [stake?.manager ?? manager]) }
    case 'enter': {
      const ownSats = bench.available(who)
      const entry = { ...choice, bond: bondOf(bench, bond, who), sats, microStx, ownSats }
      const found = checkBondEntry(facts, entry)
      const args = [bond, manager, microStx, { err: sats }, data]
      return { found, isOk: run('register-for-bond', args) }
    }
    case 'move': {
      const old = bondPart?.manager ?? manager
      const isOk = run('update-bond-registration', [manager, old, data])
      return { found: checkBondMove(facts, choice), isOk }
    }
    case 'withdraw': {
      const found = checkBondWithdrawal(facts, { sats, lastComputeHeight: 0n })
      return { found, isOk: run('unstake-sbtc', [bondPart?.manager ?? manager, sats]) }
    }
  }
}

const payouts = fc.option(
  fc.record({
    version: fc.constantFrom('0x00', '0x04', '0x06', '0x07'),
    hash: fc.constantFrom(`0x${'ab'.repeat(20)}`, `0x${'cd'.repeat(32)}`),
    maxFeeSats: fc.constantFrom(0n, 3_000n),
    minClaimSats: fc.constantFrom(null, null, 546n, 547n, 3_546n, 3_547n),
  }),
  { freq: 2 },
)
const attempts = fc.record<Attempt>({
  op: fc.constantFrom('stake', 'update', 'unstake', 'enter', 'move', 'withdraw'),
  who: fc.constantFrom(...people),
  manager: fc.constantFrom<Manager>('m1', 'm2', 'max', 'm1', 'm2', 'xverse'),
  stx: fc.constantFrom(0n, 1n, 60_000n * STX, 400_000n * STX, 400_000n * STX, 5_000_001n * STX),
  sats: fc.constantFrom(0n, 1n, BTC, 7n * BTC, 101n * BTC),
  cycles: fc.constantFrom(0n, 1n, 2n, 5n, 12n, 96n, 97n),
  bond: fc.bigInt(0n, 8n),
  payout: payouts,
})
type Waiting = { blocks: bigint } | { until: 'roll-over' | 'prepare-phase' }
const waits = fc.oneof(
  fc.record({ blocks: fc.bigInt(1n, 160n) }),
  fc.record({ until: fc.constantFrom('roll-over' as const, 'prepare-phase' as const) }),
)
/** The last half of bond 0, of bond 6 and so on, or the end of a cycle. */
function heightAfter(wait: Waiting, height: bigint): bigint {
  if ('blocks' in wait) return height + wait.blocks
  if (wait.until === 'roll-over') return height + ((1_260n + 1_200n * 9n - height) % 1_200n)
  return height + 95n - (height % 100n) + (height % 100n > 95n ? 100n : 0n)
}
const step: fc.Arbitrary<Attempt | Waiting> = fc.oneof(
  { weight: 1, arbitrary: waits },
  { weight: 3, arbitrary: attempts },
)
const steps = fc.array(step, { minLength: 20, maxLength: 80 })

/** Sets up each bond as soon as it can be; carol may put 7 BTC in, the stranger nothing. */
function setUpBonds(bench: StakingBench): void {
  for (let index = 0n; index <= 8n; index++) {
    const allowlist = [
      { staker: alice, 'max-sats': 200n * BTC },
      { staker: bob, 'max-sats': 200n * BTC },
      { staker: carol, 'max-sats': 7n * BTC },
    ]
    bench.call('setup-bond', [index, 300n, 400_000n, 500n, '0x', allowlist], admin)
  }
}

/** Compares the checks with the model along random sequences; gives what came up. */
function compare(options: { numRuns: number; seed?: number }): Set<string> {
  const seen = new Set<string>()
  fc.assert(
    fc.property(steps, (sequence) => {
      const bench = newBench()
      for (const step of sequence) {
        if (!('op' in step)) {
          bench.mineTo(heightAfter(step, bench.chain.burnHeight))
          setUpBonds(bench)
          continue
        }
        const { found, isOk } = tryOut(bench, step)
        const refusals = found.filter(({ kind }) => kind === 'refused')
        for (const { code } of found) seen.add(code)
        if (isOk) seen.add(`ok: ${step.op}`)
        expect([step, refusals, isOk]).toEqual([step, isOk ? [] : expect.any(Array), isOk])
        if (!isOk) expect([step, refusals]).not.toEqual([step, []])
      }
    }),
    options,
  )
  return seen
}

describe('blockers before signing', () => {
  test('are refusals exactly where the contract refuses', () => {
    compare({ numRuns: 150 })
  })

  test('come up and are tried out, each of them', () => {
    const seen = compare({ numRuns: 250, seed: 16 })
    expect(reached.filter((code) => !seen.has(code))).toEqual([])
  })
})

/** All that the sequences must have met, so that none of the checks is idle. */
const reached = [
  'ok: stake',
  'ok: update',
  'ok: unstake',
  'ok: enter',
  'ok: move',
  'ok: withdraw',
  'prepare-phase',
  'has-position',
  'no-stake',
  'no-bond-part',
  'cycles-out-of-range',
  'nothing-to-lock',
  'not-enough-stx',
  'not-enough-sbtc',
  'below-bond-minimum',
  'bond-not-set-up',
  'bond-has-started',
  'not-on-allowlist',
  'above-allowance',
  'too-early-to-roll-over',
  'manager-takes-no-stakes',
  'same-manager',
  'payout-invalid',
  'no-sats-named',
  'more-than-in-bond',
  'payout-deleted',
  'earlier-cycles-stay',
  'two-to-claim',
  'ends-silently',
  'sats-not-returned',
  'stx-earn-nothing',
  'earns-nothing',
  'locked-until',
  'forfeits',
  'manager-below-minimum',
]

const manager = (changes: Partial<ManagerFacts> = {}): ManagerFacts => ({
  manager: contract('m1'),
  family: 'reference',
  takesStakes: true,
  paysBitcoin: true,
  feeBips: 0n,
  delegatedMicroStx: 50_000n * STX,
  storedPayout: null,
  ...changes,
})
const stake = (changes: Partial<ManagerFacts> = {}, more: object = {}) => ({
  manager: manager(changes),
  payout: null,
  feeBoundBips: 500n,
  microStx: 100n * STX,
  cycles: 6n,
  ...more,
})
const codesOf = (blockers: SigningBlocker[]) => blockers.map(({ code }) => code)

describe('before a stake', () => {
  const bench = newBench()
  const facts = factsOf(bench, alice)

  test('nothing but its end has to be known where all is as usual', () => {
    expect(checkStake(facts, stake())).toEqual([
      { kind: 'consent', code: 'ends-silently', unlockHeight: 700n },
    ])
  })

  test.each([
    ['a fee above the bound', { feeBips: 9_999n }, 'fee-above-bound'],
    ['a fee that is unknown', { feeBips: null }, 'fee-unknown'],
    ['a manager below 50,000 STX', { delegatedMicroStx: 49_899n * STX }, 'manager-below-minimum'],
    ['a manager that pays holders itself', { family: 'closed' }, 'manager-pays-itself'],
    ['an address that would be deleted', { storedPayout: stored() }, 'payout-deleted'],
    ['an address that may be', { storedPayout: undefined }, 'payout-unknown'],
    ['the native manager without its pool', { family: 'native' }, 'needs-native-pool'],
    ['a manager that cannot be read', { takesStakes: null }, 'unknown'],
  ] as const)('%s is named', (_, changes, code) => {
    expect(codesOf(checkStake(facts, stake(changes)))).toEqual([code, 'ends-silently'])
  })

  test('the countdown to the prepare phase, and its end, are told', () => {
    bench.mineTo(80n)
    expect(checkStake(factsOf(bench, alice), stake())[0]).toEqual({
      kind: 'consent',
      code: 'prepare-phase-near',
      fromHeight: 90n,
      blocks: 10n,
    })
    bench.mineTo(93n)
    expect(checkStake(factsOf(bench, alice), stake())[0]).toEqual({
      kind: 'refused',
      code: 'prepare-phase',
      untilHeight: 100n,
      blocks: 7n,
    })
  })

  test('through the native pool no payout is expected', () => {
    const native = { family: 'native', paysBitcoin: false } as const
    const request = stake(native, { viaPool: true })
    expect(codesOf(checkStake(facts, request))).toEqual(['ends-silently'])
    expect(codesOf(checkStake(facts, { ...request, payout: stored() }))).toContain('payout-ignored')
  })

  test('once managers can pull nothing any more, whoever stakes has to know', () => {
    const paused = { ...facts, isPaused: true }
    expect(codesOf(checkStake(paused, stake()))).toEqual(['rewards-paused', 'ends-silently'])
    const change = { ...stake(), addedMicroStx: 0n, addedCycles: 0n }
    expect(codesOf(checkStakeUpdate(paused, change))).not.toContain('rewards-paused')
    const longer = { ...change, addedCycles: 1n }
    expect(codesOf(checkStakeUpdate(paused, longer))).toContain('rewards-paused')
  })

  test('what is not known is no consent', () => {
    const unknown = { ...facts, position: null, balance: null }
    expect(checkStake(unknown, stake()).filter(({ kind }) => kind === 'refused')).toEqual([
      { kind: 'refused', code: 'unknown', what: 'position' },
      { kind: 'refused', code: 'unknown', what: 'balance' },
    ])
    expect(codesOf(checkUnstake(unknown))).toEqual(['unknown'])
  })

  test('the fee of the call has to be left', () => {
    const all = stake({}, { microStx: 5_000_000n * STX })
    expect(codesOf(checkStake(facts, all))).toEqual(['ends-silently'])
    const balance = { ...facts.balance!, feeMicroStx: 300n }
    expect(checkStake({ ...facts, balance }, all)[0]).toEqual({
      kind: 'refused',
      code: 'not-enough-stx',
      microStx: 300n,
    })
  })
})

test('a claim is checked by the family and by what the manager holds', () => {
  const claim = {
    grossSats: 1_000n,
    afterPullSats: 1_000n,
    netSats: 1_000n,
    poolSats: 1_000n,
    balanceSats: 1_000n,
    payout: null,
    bankedSats: 0n,
    isOwn: false,
  }
  expect(checkClaim('reference', claim)).toEqual([])
  expect(codesOf(checkClaim('native', claim))).toEqual(['holder-only'])
  expect(checkClaim('native', { ...claim, isOwn: true })).toEqual([])
  expect(codesOf(checkClaim('closed', claim))).toEqual(['no-holder-claims'])
  expect(checkClaim('reference', { ...claim, poolSats: 999n })).toEqual([
    { kind: 'refused', code: 'claim-refused', refusal: 'pool-too-small' },
  ])
  expect(codesOf(checkClaim(null, claim))).toEqual(['unknown'])
})

test.each([
  [true, 'pulls-paused'],
  [false, 'manager-has-not-claimed'],
  [null, 'manager-has-not-claimed'],
] as const)('what the manager has not pulled, paused %s: %s', (isPaused, refusal) => {
  const claim = {
    grossSats: 0n,
    afterPullSats: 1_000n,
    netSats: 0n,
    poolSats: 0n,
    balanceSats: 0n,
    payout: null,
    bankedSats: 0n,
    isOwn: true,
    isPaused,
  }
  expect(checkClaim('reference', claim)).toEqual([
    { kind: 'refused', code: 'claim-refused', refusal },
  ])
})

function stored(): PayoutFacts {
  return { version: '0x04', hash: `0x${'ab'.repeat(20)}`, maxFeeSats: 100n, minClaimSats: null }
}
