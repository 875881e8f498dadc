import * as v from 'valibot'
import { base58Size } from '../../../../protocol/base58.ts'
import type { Ledger } from '../../../../protocol/hyperstaking/chain/ledger.ts'
import { isAccount, isContractId } from '../../../../protocol/hyperstaking/core/ids.ts'
import { BLOCK_GAS_LIMIT } from '../../../../protocol/hyperstaking/host/gas.ts'
import type { Owner } from '../../../../protocol/hyperstaking/stake/types.ts'
import type { Admission } from '../chain/admit.ts'
import type { Closings } from '../chain/closings.ts'
import type { DuskEvents } from '../chain/events.ts'
import type { DuskMempool } from '../chain/mempool.ts'
import type { Drivers } from '../contracts/drivers.ts'
import { MANAGER_ACCOUNT } from '../genesis.ts'
import { BadQuery } from '../wire/graphql.ts'
import { exactJson } from '../wire/json.ts'
import { readTransaction } from '../wire/transaction.ts'
import {
  type NodeAnswer,
  failureAnswer,
  invalidInput,
  jsonAnswer,
  type NodeRequest,
  textAnswer,
  unsupported,
} from './answer.ts'
import { createContractPaths } from './contract-paths.ts'
import { SCHEMA, type Queries } from './queries.ts'
import { NODE_VERSION } from './server.ts'
import type { Sessions } from './sessions.ts'

interface Setup {
  ledger: Ledger
  drivers: Drivers
  mempool: DuskMempool
  events: DuskEvents
  closings: Closings
  admission: Admission
  queries: Queries
  sessions: Sessions
  /** What the stake contract's get_version answers. */
  version: { value: number }
  /** Runs after a transaction was taken in. */
  onAdmitted: () => void
}

const ownerJson = (owner: Owner) =>
  owner.kind === 'account' ? { Account: owner.account } : { Contract: owner.contract }

const parsedJson = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const NO_SESSION = failureAnswer(424, '{"error":"Session ID not provided or invalid"}')
const NO_EVENTS = failureAnswer(404, '{{"error":"Invalid URL path\n"}}')

/** The node's own paths: /on/<component>[:entity]/<topic>, and /graphql [hyperstaking 4.3]. */
export const createNodePaths = (setup: Setup) => {
  const { ledger, mempool, events, closings, admission, queries, sessions, onAdmitted } = setup
  const { host, stake, transfer } = ledger
  const contractPaths = createContractPaths(setup)

  const info = () => ({
    bootstrapping_nodes: [],
    chain_id: host.chainId,
    kadcast_address: '127.0.0.1:9000',
    version: NODE_VERSION,
    version_build: `${NODE_VERSION} (embedded)`,
    vm_config: {
      block_gas_limit: BLOCK_GAS_LIMIT,
      features: { ABI_PUBLIC_SENDER: 1, HARDFORK_BOREAS: 1, ...closings.features() },
      gas_per_blob: 1_000_000,
      gas_per_deploy_byte: 100,
      generation_timeout: '3s',
      min_deploy_points: 5_000_000,
      min_deployment_gas_price: 2000,
    },
  })

  const provisioners = () =>
    [...stake.entries.entries()].map(([key, { keys, data }]) => ({
      amount: data.amount?.value ?? 0n,
      eligibility: data.amount?.eligibility ?? 0n,
      faults: data.faults,
      hard_faults: data.hardFaults,
      key,
      locked_amt: data.amount?.locked ?? 0n,
      owner: ownerJson(keys.owner),
      reward: data.reward,
    }))

  const gasPrice = () => {
    const prices = mempool
      .all()
      .map(({ transaction }) => transaction.gas_price)
      .sort((a, b) => (a < b ? -1 : 1))
    if (prices.length === 0) return { average: 1, max: 1, median: 1, min: 1 }
    const sum = prices.reduce((total, price) => total + price, 0n)
    return {
      average: sum / BigInt(prices.length),
      max: prices.at(-1),
      median: prices[prices.length >> 1],
      min: prices[0],
    }
  }

  const transaction = (topic: string, bytes: Uint8Array): NodeAnswer => {
    const read = readTransaction(bytes)
    if (topic === 'simulate') {
      if (!read) return invalidInput('Invalid transaction: InvalidData')
      const { gasSpent, error } = admission.simulate(read)
      return jsonAnswer(exactJson({ error, 'gas-spent': gasSpent }))
    }
    if (!read) return invalidInput('Data: InvalidData')
    const refused = (id: string, reason: string) =>
      failureAnswer(500, `Tx ${id} not accepted: ${reason}`)
    if (topic === 'preverify') {
      const reason = admission.refusal(read)
      return reason === null ? textAnswer('', 202) : refused(admission.idOf(read), reason)
    }
    const admitted = admission.admit(read)
    if (!admitted.ok) return refused(admitted.id, admitted.reason)
    events.tell({
      component: 'transactions',
      entity: admitted.id,
      topic: 'included',
      body: { id: admitted.id },
    })
    onAdmitted()
    return textAnswer('', 202)
  }

  const query = (body: string, type: string, standard: boolean): NodeAnswer => {
    if (body === '') return textAnswer(SCHEMA)
    const asked = type.includes('json')
      ? v.safeParse(
          v.object({
            query: v.string(),
            variables: v.optional(v.nullable(v.record(v.string(), v.unknown()))),
          }),
          parsedJson(body),
        )
      : null
    if (asked && !asked.success) return invalidInput('a query is JSON with a field "query"')
    try {
      const data = queries(asked ? asked.output.query : body, asked?.output.variables ?? {})
      return jsonAnswer(exactJson(standard ? { data } : data))
    } catch (error) {
      if (!(error instanceof BadQuery)) throw error
      const errors = [
        {
          locations: [{ column: error.column, line: 1 }],
          message: error.message,
          ...(error.path && { path: [error.path] }),
        },
      ]
      return standard
        ? jsonAnswer(JSON.stringify({ data: null, errors }))
        : failureAnswer(500, JSON.stringify(errors))
    }
  }

  const account = (entity: string): NodeAnswer => {
    if (!isAccount(entity) || base58Size(entity) !== 96) return invalidInput('Invalid bs58 account')
    const { balance, nonce } = transfer.accounts.get(entity) ?? { balance: 0n, nonce: 0n }
    return jsonAnswer(
      exactJson({ balance, next_nonce: nonce + BigInt(mempool.countOf(entity)) + 1n, nonce }),
    )
  }

  const contract = (entity: string, topic: string): NodeAnswer => {
    if (!isContractId(entity)) return invalidInput('Invalid contract bytes')
    if (topic === 'status')
      return jsonAnswer(exactJson({ balance: transfer.balances.get(entity) ?? 0n }))
    if (topic !== 'metadata') return unsupported
    return jsonAnswer(
      JSON.stringify({
        created_at: null,
        driver_available: setup.drivers.has(entity),
        driver_signature: null,
        owner: host.contracts.has(entity) ? MANAGER_ACCOUNT : '',
      }),
    )
  }

  const dispatch = (
    component: string,
    entity: string,
    topic: string,
    request: NodeRequest,
  ): NodeAnswer => {
    switch (component) {
      case 'node':
        if (topic === 'info') return jsonAnswer(exactJson(info()))
        if (topic === 'provisioners') return jsonAnswer(exactJson(provisioners()))
        break
      case 'blocks':
        if (topic === 'gas-price') return jsonAnswer(exactJson(gasPrice()))
        break
      case 'transactions':
        if (['preverify', 'simulate', 'propagate'].includes(topic))
          return transaction(topic, request.bytes)
        break
      case 'contracts':
        if (entity === '') return invalidInput('Invalid URL path')
        return contractPaths.call(entity, topic, request)
      case 'contract':
        return contract(entity, topic)
      case 'driver':
        return contractPaths.drive(entity, topic, request)
      case 'account':
        if (topic === 'status') return account(entity)
        break
      case 'graphql':
        if (topic === 'query') return query(request.body, request.type, false)
        break
      default:
    }
    return unsupported
  }

  return (request: NodeRequest): NodeAnswer | null => {
    if (request.path === '/graphql')
      return request.method === 'POST'
        ? query(request.body, request.type, true)
        : failureAnswer(405, '')
    const match = /^\/on\/([a-z_]+)(?::([^/]+))?\/([^/]+)$/i.exec(request.path)
    if (!match) return null
    const [component, entity, topic] = [match[1]!.toLowerCase(), match[2] ?? '', match[3]!]
    if (request.method === 'POST') return dispatch(component, entity, topic, request)
    if (request.method !== 'GET' && request.method !== 'DELETE') return failureAnswer(405, '')
    if (
      !['blocks', 'transactions', 'contracts'].includes(component) ||
      (component === 'contracts' && entity === '')
    )
      return NO_EVENTS
    const how = request.method === 'GET' ? 'subscribe' : 'unsubscribe'
    const changed = sessions.change(request.headers['rusk-session-id'], how, {
      component,
      entity: entity === '' ? '*' : entity,
      topic,
    })
    return changed ? textAnswer('') : NO_SESSION
  }
}
