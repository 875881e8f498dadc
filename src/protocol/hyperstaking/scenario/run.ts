import { slashProvisioner } from '../chain/block.ts'
import { balanceOf, createLedger, fund, type Ledger, submit } from '../chain/ledger.ts'
import { seeded } from '../chain/random.ts'
import { nextEpoch } from '../core/epoch.ts'
import { type Account, namedAccount, namedContract, STAKE, TRANSFER } from '../core/ids.ts'
import { Panic } from '../core/panic.ts'
import { dusk } from '../core/units.ts'
import { deployPool, seedFor } from '../pools/deploy.ts'
import type { PoolHealth, PositionOf } from '../pools/reads.ts'
import { drawBlocks, meanReward, rewardOf } from '../projection/draw.ts'
import { activeOf } from '../projection/path.ts'
import type { Act, ScenarioCall, ParticipantResult, Scenario, ScenarioResult } from './types.ts'

const POOL = namedContract('scenario pool')
const FUNDS = dusk(100_000_000n)
export const MANAGER_NAME = 'manager'
export const KEEPER_NAME = 'keeper'

/** Replaces "{name}" by that participant's account, anywhere in an argument. */
const resolveNames = (value: unknown, account: (name: string) => Account): unknown => {
  if (typeof value === 'string') return /^\{.+\}$/.test(value) ? account(value.slice(1, -1)) : value
  if (Array.isArray(value)) return value.map((item) => resolveNames(item, account))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, resolveNames(item, account)]),
    )
  return value
}

/**
 * Runs a scenario on the contracts; the same scenario always gives the same result. A call that
 * fails is reported, and the run continues.
 */
export const runScenario = (scenario: Scenario): ScenarioResult => {
  const { network, pool } = scenario
  const random = seeded(scenario.seed)
  const ledger: Ledger = createLedger({ minimumStake: network.minimumStake })
  const { host } = ledger
  const names = new Map<string, string>([
    [TRANSFER, 'transfer'],
    [STAKE, 'stake'],
    [POOL, 'pool'],
  ])
  const calls: ScenarioCall[] = []
  const books = new Map<string, { start: bigint; put: bigint; gas: bigint; given: bigint }>()
  let act = -1
  let rewards = 0n

  const account = (name: string): Account => {
    const id = namedAccount(name)
    if (!names.has(id)) {
      names.set(id, name)
      fund(ledger, id, FUNDS)
      books.set(name, { start: FUNDS, put: 0n, gas: 0n, given: 0n })
    }
    return id
  }
  const call = (who: string, method: string, arg: unknown = null, deposit = 0n): void => {
    const sender = account(who)
    const execution = submit(ledger, { sender, deposit, call: { contract: POOL, method, arg } })
    const book = books.get(who)!
    if (!execution.ok) {
      calls.push({
        act,
        height: host.height,
        who,
        method,
        deposit,
        error: execution.text,
        gas: 0n,
        events: [],
        steps: [],
      })
      return
    }
    const { error, gasSpent, gasPrice, events, steps } = execution.receipt
    book.gas += gasSpent * gasPrice
    if (error === null) book.put += deposit
    calls.push({
      act,
      height: host.height,
      who,
      method,
      deposit,
      error,
      gas: gasSpent * gasPrice,
      events,
      steps,
    })
  }
  const keys = Array.from({ length: pool.keys }, (_, index) =>
    namedAccount(`provisioner ${index + 1}`),
  )
  for (const [index, key] of keys.entries()) names.set(key, `provisioner ${index + 1}`)

  /** Draws what the keys earn in the blocks up to `height`, and goes there. */
  const earn = (height: bigint): void => {
    for (const key of keys) {
      const amount = ledger.stake.entries.get(key)?.data.amount ?? null
      const active = activeOf(
        { keys: [amount], idle: 0n, held: 0n, distributed: 0n, fees: 0n },
        host.height,
        network.minimumStake,
      )
      const blocks = height - host.height
      const value =
        scenario.rewards === 'mean'
          ? meanReward(active, blocks, network, host.height)
          : rewardOf(
              drawBlocks(active, Number(blocks), network, random),
              host.height,
              network.credits,
            )
      if (value > 0n) host.fromOutside(STAKE, 'reward', [{ account: key, value, reason: 'Other' }])
      rewards += value
    }
    host.height = height
  }
  const own = 'make' in pool
  const keeps = (): void => {
    if (own) return
    const rotating = pool.choice.routing === 'rotation' && pool.keys > 1
    const lead = rotating ? (pool.choice.rotationWindow ?? 30n) : 1n
    earn(nextEpoch(host.height) - lead > host.height ? nextEpoch(host.height) - lead : host.height)
    call(KEEPER_NAME, rotating ? 'rotate' : 'recycle')
  }
  /** What the pool answers, or null when it has no such read. */
  const ask = <T>(method: string, arg: unknown): T | null => {
    try {
      return host.read(POOL, method, arg) as T
    } catch (error) {
      if (error instanceof Panic) return null
      throw error
    }
  }
  const position = (who: string) => ask<PositionOf>('position', account(who))
  const sharesOf = (who: string, lux: bigint | null): bigint => {
    const { shares, value } = position(who) ?? { shares: 0n, value: 0n }
    return lux === null || value === 0n ? shares : (shares * lux) / value
  }

  const perform = (step: Act): void => {
    switch (step.do) {
      case 'deposit':
        return step.referrer === null
          ? call(step.who, 'deposit', step.lux, step.lux)
          : call(
              step.who,
              'deposit_with_referrer',
              { amount: step.lux, referrer: account(step.referrer) },
              step.lux,
            )
      case 'withdraw':
        return step.lux === null
          ? call(step.who, 'redeem', sharesOf(step.who, null))
          : call(step.who, 'withdraw', step.lux)
      case 'transfer': {
        const receiver = account(step.to)
        const before = position(step.who)?.value ?? 0n
        call(step.who, 'transfer', { to: receiver, shares: sharesOf(step.who, step.lux) })
        const moved = before - (position(step.who)?.value ?? 0n)
        books.get(step.who)!.given += moved
        books.get(step.to)!.given -= moved
        return
      }
      case 'claim':
      case 'recycle':
      case 'rotate':
        return call(step.who, step.do)
      case 'settle':
        return call(step.who, 'settle', account(step.account))
      case 'pause':
      case 'unpause':
        return call(MANAGER_NAME, step.do)
      case 'collect-fees':
        return call(MANAGER_NAME, 'collect_fees')
      case 'policy':
        return call(MANAGER_NAME, 'set_policy', step.policy)
      case 'register':
        return call(MANAGER_NAME, 'register', {
          customer: account(step.who),
          feeRate: step.feeRate,
        })
      case 'call':
        return call(step.who, step.method, resolveNames(step.arg, account), step.deposit)
      case 'fault':
        slashProvisioner(ledger, network.rules, keys[step.key - 1] ?? '', step.fault)
        return
      case 'reward':
        rewards += step.lux
        host.fromOutside(STAKE, 'reward', [
          { account: keys[step.key - 1]!, value: step.lux, reason: 'Other' },
        ])
        return
      case 'blocks':
        return earn(host.height + step.count)
      case 'epochs':
        for (let epoch = 0; epoch < step.count; epoch++) {
          if (step.keeper) keeps()
          earn(nextEpoch(host.height))
        }
    }
  }

  host.height = scenario.height
  if (own) host.deploy(POOL, pool.make)
  else deployPool(ledger, POOL, pool.kind, { ...pool.choice, manager: account(MANAGER_NAME) })
  if (!own)
    for (const key of keys)
      call(MANAGER_NAME, 'add_provisioner', seedFor(ledger, key, POOL, network.minimumStake))
  for (const step of scenario.acts) {
    act++
    perform(step)
  }

  const participants = [...books].map(([who, { start, put, gas, given }]): ParticipantResult => {
    const now = position(who)
    const worth = now && now.value + now.claimable
    const taken = balanceOf(ledger, account(who)) + put + gas - start
    return {
      who,
      put,
      taken,
      gas,
      given,
      worth,
      gained: worth === null ? null : worth + taken + given - put,
    }
  })
  return {
    height: host.height,
    rewards,
    calls,
    participants,
    health: ask<PoolHealth>('health', null),
    names,
  }
}
