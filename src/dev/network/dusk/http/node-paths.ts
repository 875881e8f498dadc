import * as v from 'valibot'
import { stripHexPrefix } from '../../../../chain/hex.ts'
import type { Ledger } from '../../../../protocol/hyperstaking/chain/ledger.ts'
import { hexBytes } from '../../../../protocol/hyperstaking/core/bytes.ts'
import { isAccount, isContractId, STAKE } from '../../../../protocol/hyperstaking/core/ids.ts'
import { Panic, shown } from '../../../../protocol/hyperstaking/core/panic.ts'
import { BLOCK_GAS_LIMIT } from '../../../../protocol/hyperstaking/host/gas.ts'
import { hex } from '../../../../protocol/hyperstaking/host/signature.ts'
import type { Owner } from '../../../../protocol/hyperstaking/stake/types.ts'
import type { Admission } from '../chain/admit.ts'
import type { DuskEvents } from '../chain/events.ts'
import type { DuskMempool } from '../chain/mempool.ts'
import { decodeBytes } from '../contracts/codec.ts'
import type { Drivers } from '../contracts/drivers.ts'
import { BadQuery } from '../wire/graphql.ts'
import { driverJson, exactJson } from '../wire/json.ts'
import { wireTransaction } from '../wire/transaction.ts'
import {
  type NodeAnswer,
  failureAnswer,
  jsonAnswer,
  type NodeRequest,
  textAnswer,
} from './answer.ts'
import type { Queries } from './queries.ts'
import type { Sessions } from './sessions.ts'

export const NODE_VERSION = '1.7.0'

interface Setup {
  ledger: Ledger
  drivers: Drivers
  mempool: DuskMempool
  events: DuskEvents
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
    return JSON.parse(body === '' ? 'null' : body)
  } catch {
    return undefined
  }
}

/** The node's own paths: /on/<component>[:entity]/<topic>, and /graphql [hyperstaking 4.3]. */
export const createNodePaths = ({
  ledger,
  drivers,
  mempool,
  events,
  admission,
  queries,
  sessions,
  version,
  onAdmitted,
}: Setup) => {
  const { host, stake, transfer } = ledger

  const info = () => ({
    bootstrapping_nodes: [],
    chain_id: host.chainId,
    kadcast_address: '127.0.0.1:9000',
    version: NODE_VERSION,
    version_build: `${NODE_VERSION} (embedded)`,
    vm_config: {
      block_gas_limit: BLOCK_GAS_LIMIT,
      features: { ABI_PUBLIC_SENDER: 0, ...(admission.closed.all && { DISABLE_3RD_PARTY: 0 }) },
    },
  })

  const provisioners = () =>
    [...stake.entries.entries()].map(([key, { keys, data }]) => ({
      key,
      amount: data.amount?.value ?? 0n,
      locked_amt: data.amount?.locked ?? 0n,
      eligibility: data.amount?.eligibility ?? 0n,
      reward: data.reward,
      faults: data.faults,
      hard_faults: data.hardFaults,
      owner: ownerJson(keys.owner),
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

  const transaction = (topic: string, body: string): NodeAnswer => {
    const parsed = v.safeParse(wireTransaction, parsedJson(body))
    if (!parsed.success)
      return failureAnswer(400, `Invalid transaction: ${parsed.issues[0].message}`)
    if (topic === 'simulate') {
      const result = admission.simulate(parsed.output)
      return result.ok
        ? jsonAnswer(exactJson({ 'gas-spent': result.gasSpent, error: result.error }))
        : failureAnswer(400, result.reason)
    }
    if (topic === 'preverify') {
      const reason = admission.refusal(parsed.output)
      return reason === null ? textAnswer('') : failureAnswer(400, reason)
    }
    const admitted = admission.admit(parsed.output)
    if (!admitted.ok) return failureAnswer(400, admitted.reason)
    events.tell({
      component: 'transactions',
      entity: admitted.id,
      topic: 'included',
      body: { tx_id: admitted.id },
    })
    onAdmitted()
    return jsonAnswer(JSON.stringify({ tx_id: admitted.id }), 202)
  }

  const callContract = (id: string, method: string, { type, body }: NodeRequest): NodeAnswer => {
    const driver = drivers.of(id)
    if (!driver || admission.closed.contracts.has(id))
      return failureAnswer(404, 'Contract does not exist')
    if (!type.includes('json'))
      return failureAnswer(422, 'This network reads contracts in JSON only')
    const codec = driver.inputs[method]
    if (!codec) return failureAnswer(404, `Contract method ${method} does not exist`)
    try {
      const output =
        id === STAKE && method === 'get_version'
          ? version.value
          : host.read(id, method, codec.fromJson(parsedJson(body)))
      const form = driver.outputs[method]
      return jsonAnswer(JSON.stringify(driverJson(form ? form(output as never) : output)))
    } catch (error) {
      if (error instanceof Panic) return failureAnswer(400, shown(error))
      if (error instanceof TypeError)
        return failureAnswer(422, `Invalid argument: ${error.message}`)
      throw error
    }
  }

  const drive = (id: string, topic: string, body: string): NodeAnswer => {
    const driver = drivers.of(id)
    if (!driver) return failureAnswer(404, 'No data driver for this contract')
    const [method, target = ''] = topic.split(':')
    const codec = driver.inputs[target]
    try {
      if (method === 'encode_input_fn' && codec)
        return textAnswer(hex(codec.toBytes(codec.fromJson(parsedJson(body)))))
      if (method === 'decode_input_fn' && codec) {
        const decoded = decodeBytes(codec, hexBytes(stripHexPrefix(body)))
        return decoded
          ? jsonAnswer(JSON.stringify(driverJson(decoded.value)))
          : failureAnswer(422, 'These bytes are no argument of this function')
      }
    } catch (error) {
      return failureAnswer(422, error instanceof Error ? error.message : String(error))
    }
    if (method === 'decode_event')
      return jsonAnswer(Buffer.from(stripHexPrefix(body), 'hex').toString('utf8'))
    if (method === 'get_version') return jsonAnswer('"1"')
    if (method === 'get_schema')
      return jsonAnswer(JSON.stringify({ functions: Object.keys(driver.inputs) }))
    return failureAnswer(404, `No ${topic} in this driver`)
  }

  const query = (body: string, type: string, standard: boolean): NodeAnswer => {
    const asked = type.includes('json')
      ? v.safeParse(
          v.object({
            query: v.string(),
            variables: v.optional(v.nullable(v.record(v.string(), v.unknown()))),
          }),
          parsedJson(body),
        )
      : null
    if (asked && !asked.success) return failureAnswer(400, 'A query is JSON with a field "query"')
    try {
      const data = queries(asked ? asked.output.query : body, asked?.output.variables ?? {})
      return jsonAnswer(exactJson(standard ? { data } : data))
    } catch (error) {
      if (!(error instanceof BadQuery)) throw error
      return standard
        ? jsonAnswer(JSON.stringify({ data: null, errors: [{ message: error.message }] }))
        : failureAnswer(400, error.message)
    }
  }

  const account = (entity: string): NodeAnswer => {
    if (!isAccount(entity)) return failureAnswer(400, 'Invalid account')
    const { balance, nonce } = transfer.accounts.get(entity) ?? { balance: 0n, nonce: 0n }
    return jsonAnswer(
      exactJson({ balance, nonce, next_nonce: nonce + BigInt(mempool.countOf(entity)) + 1n }),
    )
  }

  const contract = (entity: string, topic: string): NodeAnswer => {
    if (!isContractId(entity) || !drivers.of(entity))
      return failureAnswer(404, 'Contract does not exist')
    if (topic === 'status')
      return jsonAnswer(exactJson({ balance: transfer.balances.get(entity) ?? 0n }))
    if (topic === 'metadata')
      return jsonAnswer(JSON.stringify({ contract_id: entity, driver_available: true }))
    return failureAnswer(404, `No ${topic}`)
  }

  const dispatch = (
    component: string,
    entity: string,
    topic: string,
    request: NodeRequest,
  ): NodeAnswer => {
    const { body, type } = request
    switch (component) {
      case 'node':
        if (topic === 'info') return jsonAnswer(exactJson(info()))
        if (topic === 'provisioners') return jsonAnswer(exactJson(provisioners()))
        break
      case 'blocks':
        if (topic === 'gas-price') return jsonAnswer(exactJson(gasPrice()))
        break
      case 'transactions':
        if (['preverify', 'simulate', 'propagate'].includes(topic)) return transaction(topic, body)
        break
      case 'contracts':
        return callContract(entity, topic, request)
      case 'contract':
        return contract(entity, topic)
      case 'driver':
        return drive(entity, topic, body)
      case 'account':
        if (topic === 'status') return account(entity)
        break
      case 'graphql':
        if (topic === 'query') return query(body, type, false)
        break
      default:
    }
    return failureAnswer(404, `Nothing at /on/${component}${entity && `:${entity}`}/${topic}`)
  }

  return (request: NodeRequest): NodeAnswer | null => {
    if (request.path === '/graphql')
      return request.method === 'POST'
        ? query(request.body, request.type, true)
        : failureAnswer(405, 'A query is sent with POST')
    const match = /^\/on\/([a-z_]+)(?::([^/]+))?\/([^/]+)$/i.exec(request.path)
    if (!match) return null
    const [component, entity, topic] = [match[1]!.toLowerCase(), match[2] ?? '', match[3]!]
    if (request.method === 'POST') return dispatch(component, entity, topic, request)
    if (request.method !== 'GET' && request.method !== 'DELETE')
      return failureAnswer(405, `${request.path} does not take ${request.method}`)
    if (
      !['blocks', 'transactions', 'contracts'].includes(component) ||
      (component === 'contracts' && entity === '')
    )
      return failureAnswer(404, 'No such events')
    const how = request.method === 'GET' ? 'subscribe' : 'unsubscribe'
    const changed = sessions.change(request.headers['rusk-session-id'], how, {
      component,
      entity: entity === '' ? '*' : entity,
      topic,
    })
    return changed ? textAnswer('') : failureAnswer(424, 'No event session of this id')
  }
}
