import { duskDeployment } from '../../../chain/dusk/deployments.ts'
import { BOREAS, type NetworkRules } from '../../../protocol/hyperstaking/chain/block.ts'
import { createLedger } from '../../../protocol/hyperstaking/chain/ledger.ts'
import { MODEL_VERSION } from '../../../protocol/hyperstaking/chain/model.ts'
import { seeded } from '../../../protocol/hyperstaking/chain/random.ts'
import { EPOCH } from '../../../protocol/hyperstaking/core/epoch.ts'
import type { Account } from '../../../protocol/hyperstaking/core/ids.ts'
import { createControlToken } from '../http/control-access.ts'
import { createFaults } from '../http/faults.ts'
import { createAdmission } from './chain/admit.ts'
import { createDuskBlocks } from './chain/blocks.ts'
import { createEmbeddedDuskChain } from './chain/chain.ts'
import { createClosings } from './chain/closings.ts'
import { createDuskEvents } from './chain/events.ts'
import { createDuskMempool } from './chain/mempool.ts'
import { createDuskSender } from './chain/sender.ts'
import { createDrivers } from './contracts/drivers.ts'
import { eventHex } from './contracts/event-bytes.ts'
import { BadControl, controlPaths, createDuskControl } from './control.ts'
import { createGenesis, DEV_FUND_ACCOUNT, PEOPLE } from './genesis.ts'
import { type NodeAnswer, failureAnswer, jsonAnswer, type NodeRequest } from './http/answer.ts'
import { createNodePaths } from './http/node-paths.ts'
import { createQueries } from './http/queries.ts'
import { startDuskServer } from './http/server.ts'
import { createSessions } from './http/sessions.ts'
import { exactJson } from './wire/json.ts'

export interface DuskNetworkOptions {
  /** 0, the default, takes any free port. */
  port?: number
  /** What lottery, provisioners and faults are drawn from. */
  seed?: string
  provisioners?: number
  /** What the provisioners stake together, in LUX; by default what is drawn for each. */
  totalStaked?: bigint
  /** Epochs that have passed when the network opens: from the third one the pools are active. */
  epochs?: number
  /** How often a block is made, in ms; 0, the default: only for transactions and on demand. */
  blockIntervalMs?: number
  /** Whether a transaction gets its block at once. */
  automine?: boolean
  keeper?: boolean
  /** Chance per epoch that a provisioner commits a fault. */
  faultChance?: number
  rules?: NetworkRules
  /** What requests to the control paths must know; a random one by default. */
  controlToken?: string
  /** Seconds since 1970 of block 0; by default such that the chain's time is now. */
  startedAt?: bigint
}

/**
 * Starts a Dusk network of our own: the node's HTTP paths and event socket over the model, with
 * this project's pools and contracts of Sozu's published methods, on loopback only. The same seed
 * and calls give the same chain.
 *
 * @example
 *   const network = await createDuskNetwork({ seed: 'demo' })
 *   await fetch(`${network.url}/on/node/info`, { method: 'POST' })
 *   network.control.epochs(1)
 *   await network.close()
 */
export const createDuskNetwork = async (options: DuskNetworkOptions = {}) => {
  const {
    seed = 'dusk',
    provisioners = 30,
    epochs = 4,
    rules = BOREAS,
    automine = true,
    faultChance = 0.01,
    controlToken = createControlToken(),
  } = options
  const random = seeded(seed)
  const version = { value: MODEL_VERSION }
  const ledger = createLedger({ chainId: duskDeployment('local').chainId })
  const drivers = createDrivers()
  const mempool = createDuskMempool((sender) => ledger.transfer.accounts.get(sender)?.nonce ?? 0n)
  const keysOwnedBy = (contract: string): Account[] =>
    [...ledger.stake.entries.entries()].flatMap(
      ([
        key,
        {
          keys: { owner },
        },
      ]) => (owner.kind === 'contract' && owner.contract === contract ? [key] : []),
    )
  const events = createDuskEvents((event) => eventHex(drivers, keysOwnedBy, event))
  const closings = createClosings()
  const faults = createFaults()
  const startHeight = BigInt(epochs) * EPOCH + 100n
  const startedAt = options.startedAt ?? BigInt(Math.floor(Date.now() / 1000)) - startHeight * 10n
  const blocks = createDuskBlocks(seed, startedAt)
  createGenesis(ledger, drivers, random, { provisioners, totalStaked: options.totalStaked })
  const admission = createAdmission({ ledger, drivers, mempool, closings })
  const chain = createEmbeddedDuskChain({
    ledger,
    drivers,
    blocks,
    mempool,
    events,
    random,
    rules,
    devFund: DEV_FUND_ACCOUNT,
    faultChance,
  })
  const send = createDuskSender(ledger, drivers, mempool, admission)
  const control = createDuskControl({
    ledger,
    chain,
    mempool,
    closings,
    drivers,
    send,
    faults,
    keeper: options.keeper ?? true,
    version,
  })
  control.mine(startHeight - chain.height())
  control.automine(automine)

  const sessions = createSessions(events)
  const queries = createQueries({ height: chain.height, blocks, mempool, events })
  /** A block for what waits, after the answer to the request that brought it. */
  const onAdmitted = () => {
    if (control.isAutomatic()) setImmediate(() => (mempool.size() > 0 ? chain.mine() : undefined))
  }
  const nodePaths = createNodePaths({
    ledger,
    drivers,
    mempool,
    events,
    closings,
    admission,
    queries,
    sessions,
    version,
    onAdmitted,
  })
  const controls = controlPaths(control)

  const runControl = (name: string, body: string): NodeAnswer => {
    const run = Object.hasOwn(controls, name) ? controls[name] : undefined
    if (!run) return failureAnswer(404, `No control ${name}`)
    try {
      return jsonAnswer(exactJson(run(body === '' ? {} : JSON.parse(body)) ?? {}))
    } catch (error) {
      if (error instanceof BadControl || error instanceof SyntaxError)
        return failureAnswer(400, error.message)
      throw error
    }
  }
  const route = (request: NodeRequest): NodeAnswer => {
    const control = /^\/control\/([\w-]+)$/.exec(request.path)
    if (control) return runControl(control[1]!, request.body)
    return nodePaths(request) ?? failureAnswer(404, `Nothing at ${request.path}`)
  }

  const server = await startDuskServer({
    port: options.port ?? 0,
    route,
    sessions,
    faults,
    controlToken,
  })
  const timer = options.blockIntervalMs
    ? setInterval(() => control.mine(1n), options.blockIntervalMs)
    : undefined
  return {
    url: server.url,
    port: server.port,
    control,
    controlToken,
    ledger,
    chain,
    events,
    people: PEOPLE,
    close: async () => {
      clearInterval(timer)
      await server.close()
    },
  }
}
export type DuskNetwork = Awaited<ReturnType<typeof createDuskNetwork>>
