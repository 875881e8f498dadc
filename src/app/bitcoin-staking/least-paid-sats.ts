import { WITHDRAWAL_DUST_SATS } from '../../protocol/bitcoin-staking/constants.ts'

/**
 * The least that a claim has to bring after the manager's fee for anything to be paid on Bitcoin;
 * sats. Max500 takes it for the bound where none is given.
 */
export const leastPaidSats = ({ maxFeeSats }: { maxFeeSats: bigint }): bigint =>
  maxFeeSats + WITHDRAWAL_DUST_SATS + 1n
