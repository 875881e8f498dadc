import type { StxAccount } from '../host/stx-account.ts'
import type { ChainTransaction } from '../ledger/chain-transaction.ts'
import { ledgerAt } from '../ledger/ledger-at.ts'
import type { StacksLedger } from '../ledger/ledger.ts'
import { madeUpHash } from '../ledger/made-up-hash.ts'
import type { DroppedTransaction, PendingTransaction } from '../node/mempool.ts'
import type { Node } from '../node/node.ts'

/**
 * What the API knows of its node: all of it, or with a lag of some Stacks blocks only what had
 * happened up to the block at that distance. Transaction ids are hex without 0x.
 */
export const createApiIndex = (node: Node) => {
  let lag = 0
  const height = () => node.ledger.blocks.tip().stacks - lag
  const ledger = (): StacksLedger => (lag === 0 ? node.ledger : ledgerAt(node.ledger, height()))

  /** Arrived by the API's moment, neither in a block by then nor dropped. */
  const isWaiting = ({ signed, received }: PendingTransaction): boolean => {
    if (received.stacks > height()) return false
    const mined = node.ledger.transaction(`0x${signed.txid}`)
    if (mined) return mined.stacks > height()
    const dropped = node.mempool.dropped(signed.txid)
    if (dropped) return dropped.dropped.stacks > height()
    return node.mempool.get(signed.txid) !== undefined
  }

  const list = (): PendingTransaction[] =>
    lag === 0 ? node.mempool.list() : node.mempool.arrivals().filter(isWaiting)

  const get = (txid: string): PendingTransaction | undefined => {
    const arrived = lag === 0 ? node.mempool.get(txid) : node.mempool.arrival(txid)
    return arrived && isWaiting(arrived) ? arrived : undefined
  }

  const dropped = (txid: string): DroppedTransaction | undefined => {
    const found = node.mempool.dropped(txid)
    return found && found.dropped.stacks <= height() ? found : undefined
  }

  /** A transaction that is only in a block which a reorganisation undid; `txid` with 0x. */
  const undone = (txid: string): ChainTransaction | undefined => {
    const found = node.undone(txid)
    return found && !node.ledger.transaction(txid) && found.stacks <= height() ? found : undefined
  }

  /** Present STX of a principal without what happened after the API's moment. */
  const account = async (who: string): Promise<StxAccount> => {
    const present = await node.host.account(who)
    if (lag === 0) return present
    const [now, then] = [node.ledger.balances(who), ledger().balances(who)]
    const gained = now.stx.balance - then.stx.balance - (now.feesMicroStx - then.feesMicroStx)
    return { ...present, unlocked: present.unlocked - gained }
  }

  /** Where an account last locked STX; the present place where no event says so. */
  const lockOf = (who: string): { txid: string; stacks: number; burn: number } => {
    const locked = ledger()
      .movements(who)
      .findLast(({ event }) => event.kind === 'lock')
    const { stacks, burn } = ledger().blocks.tip()
    return locked?.transaction ?? { txid: madeUpHash('lock', stacks), stacks, burn }
  }

  return {
    account,
    lockOf,
    /** Keeps the API this many Stacks blocks behind its node. */
    setLag: (blocks: number) => {
      lag = blocks
    },
    get ledger() {
      return ledger()
    },
    mempool: {
      list,
      get,
      dropped,
      of: (address: string) =>
        list()
          .filter(({ signed }) => signed.sender === address)
          .sort((a, b) => a.signed.nonce - b.signed.nonce),
      /** Calls of a contract, whoever sends them. */
      callsOf: (contract: string) =>
        list().filter(
          ({ signed: { action } }) => action?.kind === 'call' && action.contract === contract,
        ),
    },
    undone,
  }
}
export type ApiIndex = ReturnType<typeof createApiIndex>
