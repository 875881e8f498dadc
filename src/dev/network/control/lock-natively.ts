import { stakeInName } from '../bitcoin-staking/stake-in-name.ts'
import type { NetworkContracts } from '../contracts.ts'
import { lockStx } from './lock-stx.ts'

/** How STX are locked on a network: by pox-5 where it has it, else by pox-4. */
export const lockNatively = ({ staking }: NetworkContracts): typeof lockStx =>
  staking ? stakeInName : lockStx
