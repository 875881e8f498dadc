import type { ContractTuple, ContractValue } from '../../../src/protocol/clarity/contract-value.ts'
import { alice, pox, StakingBench, token } from '../staking-bench.ts'
import { hexOf } from './model-node.ts'

interface Logged {
  txid: string
  index: number
  contract: string
  value: ContractTuple
}

/** A chain that keeps what was printed, as an API does. */
export class RecordedChain {
  readonly bench = StakingBench.with('m1', 'm2', 'max', 'native')
  readonly logs: Logged[] = []
  readonly heights = new Map<string, bigint>()
  /** What each transaction changed of the sBTC of pox-5, in the order of the chain. */
  readonly changes: { txid: string; sats: bigint }[] = []
  readonly #pages = { largest: 100 }

  /** Pages of logs are as short as this. */
  constructor(largestPage = 100) {
    this.#pages.largest = largestPage
  }

  do(fn: string, args: ContractValue[], sender: string, name?: string): void {
    const { prints, moves } = this.bench.ok(fn, args, sender, name)
    const sats = moves.reduce((sum, move) => {
      if (!('from' in move)) return sum
      return sum + (move.to === pox ? move.sats : 0n) - (move.from === pox ? move.sats : 0n)
    }, 0n)
    const txid = this.#transaction(sats)
    for (const [index, { contract: from, value }] of prints.entries())
      this.logs.push({ txid, index, contract: from, value })
  }

  /** Miners' income arrives by a transaction of others. */
  income(sats: bigint): void {
    this.bench.chain.mintSbtc(pox, sats)
    this.#transaction(sats)
  }

  #transaction(sats: bigint): string {
    const txid = `0x${(this.heights.size + 1).toString(16).padStart(64, '0')}`
    this.heights.set(txid, this.bench.chain.burnHeight)
    this.changes.push({ txid, sats })
    return txid
  }

  readonly answer = (path: string): unknown => {
    const logs =
      /^\/extended\/v2\/smart-contracts\/([^/]+)\/logs\?limit=\d+(?:&cursor=(\d+))?/.exec(path)
    if (logs) return this.#page(logs[1]!, Number(logs[2] ?? 0))
    const list = /^\/extended\/v3\/principals\/[^/]+\/transactions\?limit=\d+(?:&cursor=(\d+))?/
    const listed = list.exec(path)
    if (listed) return this.#transactions(Number(listed[1] ?? 0))
    const ids = /\/balance-changes\?tx_id=([0-9a-fx,]+)$/.exec(path)?.[1]?.split(',')
    if (ids) return this.#balanceChanges(ids)
    const id = /^\/extended\/v3\/transactions\/(0x[0-9a-f]{64})/.exec(path)?.[1]
    const height = this.heights.get(id ?? '')
    if (id === undefined || height === undefined) return undefined
    return {
      tx_id: id,
      sender: { address: alice, nonce: 0 },
      fee_rate: '300',
      block: { height: 5, hash: id, index_hash: id, time: 1, tx_index: 0 },
      bitcoin_block: { height: Number(height), time: 1 },
      status: 'success',
      type: 'contract_call',
      event_count: 0,
    }
  }

  #transactions(start: number) {
    const end = start + this.#pages.largest
    const all = this.changes.toReversed()
    return {
      total: all.length,
      cursor: { next: end < all.length ? String(end) : null },
      results: all.slice(start, end).map(({ txid, sats }) => ({
        transaction: { tx_id: txid, status: 'success' },
        affected_balances: { stx: false, ft: sats !== 0n, nft: false },
      })),
    }
  }

  #balanceChanges(ids: readonly string[]) {
    const found = this.changes.filter(({ txid }) => ids.includes(txid))
    return {
      cursor: { next: null },
      results: found.flatMap(({ txid, sats }) =>
        [`${token}::sbtc-token`, `${token}::other`].map((identifier) => ({
          tx_id: txid,
          asset: { type: 'ft', identifier },
          balance_change: { net: String(sats) },
        })),
      ),
    }
  }

  #page(from: string, start: number) {
    const all = this.logs.filter(({ contract: each }) => each === from).toReversed()
    const end = start + this.#pages.largest
    return {
      limit: this.#pages.largest,
      offset: 0,
      total: all.length,
      prev_cursor: end < all.length ? String(end) : null,
      results: all.slice(start, end).map(({ txid, index, value }) => ({
        event_index: index,
        event_type: 'smart_contract_log',
        tx_id: txid,
        contract_log: { contract_id: from, topic: 'print', value: { hex: hexOf(value) } },
      })),
    }
  }
}

/** The kind of each manager on such a chain. */
export const recordedManagers = {
  m1: 'reference',
  m2: 'reference',
  max: 'max500',
  native: 'native',
}
