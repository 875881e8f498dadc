import { beforeEach, describe, expect, it } from 'vitest'
import {
  BOREAS,
  InvalidBlockError,
  type NetworkRules,
  runBlock,
  RUSK_1_6,
} from '../../../../../src/protocol/hyperstaking/chain/block.ts'
import {
  balanceOf,
  createLedger,
  type Ledger,
} from '../../../../../src/protocol/hyperstaking/chain/ledger.ts'
import { drawBlock, members } from '../../../../../src/protocol/hyperstaking/chain/lottery.ts'
import { seeded } from '../../../../../src/protocol/hyperstaking/chain/random.ts'
import { blockRewards } from '../../../../../src/protocol/hyperstaking/chain/rewards.ts'
import { emissionBetween } from '../../../../../src/protocol/hyperstaking/core/emission.ts'
import { namedAccount, STAKE } from '../../../../../src/protocol/hyperstaking/core/ids.ts'
import { dusk } from '../../../../../src/protocol/hyperstaking/core/units.ts'
import type { StakeData } from '../../../../../src/protocol/hyperstaking/stake/types.ts'
import {
  alice,
  bob,
  carol,
  ownedByAccount,
  provisioner,
  fundAccounts,
  signedStake,
} from '../../../../support/hyperstaking-ledger.ts'

const devFund = namedAccount('development')
const dave = namedAccount('dave')
let ledger: Ledger
const stakeOf = (account: string) =>
  ledger.host.read(STAKE, 'get_stake', account) as StakeData | null
const stakeOrder = (value: bigint) => ({
  sender: alice,
  nonce: (ledger.transfer.accounts.get(alice)?.nonce ?? 0n) + 1n,
  deposit: value,
  call: {
    contract: STAKE,
    method: 'stake',
    arg: signedStake(provisioner, ownedByAccount(alice), value),
  },
})
const block = (rules: NetworkRules, more: object = {}) =>
  runBlock(ledger, rules, { transactions: [], generator: bob, voters: [[dave, 128n]], ...more })

beforeEach(() => {
  ledger = createLedger()
  fundAccounts(ledger, alice)
  block(BOREAS, { transactions: [stakeOrder(dusk(2000n))] })
  // The first fault only warns: the next one costs.
  ledger.host.fromOutside(STAKE, 'slash', { account: provisioner })
})

describe('a block', () => {
  it('under Boreas slashes before the transactions, before it after the rewards', () => {
    const input = () => ({
      transactions: [stakeOrder(dusk(1000n))],
      slashes: [{ account: provisioner, fault: 'no-candidate' }],
    })
    const topics = ({ executions, events }: ReturnType<typeof block>) => [
      executions[0]?.ok && executions[0].receipt.error,
      events.map(({ topic }) => topic),
    ]
    expect(topics(block(BOREAS, input()))).toEqual([null, ['slash', 'reward']])
    expect(stakeOf(provisioner)?.amount).toMatchObject({ value: dusk(2800n), locked: dusk(200n) })
    expect(topics(block(RUSK_1_6, input()))).toEqual([null, ['reward', 'slash']])
    // The third fault takes a fifth of everything active, what was added in the same block
    // included.
    expect(stakeOf(provisioner)?.amount).toMatchObject({ value: dusk(3040n), locked: dusk(960n) })
  })

  it('relaxes hard slashes or burns, by the network’s switch', () => {
    const slashes = [{ account: provisioner, fault: 'double-vote' }]
    block({ ...BOREAS, relaxHardSlashes: true }, { slashes })
    expect(stakeOf(provisioner)).toMatchObject({
      faults: 2,
      hardFaults: 0,
      amount: { value: dusk(1800n), locked: dusk(200n) },
    })
    block({ ...BOREAS, relaxHardSlashes: false }, { slashes })
    expect(stakeOf(provisioner)).toMatchObject({
      faults: 2,
      hardFaults: 2,
      amount: { value: dusk(1440n), locked: dusk(200n) },
    })
    block(
      { ...BOREAS, relaxHardSlashes: false },
      {
        slashes: [
          { account: provisioner, fault: 'invalid-block' },
          // A key without an entry is skipped, and the block continues.
          { account: carol, fault: 'double-candidate' },
        ],
      },
    )
    expect(stakeOf(carol)).toBeNull()
    expect(stakeOf(provisioner)).toMatchObject({ hardFaults: 3 })
    expect(ledger.host.read(STAKE, 'burnt_amount')).toBe(dusk(360n) + dusk(432n))
  })

  it('pays generator, the previous block’s voters, and the development fund, fees included', () => {
    const before = stakeOf(bob)!.reward
    const { fees } = block(BOREAS, {
      transactions: [stakeOrder(dusk(1000n))],
      voters: [
        [carol, 100n],
        [bob, 28n],
      ],
      devFund,
    })
    expect(fees > 0n).toBe(true)
    const reward = 19_857_400_000n + fees
    const tenth = reward / 10n
    expect(stakeOf(carol)?.reward).toBe((tenth / 128n) * 100n)
    expect(stakeOf(devFund)?.reward).toBe(tenth)
    expect(stakeOf(bob)!.reward - before).toBe(reward - 3n * tenth + tenth + (tenth / 128n) * 28n)
  })

  it('rewards are paid in one order: fixed, fund, extra if any, voters including zeros', () => {
    const rewardsFor = (cast: bigint) =>
      blockRewards({
        height: 1n,
        fees: 0n,
        generator: bob,
        voters: [
          [carol, cast],
          [dave, 0n],
        ],
        devFund,
      })
    const first = [
      { account: bob, value: 13_900_180_000n, reason: 'GeneratorFixed' },
      { account: devFund, value: 1_985_740_000n, reason: 'Other' },
    ]
    expect(rewardsFor(86n)).toEqual([
      ...first,
      { account: carol, value: 86n * 15_513_593n, reason: 'Voter' },
      { account: dave, value: 0n, reason: 'Voter' },
    ])
    expect(rewardsFor(88n)).toEqual([
      ...first,
      { account: bob, value: 2n * 47_279_523n, reason: 'GeneratorExtra' },
      { account: carol, value: 88n * 15_513_593n, reason: 'Voter' },
      { account: dave, value: 0n, reason: 'Voter' },
    ])
    const told = block(BOREAS, { devFund }).events.at(-1)
    expect(told).toMatchObject({
      topic: 'reward',
      data: [
        { reason: 'GeneratorFixed' },
        { account: devFund, reason: 'Other' },
        { reason: 'GeneratorExtra' },
        { account: dave, reason: 'Voter' },
      ],
    })
  })

  it('a reward of 0 creates an entry', () => {
    expect(stakeOf(carol)).toBeNull()
    block(BOREAS, {
      voters: [
        [dave, 128n],
        [carol, 0n],
      ],
    })
    expect(stakeOf(carol)).toEqual({ amount: null, reward: 0n, faults: 0, hardFaults: 0 })
  })

  it('above height 1 it needs voters; one without them changes nothing', () => {
    const { height } = ledger.host
    expect(() => block(BOREAS, { voters: [] })).toThrow('Invalid credits: H= 2, credits= 0')
    expect(() => block(BOREAS, { voters: [[carol, 0n]] })).toThrow(InvalidBlockError)
    expect(ledger.host.height).toBe(height)
    expect(stakeOf(carol)).toBeNull()
    const fresh = createLedger()
    expect(runBlock(fresh, BOREAS, { transactions: [], generator: bob, voters: [] }).height).toBe(
      1n,
    )
  })
})

describe('a chain of blocks', () => {
  it('mints no more than is emitted, and burns fees of failed calls into rewards', () => {
    const random = seeded('chain')
    const supply = () =>
      [...ledger.transfer.accounts.entries()].reduce((sum, [, { balance }]) => sum + balance, 0n) +
      [...ledger.transfer.balances.entries()].reduce((sum, [, balance]) => sum + balance, 0n) +
      [...ledger.stake.entries.entries()].reduce((sum, [, { data }]) => sum + data.reward, 0n)
    ledger.host.height = 4320n
    const before = supply()
    const held = balanceOf(ledger, alice)
    let voters: ReadonlyArray<readonly [string, bigint]> = [[provisioner, 128n]]
    for (let count = 0; count < 300; count++) {
      const draw = drawBlock(
        members(
          [...ledger.stake.entries.entries()].map(([, entry]) => entry),
          ledger.host.height,
          dusk(1000n),
        ),
        random,
      )!
      const failing = { ...stakeOrder(dusk(1n)), gasLimit: 1_000_000n, gasPrice: 3n }
      block(BOREAS, {
        generator: draw.generator,
        voters,
        transactions: count % 3 === 0 ? [failing] : [],
        devFund,
      })
      voters = draw.voters
    }
    const minted = supply() - before
    expect(minted <= emissionBetween(4321n, 4620n)).toBe(true)
    expect(Number(minted) / Number(emissionBetween(4321n, 4620n))).toBeGreaterThan(0.999)
    expect(balanceOf(ledger, alice)).toBe(held - 100n * 3_000_000n)
  })
})
