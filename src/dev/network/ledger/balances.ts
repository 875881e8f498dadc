import type { LedgerEvent } from './ledger-event.ts'

/**
 * A principal's holdings of one asset: units for tokens, items for nft, microStx for STX (the VM
 * keeps that balance, not this).
 */
export type AssetBalance = { balance: bigint; sent: bigint; received: bigint }

export type Balances = {
  stx: AssetBalance
  feesMicroStx: bigint
  fungible: Map<string, AssetBalance>
  nonFungible: Map<string, AssetBalance>
}

const none = (): AssetBalance => ({ balance: 0n, sent: 0n, received: 0n })
const empty = (): Balances => ({
  stx: none(),
  feesMicroStx: 0n,
  fungible: new Map(),
  nonFungible: new Map(),
})

const within = (holdings: Map<string, AssetBalance>, asset: string): AssetBalance => {
  const holding = holdings.get(asset) ?? none()
  holdings.set(asset, holding)
  return holding
}

type AssetEvent = Exclude<LedgerEvent, { kind: 'log' | 'lock' }>

/** What an event moves: microStx, token units, or one item. */
const amountOf = (event: AssetEvent): bigint => {
  if (event.kind === 'stx') return BigInt(event.microStx)
  return event.kind === 'ft' ? BigInt(event.amount) : 1n
}

/** Adds up who holds what from the events of the chain. */
export const createBalances = () => {
  const byPrincipal = new Map<string, Balances>()

  const of = (principal: string): Balances => byPrincipal.get(principal) ?? empty()

  const change = (principal: string): Balances => {
    const balances = of(principal)
    byPrincipal.set(principal, balances)
    return balances
  }

  const holdingOf = (principal: string, event: AssetEvent): AssetBalance => {
    const balances = change(principal)
    if (event.kind === 'stx') return balances.stx
    return within(event.kind === 'ft' ? balances.fungible : balances.nonFungible, event.asset)
  }

  const add = (event: LedgerEvent) => {
    if (event.kind === 'log' || event.kind === 'lock') return
    const amount = amountOf(event)
    if (event.sender) {
      const from = holdingOf(event.sender, event)
      from.balance -= amount
      from.sent += amount
    }
    if (event.recipient) {
      const to = holdingOf(event.recipient, event)
      to.balance += amount
      to.received += amount
    }
  }

  const addFee = (principal: string, microStx: bigint) => {
    change(principal).feesMicroStx += microStx
  }

  return { of, add, addFee }
}
