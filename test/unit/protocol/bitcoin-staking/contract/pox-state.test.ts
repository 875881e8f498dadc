import fc from 'fast-check'
import { expect, test } from 'vitest'
import { legKey } from '../../../../../src/protocol/bitcoin-staking/contract/leg.ts'
import { poxErrors } from '../../../../../src/protocol/bitcoin-staking/contract/pox-errors.ts'
import { signerEarned } from '../../../../../src/protocol/bitcoin-staking/contract/settlement.ts'
import {
  BTC,
  STX,
  StakingBench,
  alice,
  bob,
  carol,
  contract,
  dave,
  pox,
} from '../../../../support/staking-bench.ts'

const people = [alice, bob, carol, dave]
const managers = ['m1', 'm2', 'max']
const bonds = [0n, 1n, 2n, 3n, 4n, 5n, 6n, 7n]
const signers = managers.map(contract)
const clock = { firstBurnHeight: 0n, cycleBlocks: 20n, prepareBlocks: 4n, firstCycle: 1n }

const who = fc.constantFrom(...people)
const manager = fc.constantFrom(...managers).map(contract)
const ustx = fc.oneof(
  fc.bigInt(1n, 60_000n).map((stx) => stx * STX),
  fc.constantFrom(1n, 49_999_999_999n, 50_000n * STX),
)
const sats = fc.oneof(fc.bigInt(0n, 20n * BTC), fc.constantFrom(1n, 7n, 333_333_333n))
const length = fc.bigInt(1n, 6n)
const bond = fc.constantFrom(...bonds)

/** A call of any principal, or time and income. */
type Operation = (bench: StakingBench) => void

/** Operations with a weight, built from drawn values. */
const drawn = <T>(
  weight: number,
  values: fc.Arbitrary<T>,
  operate: (bench: StakingBench, values: T) => void,
) => ({
  weight,
  arbitrary: values.map(
    (value): Operation =>
      (bench) =>
        operate(bench, value),
  ),
})

const operation: fc.Arbitrary<Operation> = fc.oneof(
  drawn(4, fc.bigInt(1n, 14n), (bench, blocks) => bench.chain.mine(blocks)),
  drawn(3, fc.bigInt(1n, 10n ** 7n), calculate),
  drawn(4, fc.tuple(who, manager, ustx, length), (bench, [staker, signer, amount, count]) => {
    bench.call('stake', [signer, amount, count, bench.chain.burnHeight, null], staker)
  }),
  drawn(
    3,
    fc.tuple(who, manager, fc.bigInt(0n, 3n), fc.constantFrom(0n, 1n, 30_000n * STX)),
    (bench, [staker, signer, extend, increase]) => {
      const old = signerOf(bench, 'get-staker-info', staker)
      bench.call('stake-update', [signer, old, extend, increase, null], staker)
    },
  ),
  drawn(1, who, (bench, staker) => {
    bench.call('unstake', [signerOf(bench, 'get-staker-info', staker)], staker)
  }),
  drawn(
    4,
    fc.tuple(who, bond, manager, fc.tuple(ustx, sats)),
    (bench, [staker, index, signer, [amount, much]]) => {
      setup(bench, index)
      bench.call('register-for-bond', [index, signer, amount, { err: much }, null], staker)
    },
  ),
  drawn(2, fc.tuple(who, manager), (bench, [staker, signer]) => {
    const old = signerOf(bench, 'get-bond-membership', staker)
    bench.call('update-bond-registration', [signer, old, null], staker)
  }),
  drawn(1, fc.tuple(who, sats), (bench, [staker, much]) => {
    const old = bench.chain.poxState.memberships.get(staker)?.signer ?? contract('m1')
    bench.call('unstake-sbtc', [old, much], staker)
  }),
  drawn(
    2,
    fc.tuple(fc.constantFrom(...managers), fc.subarray(bonds, { maxLength: 6 }), fc.bigInt(0n, 3n)),
    (bench, [name, listed, age]) => {
      const cycle = currentCycle(bench) - age
      if (cycle >= 0n) bench.call('claim-rewards', [listed, cycle], alice, name)
    },
  ),
  drawn(
    2,
    fc.tuple(who, fc.constantFrom(...managers), fc.option(bond), fc.bigInt(0n, 3n)),
    (bench, [staker, name, leg, age]) => {
      const cycle = currentCycle(bench) - age
      const index = leg === null ? null : { some: leg }
      if (cycle >= 0n) bench.call('claim-staker-rewards', [staker, cycle, index], alice, name)
    },
  ),
)

const currentCycle = (bench: StakingBench): bigint => bench.chain.burnHeight / clock.cycleBlocks

function signerOf(bench: StakingBench, read: string, staker: string): string {
  const position = bench.read(read, [staker]) as { some: { signer: string } } | null
  return position?.some.signer ?? contract('m1')
}

/** Sets a bond up when it is time for it; its terms follow from its index. */
function setup(bench: StakingBench, index: bigint): void {
  const terms = { rate: 100n + index * 700n, ratio: 400_000n - (index % 3n) * 1_000n, minimum: 1n }
  const allowlist = people.map((staker) => ({ staker, 'max-sats': 15n * BTC }))
  const args = [index, terms.rate, terms.ratio, terms.minimum, '0x', allowlist]
  bench.call('setup-bond', args, bench.chain.poxState.variables.bondAdmin)
}

/** Income arrives and is calculated with the right list, unless the half is booked already. */
function calculate(bench: StakingBench, income: bigint): void {
  bench.chain.mintSbtc(pox, income)
  const half = (bench.chain.burnHeight / 10n) * 10n - 1n
  const active = bonds.filter(
    (index) => bench.read('is-bond-active-at-height', [index, half < 0n ? 0n : half]) === true,
  )
  const ratioOf = (index: bigint) => bench.chain.poxState.bonds.get(index.toString())!.stxValueRatio
  const sorted = active.sort((left, right) =>
    ratioOf(left) === ratioOf(right)
      ? Number(left - right)
      : Number(ratioOf(right) - ratioOf(left)),
  )
  const error = bench.error('calculate-rewards', [sorted], alice)
  expect(['ok', poxErrors.DISTRIBUTION_ALREADY_COMPUTED, 'ArithmeticUnderflow']).toContain(error)
}

/** What holds after every operation [bitcoin-staking 2.3]. */
function expectInvariants(bench: StakingBench): void {
  const state = bench.chain.poxState
  const { stakedSats, reserveSats, accountedSats, isManagerAsked } = state.variables
  expect(isManagerAsked).toBe(false)
  const arrived = bench.read('get-new-rewards') as bigint
  expect(bench.available(pox)).toBe(stakedSats + reserveSats + accountedSats + arrived)
  let unpulled = 0n
  for (const cycle of watchedCycles(bench)) {
    expectSignerSet(bench, cycle)
    unpulled += sum(signers.map((signer) => signerEarned(state, { signer, cycle, leg: undefined })))
    for (const leg of bonds) {
      const total = state.totalShares.of(cycle, legKey(leg))
      const ofSigners = signers.map((each) => state.signerShares.of(each, cycle, legKey(leg)))
      const ofStakers = signers.flatMap((each) =>
        people.map((staker) => state.stakerShares.of(each, cycle, legKey(leg), staker)),
      )
      expect([sum(ofSigners), sum(ofStakers)]).toEqual([total, total])
      unpulled += sum(signers.map((signer) => signerEarned(state, { signer, cycle, leg })))
    }
  }
  expect(accountedSats).toBeGreaterThanOrEqual(unpulled)
}

/** A manager is in a cycle's set, and earns, from 50,000 STX up. */
function expectSignerSet(bench: StakingBench, cycle: bigint): void {
  const state = bench.chain.poxState
  const large = signers.filter((each) => state.delegated.of(each, cycle) >= 50_000n * STX)
  expect(signerSet(bench, cycle).toSorted()).toEqual(large.toSorted())
  const earning = signers.map((each) => state.signerShares.of(each, cycle, legKey(undefined)))
  expect(earning).toEqual(
    signers.map((each) => (large.includes(each) ? state.pending.of(each, cycle) : 0n)),
  )
  expect(state.totalShares.of(cycle, legKey(undefined))).toBe(sum(earning))
}

const watchedCycles = (bench: StakingBench): bigint[] => {
  const first = currentCycle(bench) > 3n ? currentCycle(bench) - 3n : 0n
  return Array.from({ length: 20 }, (_, index) => first + BigInt(index))
}

/** Walks the signer set of a cycle both ways. */
function signerSet(bench: StakingBench, cycle: bigint): string[] {
  const walk = (start: string, step: string): string[] => {
    const found: string[] = []
    let item = bench.read(start, [cycle]) as { some: string } | null
    while (item !== null) {
      found.push(item.some)
      item = bench.read(step, [item.some, cycle]) as { some: string } | null
    }
    return found
  }
  const forwards = walk('get-signer-set-first-item-for-cycle', 'get-signer-set-next-item-for-cycle')
  const backwards = walk('get-signer-set-last-item-for-cycle', 'get-signer-set-prev-item-for-cycle')
  expect(backwards.toReversed()).toEqual(forwards)
  return forwards
}

const sum = (amounts: readonly bigint[]): bigint =>
  amounts.reduce((total, amount) => total + amount, 0n)

test('invariants hold whatever is called [bitcoin-staking 2.3]', () => {
  fc.assert(
    fc.property(fc.array(operation, { minLength: 60, maxLength: 120 }), (operations) => {
      const bench = new StakingBench({ clock, burnHeight: 2n })
      bench.register(...managers)
      operations.forEach((operate, index) => {
        operate(bench)
        if (index % 30 === 29) expectInvariants(bench)
      })
      expectInvariants(bench)
    }),
    { numRuns: 20 },
  )
})
