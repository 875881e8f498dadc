import { createLedger, fund, type Ledger, submit } from '../chain/ledger.ts'
import type { Random } from '../chain/random.ts'
import { EPOCH, nextEpoch } from '../core/epoch.ts'
import { type Account, type ContractId, namedAccount, namedContract, STAKE } from '../core/ids.ts'
import { dusk } from '../core/units.ts'
import { deployPool, type PoolKind, seedFor } from '../pools/deploy.ts'
import type { PoolChoice } from '../pools/liquid.ts'
import type { KeyHealth, PoolHealth, PositionOf } from '../pools/reads.ts'
import { drawBlocks, type NetworkView, rewardOf } from './draw.ts'

/** A pool with many depositors, run on the contracts themselves. Amounts in LUX. */
export interface SimulationInput {
  kind: PoolKind
  choice: Omit<PoolChoice, 'manager'>
  epochs: number
  depositors: number
  /** Each depositor starts with an amount between these. */
  deposit: { least: bigint; most: bigint }
  /** Chance per epoch that one of them adds as much again, and that one takes a tenth out. */
  adding: number
  leaving: number
  /** Chance per epoch that the pool's key misses its turn. */
  fault: number
  network: NetworkView
}

export interface DepositorResult {
  account: Account
  put: bigint
  taken: bigint
  /** What its position is worth at the end, claimable rewards included. */
  worth: bigint
}

/** How a simulated pool ended: its height in blocks, all rewards in LUX, and every depositor. */
export interface SimulationResult {
  height: bigint
  rewards: bigint
  depositors: DepositorResult[]
  health: PoolHealth
  /** Calls that failed, by their text: none unless the design refuses what the simulation does. */
  failures: Record<string, number>
}

const POOL: ContractId = namedContract('simulated pool')
const KEEPER = namedAccount('simulated keeper')
const PLENTY = dusk(100_000_000n)

/**
 * Runs a pool design through epochs of drawn rewards, deposits, exits and faults, all on the real
 * contracts.
 */
export const simulatePool = (input: SimulationInput, random: Random): SimulationResult => {
  const ledger: Ledger = createLedger({ minimumStake: input.network.minimumStake })
  const { host } = ledger
  const routing = input.choice.routing ?? 'top-up'
  deployPool(ledger, POOL, input.kind, { ...input.choice, manager: KEEPER })
  fund(ledger, KEEPER, PLENTY)
  const failures: Record<string, number> = {}
  const call = (sender: Account, method: string, arg: unknown, deposit = 0n): boolean => {
    const execution = submit(ledger, { sender, deposit, call: { contract: POOL, method, arg } })
    const error = execution.ok ? execution.receipt.error : execution.text
    if (error !== null) failures[error] = (failures[error] ?? 0) + 1
    return error === null
  }
  const between = ({ least, most }: SimulationInput['deposit']) =>
    least + (BigInt(Math.floor(random() * 1e6)) * (most - least)) / 1_000_000n

  host.height = 1n
  for (const name of routing === 'rotation' ? ['one', 'two'] : ['one']) {
    call(
      KEEPER,
      'add_provisioner',
      seedFor(ledger, namedAccount(`simulated key ${name}`), POOL, input.network.minimumStake),
    )
  }
  const depositors = Array.from({ length: input.depositors }, (_, index) => {
    const account = namedAccount(`simulated depositor ${index}`)
    fund(ledger, account, PLENTY)
    if (input.kind === 'service') call(KEEPER, 'register', { customer: account, feeRate: 0n })
    return { account, put: 0n, taken: 0n }
  })
  type Depositor = (typeof depositors)[number]
  const add = (who: Depositor) => {
    const amount = between(input.deposit)
    if (call(who.account, 'deposit', amount, amount)) who.put += amount
  }
  const take = (who: Depositor) => {
    const { value } = host.read(POOL, 'position', who.account) as PositionOf
    if (value >= 10n && call(who.account, 'withdraw', value / 10n)) who.taken += value / 10n
  }
  for (const who of depositors) add(who)

  const someone = (): Depositor => depositors[Math.floor(random() * depositors.length)]!
  const lead = BigInt(input.choice.rotationWindow ?? 30n)
  let rewards = 0n
  /** Draws what each earning key gets in the blocks up to `height`, and goes there. */
  const earn = (height: bigint) => {
    const { keys } = host.read(POOL, 'health', null) as PoolHealth
    for (const { account, value } of keys.filter(({ state }: KeyHealth) => state === 'active')) {
      const draw = drawBlocks(value, Number(height - host.height), input.network, random)
      const reward = rewardOf(draw, host.height, input.network.credits)
      if (reward > 0n)
        host.fromOutside(STAKE, 'reward', [{ account, value: reward, reason: 'Other' }])
      rewards += reward
      if (random() < input.fault) host.fromOutside(STAKE, 'slash', { account })
    }
    host.height = height
  }
  for (let epoch = 0; epoch < input.epochs; epoch++) {
    host.fromOutside(STAKE, 'before_state_transition', null)
    if (random() < input.adding) add(someone())
    if (random() < input.leaving) take(someone())
    const boundary = nextEpoch(host.height)
    earn(boundary - (lead < EPOCH ? lead : EPOCH - 1n))
    call(KEEPER, routing === 'rotation' ? 'rotate' : 'recycle', null)
    earn(boundary)
  }
  return {
    height: host.height,
    rewards,
    failures,
    depositors: depositors.map((who) => {
      const { value, claimable } = host.read(POOL, 'position', who.account) as PositionOf
      return { ...who, worth: value + claimable }
    }),
    health: host.read(POOL, 'health', null) as PoolHealth,
  }
}
