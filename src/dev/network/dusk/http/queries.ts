import { type DuskBlocks, type SpentTransaction, FINAL_AFTER } from '../chain/blocks.ts'
import type { DuskEvents, PlacedEvent } from '../chain/events.ts'
import type { DuskMempool, WaitingTransaction } from '../chain/mempool.ts'
import { BadQuery, type QueryField, parseQuery, pickFields } from '../wire/graphql.ts'
import { groupBy } from '../wire/group-by.ts'
import { driverJson, exactJson } from '../wire/json.ts'
import type { WireTransaction } from '../wire/transaction.ts'

interface Setup {
  height: () => bigint
  blocks: DuskBlocks
  mempool: DuskMempool
  events: DuskEvents
}

/** The answer to an empty query: the fields that this node knows, and their arguments. */
const ARGUMENTS: Record<string, readonly string[]> = {
  block: ['height', 'hash'],
  blocks: ['last', 'range'],
  tx: ['hash'],
  mempoolTx: ['hash'],
  mempoolTxs: [],
  checkBlock: ['height', 'hash', 'onlyFinalized'],
  lastBlockPair: [],
  moonlightHistory: ['sender', 'receiver', 'fromBlock', 'toBlock', 'maxCount', 'pageCount'],
  fullMoonlightHistory: ['address', 'ord'],
  finalizedEvents: ['contractId', 'limit', 'cursor'],
  contractEvents: ['height', 'hash'],
}
export const SCHEMA = `type Query {\n${Object.entries(ARGUMENTS)
  .map(([name, args]) => `  ${name}${args.length > 0 ? `(${args.join(', ')})` : ''}`)
  .join('\n')}\n}\n`

const MOST_EVENTS = 200
const cursorOf = (id: number): string => Buffer.from(`v1:${id}`).toString('base64')
const idOf = (cursor: unknown): number => {
  const [, id] = /^v1:(\d+)$/.exec(Buffer.from(String(cursor), 'base64').toString()) ?? []
  if (id === undefined) throw new BadQuery('Invalid cursor', 9, 'finalizedEvents')
  return Number(id)
}

/** Answers the node's GraphQL queries: blocks, transactions, finality, and the archive's events. */
export const createQueries = ({ height, blocks, mempool, events }: Setup) => {
  const transactionJson = (id: string, transaction: WireTransaction) => ({
    id,
    txType: 'Moonlight',
    gasLimit: transaction.gas_limit,
    gasPrice: transaction.gas_price,
    memo: null,
    isDeploy: false,
    callData: transaction.call && {
      contractId: transaction.call.contract,
      fnName: transaction.call.fn_name,
      data: transaction.call.fn_args,
    },
    json: exactJson({
      type: 'moonlight',
      sender: transaction.sender,
      receiver: transaction.receiver,
      value: transaction.value,
      nonce: transaction.nonce,
      deposit: transaction.deposit,
      fee: {
        gas_limit: transaction.gas_limit.toString(),
        gas_price: transaction.gas_price.toString(),
        refund_address: transaction.sender,
      },
      call: transaction.call && {
        contract: transaction.call.contract,
        fn_name: transaction.call.fn_name,
        fn_args: Buffer.from(transaction.call.fn_args, 'hex').toString('base64'),
      },
      is_deploy: false,
      memo: null,
    }),
  })
  const spentJson = (spent: SpentTransaction) => {
    const { hash, timestamp } = blocks.header(spent.height)
    return {
      id: spent.id,
      tx: transactionJson(spent.id, spent.transaction),
      err: spent.receipt.error,
      gasSpent: spent.receipt.gasSpent,
      blockHash: hash,
      blockHeight: spent.height,
      blockTimestamp: timestamp,
    }
  }
  const waitingJson = ({ id, transaction }: WaitingTransaction) => transactionJson(id, transaction)
  const blockJson = (at: bigint) => {
    const transactions = blocks.inBlock(at)
    const fees = transactions.reduce(
      (sum, { receipt }) => sum + receipt.gasSpent * receipt.gasPrice,
      0n,
    )
    const gasSpent = transactions.reduce((sum, { receipt }) => sum + receipt.gasSpent, 0n)
    return { header: blocks.header(at), transactions: transactions.map(spentJson), fees, gasSpent }
  }
  const heightOf = ({ height: at, hash }: Record<string, unknown>): bigint | null => {
    if (typeof hash === 'string') return blocks.heightOf(hash) ?? null
    if (typeof at !== 'number' || !Number.isInteger(at))
      throw new BadQuery('block needs a height or a hash')
    const wanted = at < 0 ? height() + 1n + BigInt(at) : BigInt(at)
    return wanted >= 0n && wanted <= height() ? wanted : null
  }
  const history = (matches: (event: PlacedEvent) => boolean) => {
    const final = events.kept().filter((event) => event.height <= height() - FINAL_AFTER)
    return [...groupBy(final, ({ origin }) => origin)]
      .filter(([, list]) => list.some(matches))
      .map(([origin, list]) => ({
        origin,
        block_height: Number(list[0]!.height),
        block_hash: list[0]!.block,
        events: list.map(({ contract, topic, data }) => ({
          target: contract,
          topic,
          data: driverJson(data),
        })),
      }))
  }
  const moves = (event: PlacedEvent, party: 'sender' | 'receiver', account: unknown): boolean =>
    typeof event.data === 'object' &&
    event.data !== null &&
    (event.data as Record<string, unknown>)[party] === account

  const roots: Record<string, (args: Record<string, unknown>) => unknown> = {
    block: (args) => {
      const at = heightOf(args)
      return at === null ? null : blockJson(at)
    },
    blocks: ({ last, range }) => {
      const [from, to] = Array.isArray(range)
        ? [Number(range[0]), Number(range[1])]
        : [Number(height()) - Number(last ?? 1) + 1, Number(height())]
      if (!(to - from < 200)) throw new BadQuery('blocks: at most 200 at once')
      return Array.from({ length: Math.max(to - from + 1, 0) }, (_, index) => BigInt(from + index))
        .filter((at) => at >= 0n && at <= height())
        .map(blockJson)
    },
    tx: ({ hash }) => {
      const spent = blocks.transaction(String(hash))
      return spent ? spentJson(spent) : null
    },
    mempoolTx: ({ hash }) => {
      const waiting = mempool.get(String(hash))
      return waiting ? waitingJson(waiting) : null
    },
    mempoolTxs: () => mempool.all().map(waitingJson),
    checkBlock: ({ height: at, hash, onlyFinalized }) => {
      if (typeof at !== 'number') throw new BadQuery('checkBlock needs a height')
      const final = BigInt(at) <= height() - FINAL_AFTER
      return (
        BigInt(at) <= height() &&
        blocks.header(BigInt(at)).hash === hash &&
        (final || onlyFinalized !== true)
      )
    },
    moonlightHistory: ({ sender, receiver }) => ({
      json: history(
        (event) =>
          (sender === undefined || moves(event, 'sender', sender)) &&
          (receiver === undefined || moves(event, 'receiver', receiver)) &&
          Boolean(sender ?? receiver),
      ),
    }),
    fullMoonlightHistory: ({ address }) => ({
      json: history(
        (event) => moves(event, 'sender', address) || moves(event, 'receiver', address),
      ),
    }),
    finalizedEvents: ({ contractId, limit, cursor }) => {
      const most = Math.min(Math.max(typeof limit === 'number' ? limit : 50, 1), MOST_EVENTS)
      const after = cursor === undefined || cursor === null ? 0 : idOf(cursor)
      const found = events
        .of(String(contractId))
        .filter(({ id, height: at }) => id > after && at <= height() - FINAL_AFTER)
      const page = found.slice(0, most)
      return {
        json: {
          endCursor: page.length > 0 ? cursorOf(page.at(-1)!.id) : null,
          events: page.map(({ id, contract, topic, hex, height: at, block, origin }) => ({
            block_hash: block,
            block_height: at,
            data: hex,
            id,
            origin,
            source: contract,
            topic,
          })),
          hasNextPage: found.length > page.length,
          startCursor: page.length > 0 ? cursorOf(page[0]!.id) : null,
        },
      }
    },
    contractEvents: (args) => {
      const at = heightOf(args)
      const found = at === null ? [] : events.kept().filter((event) => event.height === at)
      return {
        json: found.map(({ contract, topic, hex, origin }) => ({
          data: hex,
          origin,
          reverted: false,
          source: contract,
          topic,
        })),
      }
    },
    lastBlockPair: () => {
      const final = height() > FINAL_AFTER ? height() - FINAL_AFTER : 0n
      return {
        json: {
          last_block: [height(), blocks.header(height()).hash],
          last_finalized_block: [final, blocks.header(final).hash],
        },
      }
    },
  }

  const resolve = ({ alias, name, args, fields }: QueryField): [string, unknown] => {
    const root = Object.hasOwn(roots, name) ? roots[name] : undefined
    if (!root) throw new BadQuery(`Unknown field "${name}" on type "Query".`, 9)
    const other = Object.keys(args).find((arg) => !ARGUMENTS[name]!.includes(arg))
    if (other !== undefined)
      throw new BadQuery(`Unknown argument "${other}" on field "${name}" of type "Query".`, 9)
    return [alias, pickFields(root(args), fields)]
  }
  /** The data of a query; throws `BadQuery`. */
  return (
    text: string,
    variables: Readonly<Record<string, unknown>> = {},
  ): Record<string, unknown> => Object.fromEntries(parseQuery(text, variables).map(resolve))
}
export type Queries = ReturnType<typeof createQueries>
