import { duskDeployment, type PoolDeployment } from '../../../chain/dusk/deployments.ts'
import { fund, type Ledger, submit } from '../../../protocol/hyperstaking/chain/ledger.ts'
import type { Random } from '../../../protocol/hyperstaking/chain/random.ts'
import {
  type Account,
  namedContract,
  STAKE,
  TRANSFER,
} from '../../../protocol/hyperstaking/core/ids.ts'
import { dusk } from '../../../protocol/hyperstaking/core/units.ts'
import { deployPool, seedFor } from '../../../protocol/hyperstaking/pools/deploy.ts'
import type { PoolChoice } from '../../../protocol/hyperstaking/pools/liquid.ts'
import type { Drivers } from './contracts/drivers.ts'
import { sozuHub, sozuPool, stakedDusk } from './contracts/sozu.ts'
import { networkAccount } from './network-account.ts'

/**
 * The embedded network's users. Their secrets are never used: `signFor` signs for them
 * (wire/transaction.ts).
 */
export const PEOPLE = {
  alice: networkAccount('alice'),
  bob: networkAccount('bob'),
  carol: networkAccount('carol'),
}
export const MANAGER_ACCOUNT: Account = networkAccount('pool manager')
export const KEEPER_ACCOUNT: Account = networkAccount('keeper')
export const FOUNDER_ACCOUNT: Account = networkAccount('founder')
export const DEV_FUND_ACCOUNT: Account = networkAccount('development fund')

const PERCENT = 1_000_000n
const DESIGNS: Record<string, Omit<PoolChoice, 'manager'>> = {
  Liquid: { policy: 'reinvest', rewardFee: 10n * PERCENT, depositFee: PERCENT / 4n },
  Rotating: { policy: 'reinvest', routing: 'rotation', rewardFee: 5n * PERCENT },
  Referral: { policy: 'distribute', rewardFee: 5n * PERCENT, referralRate: 20n * PERCENT },
  Service: { policy: 'reinvest' },
  Sozu: {
    policy: 'reinvest',
    rewardFee: 10n * PERCENT,
    depositFee: PERCENT / 4n,
    minimumDeposit: dusk(10n),
  },
}

/** The keys of a pool: the second one is for rotation. */
export const poolKeysOf = (pool: PoolDeployment): Account[] =>
  (DESIGNS[pool.name]!.routing === 'rotation' ? ['one', 'two'] : ['one']).map((key) =>
    networkAccount(`${pool.name} pool key ${key}`),
  )

const insertStake = (ledger: Ledger, account: Account, value: bigint) => {
  const entry = {
    keys: { account, owner: { kind: 'account', account } as const },
    data: { amount: { value, locked: 0n, eligibility: 0n }, reward: 0n, faults: 0, hardFaults: 0 },
  }
  ledger.host.fromOutside(STAKE, 'insert_stake', entry)
  ledger.transfer.balances.set(STAKE, (ledger.transfer.balances.get(STAKE) ?? 0n) + value)
}

/** A stake for each provisioner, in LUX; together `total` but for rounding, where that is given. */
const drawStakes = (random: Random, count: number, total: bigint | undefined): bigint[] => {
  const drawn = Array.from({ length: count }, () =>
    dusk(BigInt(Math.floor(50_000 + random() * random() * 2_000_000))),
  )
  if (total === undefined) return drawn
  const sum = drawn.reduce((all, stake) => all + stake, 0n)
  return drawn.map((stake) => (stake * total) / sum)
}

/**
 * Puts provisioners, users, and every pool of the local deployment on a fresh ledger; the founder
 * is each pool's first depositor.
 */
export const createGenesis = (
  ledger: Ledger,
  drivers: Drivers,
  random: Random,
  { provisioners, totalStaked }: { provisioners: number; totalStaked?: bigint | undefined },
): void => {
  const minimum = ledger.stake.config.value.minimumStake
  for (const [index, stake] of drawStakes(random, provisioners, totalStaked).entries())
    insertStake(ledger, networkAccount(`provisioner ${index + 1}`), stake)
  for (const account of [...Object.values(PEOPLE), FOUNDER_ACCOUNT])
    fund(ledger, account, dusk(1_000_000n))
  for (const account of [MANAGER_ACCOUNT, KEEPER_ACCOUNT]) fund(ledger, account, dusk(100_000n))

  const send = (transaction: Parameters<typeof submit>[1]) => {
    const execution = submit(ledger, transaction)
    const failure = execution.ok ? execution.receipt.error : execution.text
    if (failure !== null) throw new Error(`${transaction.call?.method}: ${failure}`)
  }
  const manage = (contract: string, method: string, arg: unknown) =>
    send({ sender: MANAGER_ACCOUNT, call: { contract, method, arg } })
  const { pools, sozu } = duskDeployment('local')
  const token = namedContract('sozu staked dusk')
  ledger.host.height = 1n
  for (const pool of pools) {
    const choice = { ...DESIGNS[pool.name]!, manager: MANAGER_ACCOUNT }
    if (pool.kind === 'sozu') ledger.host.deploy(pool.id, sozuPool(choice))
    else deployPool(ledger, pool.id, pool.kind, choice)
    drivers.add(pool.id, pool.kind === 'sozu' ? 'sozu-pool' : 'pool')
    for (const key of poolKeysOf(pool))
      manage(pool.id, 'add_provisioner', seedFor(ledger, key, pool.id, minimum))
    if (pool.kind === 'service')
      for (const customer of [FOUNDER_ACCOUNT, ...Object.values(PEOPLE)])
        manage(pool.id, 'register', { customer, feeRate: 8n * PERCENT })
    const method = pool.kind === 'sozu' ? 'sozu_stake' : 'deposit'
    send({
      sender: FOUNDER_ACCOUNT,
      deposit: dusk(50_000n),
      call: { contract: pool.id, method, arg: dusk(50_000n) },
    })
  }
  ledger.host.deploy(token, stakedDusk(sozu!.pool))
  drivers.add(token, 'staked-dusk')
  ledger.host.deploy(
    sozu!.hub,
    sozuHub({ pool: sozu!.pool, 'staked-dusk': token, relayer: TRANSFER }),
  )
  drivers.add(sozu!.hub, 'sozu-hub')
}
