import type { ContractTuple } from '../../clarity/contract-value.ts'
import type { Principal } from '../../clarity/principal.ts'

/** What a contract printed, as logs show it, in the order of the chain. */
export interface PrintedEvent {
  /** Bitcoin height that the transaction saw. */
  burnHeight: bigint
  txid: string
  contract: Principal
  value: ContractTuple
}

/** SBTC that moved; null: it was minted or burned. */
export interface SbtcEvent {
  from: Principal | null
  to: Principal | null
  sats: bigint
}
