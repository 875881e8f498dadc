import * as v from 'valibot'
import { duskDeployment, type PoolDeployment } from '../../../chain/dusk/deployments.ts'
import type { ProvisionerFault } from '../../../protocol/hyperstaking/chain/block.ts'
import { fund, type Ledger } from '../../../protocol/hyperstaking/chain/ledger.ts'
import { EPOCH, nextEpoch } from '../../../protocol/hyperstaking/core/epoch.ts'
import { type Account, isAccount, STAKE } from '../../../protocol/hyperstaking/core/ids.ts'
import type { HttpFault as NodeFault, Faults } from '../http/faults.ts'
import type { EmbeddedDuskChain } from './chain/chain.ts'
import type { Closings } from './chain/closings.ts'
import type { DuskMempool } from './chain/mempool.ts'
import type { DuskSender } from './chain/sender.ts'
import type { Drivers } from './contracts/drivers.ts'
import { poolKeysOf, MANAGER_ACCOUNT } from './genesis.ts'
import { tendPools, nextKeeperHeight } from './keeper.ts'

interface Setup {
  ledger: Ledger
  chain: EmbeddedDuskChain
  mempool: DuskMempool
  closings: Closings
  drivers: Drivers
  send: DuskSender
  faults: Faults
  /** Whether the keeper recycles and rotates automatically. */
  keeper: boolean
  /** Reported by the node's version reads. */
  version: { value: number }
}

/** A mistake in a control request, with a sentence. */
export class BadControl extends Error {}

/** What tests and demos do to the network from outside; every amount in LUX. */
export const createDuskControl = (setup: Setup) => {
  const { ledger, chain, mempool, closings, drivers, send, faults, version } = setup
  let automatic = true
  let keeping = setup.keeper

  const poolOf = (name: string): PoolDeployment => {
    const pool = duskDeployment('local').pools.find(
      (each) => each.id === name || each.name.toLowerCase() === name.toLowerCase(),
    )
    if (!pool) throw new BadControl(`There is no pool ${name}`)
    return pool
  }
  const advance = (blocks: bigint): void => {
    const target = chain.height() + blocks
    while (chain.height() < target) {
      const due = nextKeeperHeight(chain.height())
      if (keeping && due <= target && !closings.allClosed(due)) {
        chain.advance(due - chain.height())
        tendPools(ledger.host, send, (id) => !closings.isClosed(id, chain.height()))
        if (chain.height() < target) chain.mine()
      } else {
        chain.advance(target - chain.height())
      }
    }
  }

  return {
    /** Makes blocks; the keeper acts when its height comes. */
    mine: (blocks: bigint) => {
      if (blocks === 1n) chain.mine()
      else advance(blocks)
      return { height: chain.height() }
    },
    /** Advances to the first block of the epoch that many epochs later. */
    epochs: (count: number) => {
      for (let epoch = 0; epoch < count; epoch++)
        advance(nextEpoch(chain.height()) - chain.height())
      return { height: chain.height() }
    },
    faucet: (account: Account, lux: bigint) => {
      if (!isAccount(account)) throw new BadControl('An account is base58 of 96 bytes')
      fund(ledger, account, lux)
    },
    /** Accuses a provisioner, or a pool's first key; the next block punishes. */
    fault: (target: { account: Account } | { pool: string }, fault: ProvisionerFault) =>
      chain.accuse(
        'account' in target ? target.account : poolKeysOf(poolOf(target.pool))[0]!,
        fault,
      ),
    /** A reward by hand for a pool's key that holds its stake. */
    reward: (pool: string, lux: bigint) => {
      const keys = poolKeysOf(poolOf(pool))
      const staked = keys.find((key) => ledger.stake.entries.get(key)?.data.amount) ?? keys[0]!
      ledger.host.fromOutside(STAKE, 'reward', [{ account: staked, value: lux, reason: 'Other' }])
    },
    /** The manager pauses a pool, or opens it again. */
    pause: (pool: string, paused: boolean) => {
      const { id, kind } = poolOf(pool)
      if (kind === 'sozu')
        send(MANAGER_ACCOUNT, id, paused ? 'enable_feature' : 'disable_feature', 'maintenance')
      else send(MANAGER_ACCOUNT, id, paused ? 'pause' : 'unpause')
      chain.mine()
    },
    /**
     * The network switches contract calls off or on: all beyond the genesis contracts, or one
     * pool's.
     */
    calls: (enabled: boolean, pool?: string) => {
      if (pool === undefined) closings.closeAll(!enabled, chain.height())
      else closings.shade(poolOf(pool).id, !enabled, chain.height())
    },
    /** Whether this node has a pool's data driver: without it, it reads and encodes bytes only. */
    driver: (pool: string, available: boolean) => drivers.lose(poolOf(pool).id, !available),
    /** What get_version and get_config answer from now on. */
    stakeContract: (next: { version?: number; minimumStake?: bigint; warnings?: number }) => {
      const { minimumStake, warnings } = ledger.stake.config.value
      if (next.version !== undefined) version.value = next.version
      ledger.host.fromOutside(STAKE, 'set_config', {
        minimumStake: next.minimumStake ?? minimumStake,
        warnings: next.warnings ?? warnings,
      })
    },
    nodeFaults: (fault: NodeFault | undefined) => faults.set(fault),
    automine: (on: boolean) => {
      automatic = on
    },
    keeper: (on: boolean) => {
      keeping = on
    },
    isAutomatic: () => automatic,
    state: () => ({
      height: chain.height(),
      epoch: chain.height() / EPOCH,
      nextEpoch: nextEpoch(chain.height()),
      waiting: mempool.size(),
      automine: automatic,
      keeper: keeping,
      callsEnabled: !closings.allClosed(chain.height()),
      pools: duskDeployment('local').pools.map(({ id, name, kind }) => ({ id, name, kind })),
    }),
  }
}
export type DuskControl = ReturnType<typeof createDuskControl>

const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))
const lux = v.pipe(
  v.union([v.string(), v.pipe(v.number(), v.integer())]),
  v.transform(String),
  v.regex(/^\d{1,20}$/, 'lux is a string of digits'),
  v.transform((text) => BigInt(text)),
)
const faultName = v.picklist(['no-candidate', 'invalid-block', 'double-candidate', 'double-vote'])

const request =
  <S extends v.GenericSchema>(schema: S, run: (input: v.InferOutput<S>) => unknown) =>
  (body: unknown): unknown => {
    const parsed = v.safeParse(schema, body)
    if (!parsed.success)
      throw new BadControl(
        `${v.getDotPath(parsed.issues[0]) ?? 'body'}: ${parsed.issues[0].message}`,
      )
    return run(parsed.output)
  }

/** The control paths: POST /control/<name> with JSON. */
export const controlPaths = (control: DuskControl): Record<string, (body: unknown) => unknown> => ({
  state: control.state,
  mine: request(v.object({ blocks: v.optional(count, 1) }), ({ blocks }) =>
    control.mine(BigInt(blocks)),
  ),
  epochs: request(v.object({ count: v.optional(v.pipe(count, v.maxValue(1000)), 1) }), (input) =>
    control.epochs(input.count),
  ),
  faucet: request(v.object({ account: v.string(), lux }), (input) =>
    control.faucet(input.account, input.lux),
  ),
  slash: request(
    v.union([
      v.object({ account: v.string(), fault: faultName }),
      v.object({ pool: v.string(), fault: faultName }),
    ]),
    (input) => control.fault(input, input.fault),
  ),
  reward: request(v.object({ pool: v.string(), lux }), (input) =>
    control.reward(input.pool, input.lux),
  ),
  pause: request(v.object({ pool: v.string(), paused: v.boolean() }), (input) =>
    control.pause(input.pool, input.paused),
  ),
  calls: request(v.object({ enabled: v.boolean(), pool: v.optional(v.string()) }), (input) =>
    control.calls(input.enabled, input.pool),
  ),
  driver: request(v.object({ pool: v.string(), available: v.boolean() }), (input) =>
    control.driver(input.pool, input.available),
  ),
  'stake-contract': request(
    v.object({
      version: v.optional(count),
      minimumStake: v.optional(lux),
      warnings: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255))),
    }),
    control.stakeContract,
  ),
  'node-faults': request(
    v.object({
      kind: v.nullable(v.picklist(['down', 'slow', 'error', 'nonsense', 'busy'])),
      delayMs: v.optional(v.number()),
      paths: v.optional(v.string()),
    }),
    ({ kind, ...more }) => control.nodeFaults(kind === null ? undefined : { kind, ...more }),
  ),
  automine: request(v.object({ on: v.boolean() }), ({ on }) => control.automine(on)),
  keeper: request(v.object({ on: v.boolean() }), ({ on }) => control.keeper(on)),
})
