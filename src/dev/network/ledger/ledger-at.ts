import type { AssetBalance, Balances } from './balances.ts'
import { payerOf, type ChainTransaction } from './chain-transaction.ts'
import type { LedgerEvent } from './ledger-event.ts'
import type { LedgerEventAt, StacksLedger } from './ledger.ts'

type Holdings = Map<string, AssetBalance>

const copyOf = (holdings: Holdings): Holdings =>
  new Map([...holdings].map(([asset, holding]) => [asset, { ...holding }]))

/** What a movement counts for: one item, or an amount. */
const amountOf = (event: LedgerEvent): bigint => {
  if (event.kind === 'stx') return BigInt(event.microStx)
  return event.kind === 'ft' ? BigInt(event.amount) : 1n
}

const holdingIn = (balances: Balances, event: LedgerEvent): AssetBalance | undefined => {
  if (event.kind === 'stx') return balances.stx
  if (event.kind === 'ft') return balances.fungible.get(event.asset)
  return event.kind === 'nft' ? balances.nonFungible.get(event.asset) : undefined
}

/** Takes movements of one principal back from its balances. */
const takeBack = (balances: Balances, principal: string, later: readonly LedgerEventAt[]) => {
  for (const { event } of later) {
    const holding = holdingIn(balances, event)
    if (!holding || event.kind === 'log' || event.kind === 'lock') continue
    const amount = amountOf(event)
    if (event.sender === principal) {
      holding.balance += amount
      holding.sent -= amount
    }
    if (event.recipient === principal) {
      holding.balance -= amount
      holding.received -= amount
    }
  }
}

/** The ledger as it was after the block at a Stacks height: for an API that is behind its node. */
export const ledgerAt = (ledger: StacksLedger, height: number): StacksLedger => {
  const { blocks } = ledger
  const isThere = ({ stacks }: ChainTransaction) => stacks <= height
  const isPlaced = ({ transaction }: LedgerEventAt) => isThere(transaction)

  const nonce = (address: string): number => {
    const used = ledger.ofPrincipal(address).flatMap((each) => {
      const { signed, sender } = each
      if (!signed || !isThere(each)) return []
      if (signed.sponsor?.address === address) return [signed.sponsor.nonce]
      return sender === address ? [each.nonce] : []
    })
    return used.length === 0 ? 0 : used.at(-1)! + 1
  }

  const balances = (principal: string): Balances => {
    const { stx, feesMicroStx, fungible, nonFungible } = ledger.balances(principal)
    const paid = ledger
      .ofPrincipal(principal)
      .filter((each) => !isThere(each) && payerOf(each) === principal)
      .reduce((sum, each) => sum + each.feeMicroStx, 0n)
    const then = {
      stx: { ...stx },
      feesMicroStx: feesMicroStx - paid,
      fungible: copyOf(fungible),
      nonFungible: copyOf(nonFungible),
    }
    const later = ledger.movements(principal).filter((each) => !isPlaced(each))
    takeBack(then, principal, later)
    return then
  }

  const block = (stacks: number) => (stacks > height ? undefined : blocks.block(stacks))
  const firstOf = (burn: number) => {
    const first = blocks.firstOf(burn)
    return first !== undefined && first <= height ? first : undefined
  }

  return {
    blocks: {
      ...blocks,
      block,
      firstOf,
      tip: () => ({ stacks: height, burn: block(height)?.burn ?? -1 }),
      range: (burn) => {
        const range = blocks.range(burn)
        return range && range.first <= height
          ? { first: range.first, last: Math.min(range.last, height) }
          : undefined
      },
    },
    transactions: ledger.transactions.filter(isThere),
    transaction: (txid) => {
      const found = ledger.transaction(txid)
      return found && isThere(found) ? found : undefined
    },
    ofPrincipal: (principal) => ledger.ofPrincipal(principal).filter(isThere),
    calls: (contract, method) => ledger.calls(contract, method).filter(isThere),
    inBlock: (stacks) => (stacks > height ? [] : ledger.inBlock(stacks)),
    logs: (contract) => ledger.logs(contract).filter(isPlaced),
    movements: (principal) => ledger.movements(principal).filter(isPlaced),
    deployment: (contract) => {
      const found = ledger.deployment(contract)
      return found && isThere(found) ? found : undefined
    },
    balances,
    nonce,
  }
}
