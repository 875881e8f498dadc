import {
  cycleStart,
  halfAt,
  halfStart,
  isBondTime,
} from '../../../../protocol/bitcoin-staking/cycle-clock.ts'
import type { ContractValue } from '../../../../protocol/clarity/contract-value.ts'
import { MAX_U128 } from '../../../../protocol/clarity/u128.ts'
import { admin, fuzzHolders, managers, pox, proxy } from './actors.ts'
import { pickPayoutConfig } from './calldata.ts'
import { mine } from './chain-commands.ts'
import type { Dice } from './dice.ts'
import { inside, pickHolder } from './holder-commands.ts'
import type { PoxFuzzWorld } from './world.ts'

/** Bonds that are active at a height, in the order in which they are paid. */
function activeBonds(world: PoxFuzzWorld, height: bigint): bigint[] {
  const found: Array<{ bond: bigint; ratio: bigint }> = []
  for (let bond = 0n; bond < 40n; bond++) {
    const terms = inside(world.ask('get-protocol-bond', bond))
    if (terms !== undefined && isBondTime(world.clock, bond, height))
      found.push({ bond, ratio: terms['stx-value-ratio'] as bigint })
  }
  found.sort((a, b) => Number(b.ratio - a.ratio) || Number(a.bond - b.bond))
  return found.map(({ bond }) => bond).slice(0, 6)
}

/** A list of bonds as it should be, or with a mistake. */
function pickBonds(right: readonly bigint[], dice: Dice): bigint[] {
  const form = dice.pick(['right', 'right', 'right', 'right', 'right', 'reversed', 'less', 'more'])
  if (form === 'reversed') return [...right].reverse()
  if (form === 'less') return right.slice(1)
  if (form === 'more') return [...right, BigInt(dice.roll(8))].slice(0, 6)
  return [...right]
}

export function calculate(world: PoxFuzzWorld, dice: Dice): void {
  const half = halfAt(world.clock, world.burn)
  const height = half === 0n ? world.burn : halfStart(world.clock, half) - 1n
  const isDue = half > 0n && height > (world.ask('get-last-reward-compute-height') as bigint)
  if (!isDue && !dice.rarely(6)) {
    mine(world, dice)
    return
  }
  const bonds = pickBonds(activeBonds(world, height), dice)
  const [contract, fn] = dice.rarely(10) ? [proxy, 'calculate'] : [pox, 'calculate-rewards']
  world.call(contract, fn, [bonds], dice.pick([admin, ...fuzzHolders]))
}

/** The present cycle and the last few. */
const recentCycles = ({ cycle }: PoxFuzzWorld): bigint[] =>
  [0n, 1n, 2n, 3n, 5n].filter((back) => back <= cycle).map((back) => cycle - back)

/** The cycle to claim, or one that never comes. */
const pickCycle = (cycle: bigint, dice: Dice): bigint => (dice.rarely(60) ? MAX_U128 : cycle)

export function claimForManager(world: PoxFuzzWorld, dice: Dice): void {
  const places = recentCycles(world).flatMap((cycle) =>
    [...managers.keys()].map((manager) => ({ cycle, manager })),
  )
  const bondsOf = (cycle: bigint) => activeBonds(world, cycleStart(world.clock, cycle + 1n) - 1n)
  const canClaim = ({ cycle, manager }: { cycle: bigint; manager: string }): boolean =>
    [null, ...bondsOf(cycle).map((bond) => ({ some: bond }))].some(
      (leg) => world.ask('get-earned', manager, cycle, leg) !== 0n,
    )
  if (!places.some(canClaim) && !dice.rarely(6)) {
    calculate(world, dice)
    return
  }
  const { cycle, manager } = dice.prefer(places, canClaim)
  const bonds = pickBonds(bondsOf(cycle), dice)
  const isForTests = forTests.has(managers.get(manager)!)
  const args = [bonds, pickCycle(cycle, dice)]
  if (dice.rarely(15)) world.call(pox, 'claim-rewards', args, pickHolder(dice))
  else world.call(manager, isForTests ? 'claim' : 'claim-rewards', args, pickHolder(dice))
}

export function claimForHolder(world: PoxFuzzWorld, dice: Dice): void {
  const legs: ContractValue[] = [
    null,
    ...Array.from({ length: 12 }, (_, bond) => ({ some: BigInt(bond) })),
  ]
  const places = recentCycles(world).flatMap((cycle) =>
    [...managers.keys()].flatMap((manager) =>
      fuzzHolders.flatMap((who) => legs.map((leg) => ({ who, cycle, manager, leg }))),
    ),
  )
  const canClaim = ({ who, cycle, manager, leg }: Place): boolean =>
    world.ask('get-earned-staker-rewards', manager, cycle, leg, who) !== 0n
  if (!places.some(canClaim) && !dice.rarely(6)) claimForManager(world, dice)
  else claimLeg(world, dice, dice.prefer(places, canClaim))
}

/** Kinds of managers that keep what they claim. */
const forTests = new Set<string>(['plain', 'reenter'])

/** Where a holder may have earned something. */
interface Place {
  readonly who: string
  readonly cycle: bigint
  readonly manager: string
  readonly leg: ContractValue
}

function claimLeg(world: PoxFuzzWorld, dice: Dice, { who, cycle, manager, leg }: Place): void {
  const kind = managers.get(manager)!
  const sender = dice.pick([who, pickHolder(dice)])
  const place = [pickCycle(cycle, dice), leg]
  if (kind === 'native') world.call(manager, 'claim-staker-rewards', place, sender)
  else if (forTests.has(kind)) world.call(manager, 'settle', [who, ...place], sender)
  else if (dice.rarely(15))
    world.call(pox, 'claim-staker-rewards-for-signer', [who, ...place], sender)
  else {
    const isStep = kind === 'max500' && dice.rarely(3)
    const fn = isStep ? 'settle-staker-rewards' : 'claim-staker-rewards'
    noteRequest(world, manager, world.call(manager, fn, [who, ...place], sender))
  }
}

/** Remembers the withdrawal request that a payout has made, to answer it later. */
function noteRequest(
  world: PoxFuzzWorld,
  manager: string,
  outcome: ReturnType<PoxFuzzWorld['call']>,
): void {
  if (!('ok' in outcome)) return
  for (const { contract, value } of outcome.effects.prints) {
    if (contract !== manager) continue
    const withdrawal = inside((value['l1-withdrawal'] ?? null) as ContractValue)
    if (withdrawal === undefined) continue
    const id = withdrawal['withdrawal-request'] as bigint
    const maxFeeSats = withdrawal['max-fee'] as bigint
    world.requests.set(id, { manager, maxFeeSats, isAnswered: false })
  }
}

const max500 = [...managers].find(([, kind]) => kind === 'max500')![0]

/** What holders of the max500 manager do besides claiming. */
export function useMax500(world: PoxFuzzWorld, dice: Dice): void {
  const who = pickHolder(dice)
  const fn = dice.pick(['payout', 'claim-refund', 'set-payout-config', 'clear-payout-config'])
  if (fn === 'set-payout-config') world.call(max500, fn, pickPayoutConfig(dice), who)
  else if (fn === 'clear-payout-config') world.call(max500, fn, [], who)
  else noteRequest(world, max500, world.call(max500, fn, [pickHolder(dice)], who))
}

/** The sBTC signers answer, or someone acts upon their answer. */
export function handleWithdrawal(world: PoxFuzzWorld, dice: Dice): void {
  const requests = [...world.requests]
  const open = requests.filter(([, { isAnswered }]) => !isAnswered)
  if (open.length > 0 && dice.roll(2) === 0) {
    const [id, { maxFeeSats }] = dice.pick(open)
    world.answerWithdrawal(id, dice.rarely(3) ? undefined : dice.upTo(maxFeeSats))
    return
  }
  const known: Array<[bigint, string]> = requests.map(([id, { manager }]) => [id, manager])
  const unknown: [bigint, string] = [1n + BigInt(requests.length), dice.pick(payingManagers)]
  const [id, manager] = dice.pick([...known, unknown])
  const fn = dice.pick(['settle-accepted-withdrawal', 'reclaim-failed-withdrawal'])
  world.call(manager, fn, [id], pickHolder(dice))
}

const payingManagers = [...managers]
  .filter(([, kind]) => kind === 'reference' || kind === 'xverse' || kind === 'max500')
  .map(([manager]) => manager)

/** What administrators of managers do. */
export function administer(world: PoxFuzzWorld, dice: Dice): void {
  const manager = dice.pick(payingManagers)
  const sender = dice.rarely(8) ? pickHolder(dice) : admin
  const fn = dice.pick(['update-fees', 'withdraw-fees', 'sweep-fee-refunds', 'update-admin'])
  if (fn === 'update-fees')
    world.call(manager, fn, [dice.pick([450n, 0n, 333n, 500n, 501n, 9999n, 10_000n])], sender)
  else if (fn === 'withdraw-fees') {
    const earned = world.askOf(manager, 'get-earned-fees') as bigint
    const amount = dice.pick([dice.upTo(earned), earned, earned + 1n, 0n])
    world.call(manager, fn, [amount, pickHolder(dice)], sender)
  } else if (fn === 'sweep-fee-refunds') world.call(manager, fn, [pickHolder(dice)], sender)
  else {
    // Never the last administrator of a reference manager: no one could do anything any more.
    const other = dice.rarely(3) && managers.get(manager) === 'max500' ? admin : pickHolder(dice)
    world.call(manager, fn, [other, dice.roll(2) === 0], sender)
  }
}
