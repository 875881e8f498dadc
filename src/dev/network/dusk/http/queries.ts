import { type DuskBlocks, type SpentTransaction, FINAL_AFTER } from '../chain/blocks.ts'
import type { DuskEvents, ArchivedEvent } from '../chain/events.ts'
import type { DuskMempool, WaitingTransaction } from '../chain/mempool.ts'
import { BadQuery, type QueryField, parseQuery, pickFields } from '../wire/graphql.ts'
import { groupBy } from '../wire/group-by.ts'
import { driverJson } from '../wire/json.ts'
import type { WireTransaction } from '../wire/transaction.ts'

interface Setup {
  height: () => bigint
  blocks: DuskBlocks
  mempool: DuskMempool
  events: DuskEvents
}

/**
 * An event's data as the archive tells it: hex, here of JSON text, which the driver's
 * `decode_event` reads.
 */
export const eventHex = (data: unknown): string =>
  Buffer.from(JSON.stringify(driverJson(data))).toString('hex')

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
    json: JSON.stringify(driverJson(transaction)),
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
  const history = (matches: (event: ArchivedEvent) => boolean) => {
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
  const moves = (event: ArchivedEvent, party: 'sender' | 'receiver', account: unknown): boolean =>
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
      if (!(to - from < 1000)) throw new BadQuery('blocks: at most 1000 at once')
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
    finalizedEvents: ({ contractId, fromBlock, toBlock }) => ({
      json: events
        .kept()
        .filter((event) => event.contract === contractId && event.height <= height() - FINAL_AFTER)
        .filter(
          ({ height: at }) =>
            (typeof fromBlock !== 'number' || at >= BigInt(fromBlock)) &&
            (typeof toBlock !== 'number' || at <= BigInt(toBlock)),
        )
        .map(({ contract, topic, data, height: at, block, origin }) => ({
          origin,
          target: contract,
          topic,
          data: eventHex(data),
          block_height: Number(at),
          block_hash: block,
        })),
    }),
  }

  const resolve = ({ alias, name, args, fields }: QueryField): [string, unknown] => {
    const root = Object.hasOwn(roots, name) ? roots[name] : undefined
    if (!root) throw new BadQuery(`Unknown field "${name}"`)
    return [alias, pickFields(root(args), fields)]
  }
  /** The data of a query; throws `BadQuery`. */
  return (
    text: string,
    variables: Readonly<Record<string, unknown>> = {},
  ): Record<string, unknown> => Object.fromEntries(parseQuery(text, variables).map(resolve))
}
export type Queries = ReturnType<typeof createQueries>
