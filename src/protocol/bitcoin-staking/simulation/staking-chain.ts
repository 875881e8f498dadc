import type { Principal } from '../../clarity/principal.ts'
import type { PoxState } from '../contract/pox-state.ts'
import type { SbtcLedger } from './sbtc-ledger.ts'
import type { StxBalances } from './stx-balances.ts'
import type { Withdrawals } from './withdrawals.ts'

/** What contracts see of the chain that they run on. */
export interface StakingChain {
  readonly burnHeight: bigint
  /** The principal of pox-5, and its state as anyone can read it. */
  readonly pox: Principal
  readonly poxState: PoxState
  /** 1 on mainnet, 2147483648 on testnets. */
  readonly chainId: bigint
  readonly stx: StxBalances
  readonly sbtc: SbtcLedger
  readonly withdrawals: Withdrawals
  /** Whether a Bitcoin header is the one that the chain knows at a height. */
  isBitcoinHeader(header: Uint8Array, burnHeight: bigint): boolean
}
