import {
  type ProvisionerFault,
  type NetworkRules,
  slashProvisioner,
  runBlock,
} from '../../../../protocol/hyperstaking/chain/block.ts'
import type { Ledger } from '../../../../protocol/hyperstaking/chain/ledger.ts'
import {
  createLottery,
  type IndexedDraw,
  type LotteryMember,
  members,
  votersOf,
} from '../../../../protocol/hyperstaking/chain/lottery.ts'
import type { Random } from '../../../../protocol/hyperstaking/chain/random.ts'
import type { Voters } from '../../../../protocol/hyperstaking/chain/rewards.ts'
import { emission } from '../../../../protocol/hyperstaking/core/emission.ts'
import { EPOCH, nextEpoch } from '../../../../protocol/hyperstaking/core/epoch.ts'
import { type Account, STAKE } from '../../../../protocol/hyperstaking/core/ids.ts'
import { splitReward } from '../../../../protocol/hyperstaking/core/split.ts'
import { min } from '../../../../protocol/hyperstaking/core/units.ts'
import type { ChainEvent } from '../../../../protocol/hyperstaking/host/trace.ts'
import type { Reward } from '../../../../protocol/hyperstaking/stake/types.ts'
import type { Drivers } from '../contracts/drivers.ts'
import { hostTransactionOf } from './admit.ts'
import { type DuskBlocks, type SpentTransaction, FINAL_AFTER } from './blocks.ts'
import type { DuskEvents } from './events.ts'
import type { DuskMempool } from './mempool.ts'

interface Setup {
  ledger: Ledger
  drivers: Drivers
  blocks: DuskBlocks
  mempool: DuskMempool
  events: DuskEvents
  random: Random
  rules: NetworkRules
  devFund: Account
  /** Chance per epoch that a provisioner commits a fault. */
  faultChance: number
}

const FAULTS: readonly ProvisionerFault[] = [
  'no-candidate',
  'no-candidate',
  'no-candidate',
  'invalid-block',
  'double-vote',
]

/**
 * Makes blocks: each with its drawn generator and voters, or many empty ones at once with the
 * rewards that their draws add up to.
 */
export const createEmbeddedDuskChain = ({
  ledger,
  drivers,
  blocks,
  mempool,
  events,
  random,
  rules,
  devFund,
  faultChance,
}: Setup) => {
  const { host, stake } = ledger
  /** Of the newest block's certificate; drawn when blocks before were skipped. */
  let voters: Voters | null = null
  let planned: Array<{ account: Account; fault: ProvisionerFault }> = []

  const taking = (): LotteryMember[] =>
    members(
      [...stake.entries.entries()].map(([, entry]) => entry),
      host.height + 1n,
      stake.config.value.minimumStake,
    )

  const keep = (list: readonly ChainEvent[], origin: string) =>
    events.keep(
      list.map((event) => ({
        ...event,
        height: host.height,
        block: blocks.header(host.height).hash,
        origin,
      })),
    )

  const accepted = () => {
    const header = blocks.header(host.height)
    events.tell({
      component: 'blocks',
      entity: header.hash,
      topic: 'accepted',
      body: { header, transactions: blocks.inBlock(host.height).map(({ id }) => id) },
    })
    const final = host.height - FINAL_AFTER
    if (final >= 0n)
      events.tell({
        component: 'blocks',
        entity: blocks.header(final).hash,
        topic: 'statechange',
        body: { state: 'finalized', atHeight: final },
      })
  }

  /** Faults of the epoch that begins with the next block. */
  const drawFaults = (list: readonly LotteryMember[]) => {
    for (const { account } of list) {
      if (random() < faultChance)
        planned.push({ account, fault: FAULTS[Math.floor(random() * FAULTS.length)]! })
    }
  }

  const mineOne = (): void => {
    const list = taking()
    if ((host.height + 1n) % EPOCH === 0n) drawFaults(list)
    const draw = createLottery(list, random)
    if (!draw) throw new Error('Nobody takes part in consensus')
    const drawn = draw()
    const chosen = mempool.choose()
    const block = runBlock(ledger, rules, {
      transactions: chosen.map(({ transaction }) => hostTransactionOf(drivers, transaction)),
      generator: list[drawn.generator]!.account,
      voters: voters ?? votersOf(list, draw()),
      slashes: planned,
      devFund,
    })
    planned = []
    voters = votersOf(list, drawn)
    const { hash } = blocks.header(host.height)
    const spent: SpentTransaction[] = []
    for (const [index, entry] of chosen.entries()) {
      const execution = block.executions[index]!
      mempool.remove(entry)
      if (execution.ok)
        spent.push({
          id: entry.id,
          transaction: entry.transaction,
          receipt: execution.receipt,
          height: host.height,
        })
      events.tell({ component: 'transactions', entity: entry.id, topic: 'removed', body: null })
    }
    blocks.add(spent)
    for (const { id, receipt } of spent) keep(receipt.events, id)
    keep(block.events, hash)
    accepted()
    for (const { id, receipt } of spent) {
      events.tell({
        component: 'transactions',
        entity: id,
        topic: 'executed',
        body: { err: receipt.error, gas_spent: receipt.gasSpent, block_height: host.height },
      })
    }
  }

  /** What `count` blocks from here on pay, added up by account and reason. */
  const addUp = (
    list: readonly LotteryMember[],
    draw: () => IndexedDraw,
    count: bigint,
  ): Reward[] => {
    const wins = list.map(() => 0n)
    const credits = list.map(() => 0n)
    for (let block = 0n; block < count; block++) {
      const drawn = draw()
      wins[drawn.generator]!++
      for (let index = 0; index < list.length; index++)
        credits[index]! += BigInt(drawn.credits[index]!)
    }
    const split = splitReward(emission(host.height + count), 128n)
    return [
      ...list.flatMap(({ account }, index): Reward[] => [
        { account, value: wins[index]! * split.generatorFixed, reason: 'GeneratorFixed' },
        { account, value: wins[index]! * split.generatorExtra, reason: 'GeneratorExtra' },
        { account, value: credits[index]! * split.perCredit, reason: 'Voter' },
      ]),
      { account: devFund, value: count * split.devFund, reason: 'Other' } as const,
    ].filter(({ value }) => value > 0n)
  }

  /**
   * Empty blocks up to the last one before the next epoch, at once; who takes part does not change
   * in between.
   */
  const skip = (count: bigint): bigint => {
    const list = taking()
    const draw = createLottery(list, random)
    const stretch = min(count, nextEpoch(host.height + 1n) - host.height - 1n)
    if ((host.height + 1n) % EPOCH === 0n) drawFaults(list)
    const rewards = draw ? addUp(list, draw, stretch) : []
    host.height += stretch
    voters = null
    host.fromOutside(STAKE, 'before_state_transition', null)
    const { hash } = blocks.header(host.height)
    for (const { account, fault } of planned.splice(0))
      keep(slashProvisioner(ledger, rules, account, fault), hash)
    keep(host.fromOutside(STAKE, 'reward', rewards), hash)
    accepted()
    return stretch
  }

  return {
    /** One block with everything that waits and fits. */
    mine: mineOne,
    /** `count` blocks: those with transactions one by one, empty ones in stretches. */
    advance: (count: bigint) => {
      const target = host.height + count
      while (host.height < target) {
        if (mempool.size() > 0) mineOne()
        else skip(target - host.height)
      }
    },
    /** A fault that the next block punishes. */
    accuse: (account: Account, fault: ProvisionerFault) => void planned.push({ account, fault }),
    height: () => host.height,
  }
}
export type EmbeddedDuskChain = ReturnType<typeof createEmbeddedDuskChain>
