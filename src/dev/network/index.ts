import { faucetAccount, keeperAccount } from './accounts.ts'
import { createApiIndex } from './api/api-index.ts'
import { createInterfaces } from './api/context.ts'
import { addressRoutes } from './api/routes/addresses.ts'
import { blockRoutes } from './api/routes/blocks.ts'
import { contractRoutes } from './api/routes/contracts.ts'
import { controlRoutes } from './api/routes/control.ts'
import { feeRoutes } from './api/routes/fees.ts'
import { logRoutes } from './api/routes/logs.ts'
import { nodeRoutes } from './api/routes/node.ts'
import { stakingRoutes } from './api/routes/staking.ts'
import { transactionRoutes } from './api/routes/transactions.ts'
import { v3Routes } from './api/routes/v3.ts'
import { poxSource } from './bitcoin-staking/contract-sources.ts'
import { keepStaking } from './bitcoin-staking/keep-staking.ts'
import { setUpManagers, setUpStaking } from './bitcoin-staking/set-up-staking.ts'
import { createStakingCalls } from './bitcoin-staking/staking-calls.ts'
import { stakingContracts } from './bitcoin-staking/staking-contracts.ts'
import { createStakingKeeper } from './bitcoin-staking/staking-keeper.ts'
import { networkContracts, type ContractKind } from './contracts.ts'
import { createStacksControl } from './control/control.ts'
import { createCaretaker } from './demo/caretaker.ts'
import { setUpDemo, type DemoCycle } from './demo/set-up-demo.ts'
import { setUpFamilies } from './families/set-up-families.ts'
import { startVmHost } from './host/start-vm-host.ts'
import { createControlToken } from './http/control-access.ts'
import { createDeprecation } from './http/deprecation.ts'
import { createFaults } from './http/faults.ts'
import { createRateLimiter } from './http/rate-limit.ts'
import { createReadBudget } from './http/read-budget.ts'
import type { Route } from './http/router.ts'
import type { StaticPages } from './http/serve-file.ts'
import { startStacksServer } from './http/server.ts'
import { createAutomaticKeeper } from './keeper/automatic-keeper.ts'
import { createCycleRunner } from './keeper/cycle-runner.ts'
import { createKeeper } from './keeper/keeper.ts'
import { genesisOperations } from './node/genesis.ts'
import { openJournal } from './node/journal.ts'
import { createNode } from './node/node.ts'
import { startProducer } from './node/producer.ts'
import { createStacksSender } from './node/sender.ts'

export type NetworkOptions = {
  /** 0, the default, takes any free port. */
  port?: number
  /** Where to keep the history; without it the chain ends with the process. */
  folder?: string
  /**
   * A running cycle with participants, a funded pool and users with sBTC and stacked STX; its
   * rhythm, or true for the usual one.
   */
  demo?: boolean | Partial<DemoCycle>
  /**
   * `live`, the default, is mainnet as it is today: epoch 4.0, pox-5 with signer managers and
   * bonds, and the live build of Dual Stacking; a demo has holders of each manager and a cycle that
   * is over. `v1`: epoch 3.3, pox-4 and the first build.
   */
  contract?: ContractKind
  /** In a demo of v1: also contracts of the second and third family's shape, for trying clients. */
  families?: boolean
  /**
   * How often waiting transactions are mined (500 ms), and burn blocks made (never; 4 s in a demo
   * by `npm start`); 0: only on demand.
   */
  blockIntervalMs?: number
  burnIntervalMs?: number
  /** Whether the keeper performs the cycle's steps automatically. */
  keeper?: boolean
  /** Enforces the cost limits of real blocks. */
  trackCosts?: boolean
  rateLimitPerMinute?: number
  /** Folders served as pages, by the beginning of their path. */
  pages?: StaticPages
  /** What requests to the control paths must know; a random one by default. */
  controlToken?: string
  /** Further paths. */
  routes?: Route[]
  onError?: (failure: unknown) => void
}

const usualCycle: DemoCycle = { snapshots: 3, blocksPerSnapshot: 4 }

/**
 * Starts a Stacks network of our own: a real Clarity VM in a thread, behind the HTTP paths of a
 * node and its API, on loopback only.
 *
 * @example
 *   const network = await createNetwork({ demo: true })
 *   await fetch(`${network.url}/v2/info`)
 *   await network.control.runTo('distribute-rewards')
 *   await network.close()
 */
export const createNetwork = async (options: NetworkOptions = {}) => {
  const {
    contract = 'live',
    demo = false,
    families = false,
    folder,
    onError = () => {},
    trackCosts = true,
    pages = {},
    routes = [],
    controlToken = createControlToken(),
  } = options
  const hasPox5 = contract === 'live'
  const contracts = hasPox5 ? stakingContracts() : networkContracts[contract]
  const cycle = { ...usualCycle, ...(typeof demo === 'object' && demo) }
  const withFamilies = families && Boolean(demo) && contract === 'v1'
  const label = [
    contract,
    ...(demo ? [`demo ${cycle.snapshots}x${cycle.blocksPerSnapshot}`] : []),
    ...(withFamilies ? ['families'] : []),
    ...(hasPox5 ? ['staking'] : []),
  ].join(' ')
  const journal = folder === undefined ? undefined : openJournal(folder)
  const kept = journal?.load()
  if (kept && kept.start.label !== label)
    throw new Error(
      `${folder} holds a network of another kind (${kept.start.label}, not ${label}): ` +
        'choose another folder',
    )
  const genesisTime = kept?.start.genesisTime ?? Date.now()

  const host = await startVmHost({
    trackCosts,
    epoch: contracts.epoch,
    clarity: contracts.clarity,
    genesisTime,
    ...(hasPox5 && { boot: { 'pox-5': poxSource() } }),
  })
  const node = createNode({ host, hasStakingConditions: hasPox5 })
  const send = createStacksSender(node)
  const api = createApiIndex(node)
  const interfaces = createInterfaces(node)

  const setUp = async () => {
    if (kept) return node.restore(kept.entries)
    for (const performed of await node.performAll(
      genesisOperations(contracts, (await host.heights()).burn),
    )) {
      if (!performed.ok) throw new Error(performed.reason)
      const failed = performed.transactions.find(({ status }) => status !== 'success')
      if (failed) throw new Error(`A contract cannot be deployed: ${failed.reason}`)
    }
    if (hasPox5) await setUpManagers(node, send)
    if (hasPox5 && demo) await setUpStaking(node, send)
    if (demo) await setUpDemo({ node, send, contracts, cycle })
    if (withFamilies) await setUpFamilies(node)
  }

  try {
    await setUp()
  } catch (failure) {
    await host.close()
    throw failure
  }
  const genesis = node.entries().slice(0, kept?.start.genesis)
  const start = { genesisTime, label, genesis: genesis.length }
  if (journal && !kept) journal.begin(start, genesis)
  if (journal)
    node.keepWith({
      append: journal.append,
      replace: (entries) => journal.begin(start, [...entries]),
    })

  const keeper = createKeeper({
    node,
    contract: contracts.dualStacking,
    kind: contract,
    account: keeperAccount,
    send,
  })
  const automatic = createAutomaticKeeper(node, keeper, onError)
  const stakingKeeper = createStakingKeeper(node, createStakingCalls(node, send, faucetAccount))
  const staking = hasPox5 ? keepStaking(node, stakingKeeper, onError) : undefined
  const setKeepers = (on: boolean) => {
    automatic.set(on)
    staking?.set(on)
  }
  const limiter = createRateLimiter()
  const faults = createFaults()
  const deprecation = createDeprecation()
  const readBudget = createReadBudget()
  if (options.rateLimitPerMinute !== undefined)
    limiter.set({ perMinute: options.rateLimitPerMinute })

  const reset = async () => {
    api.setLag(0)
    await node.restore(genesis)
    interfaces.forget()
    journal?.begin(start, genesis)
  }

  const control = createStacksControl({
    node,
    send,
    contracts,
    keeper: { isOn: automatic.isOn, set: setKeepers },
    cycle: createCycleRunner(node, keeper),
    limiter,
    faults,
    deprecation,
    readBudget,
    setApiLag: api.setLag,
    reset,
  })
  const context = { node, api, interfaces, readBudget, hasPox5 }
  const server = await startStacksServer({
    routes: [
      ...nodeRoutes(context),
      ...contractRoutes(context),
      ...feeRoutes(),
      ...transactionRoutes(context),
      ...addressRoutes(context),
      ...blockRoutes(context),
      ...logRoutes(context),
      ...v3Routes(context),
      ...(hasPox5 ? stakingRoutes(context) : []),
      ...controlRoutes(control),
      ...routes,
    ],
    limiter,
    faults,
    deprecation,
    pages,
    port: options.port ?? 0,
    controlToken,
  }).catch(async (failure: unknown) => {
    await host.close()
    throw failure
  })
  const stopProducer = startProducer(
    node,
    {
      blockIntervalMs: options.blockIntervalMs ?? 500,
      burnIntervalMs: options.burnIntervalMs ?? 0,
    },
    onError,
  )
  const care = createCaretaker(node, send, contracts)
  const stopCare = demo ? node.onChange(() => void care().catch(onError)) : () => {}
  setKeepers(options.keeper ?? Boolean(demo))

  return {
    url: server.url,
    port: server.port,
    contracts,
    control,
    /** What keeps pox-5 going, where the chain has it. */
    stakingKeeper,
    controlToken,
    node,
    close: async () => {
      stopProducer()
      stopCare()
      staking?.stop()
      automatic.stop()
      await server.close()
      await host.close()
    },
  }
}
export type Network = Awaited<ReturnType<typeof createNetwork>>
