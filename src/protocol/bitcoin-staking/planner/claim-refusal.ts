import { WITHDRAWAL_DUST_SATS } from '../constants.ts'

/**
 * Why a manager refuses to pay a holder. The reference manager answers its error 1001 to all up to
 * `below-budget` alike [bitcoin-staking 7.2].
 */
export type ClaimRefusal =
  /** There is nothing, now or after the manager's claim. */
  | 'nothing-earned'
  /** The manager has not claimed from pox-5 yet. */
  | 'manager-has-not-claimed'
  /** It has not, and claims of managers are stopped forever. */
  | 'pulls-paused'
  /** What the manager holds for holders, or in this cycle and leg, is smaller than the reward. */
  | 'pool-too-small'
  /** The manager has no sBTC at all. */
  | 'no-balance'
  /** The reward is smaller than the budget for its payout on Bitcoin: nothing is paid. */
  | 'below-budget'
  /** What is left of it for Bitcoin is dust: error 502, or 1012 of max500. */
  | 'dust'
  /** Max500: third parties may pay out from a bound up only: error 1013. */
  | 'below-min-claim'

/** What decides whether a claim is paid; sats; null is unknown. */
export interface ClaimFacts {
  grossSats: bigint
  afterPullSats: bigint
  netSats: bigint | null
  /** The manager's pool, or max500's bucket. */
  poolSats: bigint | null
  balanceSats: bigint | null
  payout: { maxFeeSats: bigint; minClaimSats: bigint | null } | null
  /** Max500: banked for the holder already. */
  bankedSats: bigint
  /** Whether the holder itself claims. */
  isOwn: boolean
  /** Whether managers' claims are stopped forever; by default unknown. */
  isPaused?: boolean | null
}

/** Why a claim would be refused; undefined: it would not, as far as is known. */
export function claimRefusal(facts: ClaimFacts): ClaimRefusal | undefined {
  const { grossSats, netSats, poolSats, balanceSats, payout } = facts
  if (grossSats === 0n) {
    if (facts.afterPullSats === 0n) return 'nothing-earned'
    return facts.isPaused === true ? 'pulls-paused' : 'manager-has-not-claimed'
  }
  if (netSats === 0n) return 'nothing-earned'
  if (poolSats !== null && poolSats < grossSats) return 'pool-too-small'
  if (balanceSats === 0n) return 'no-balance'
  if (payout === null || netSats === null) return undefined
  const paidSats = netSats + facts.bankedSats
  const { maxFeeSats, minClaimSats } = payout
  if (minClaimSats !== null && !facts.isOwn && paidSats < minClaimSats) return 'below-min-claim'
  if (minClaimSats === null && paidSats < maxFeeSats) return 'below-budget'
  return paidSats <= maxFeeSats + WITHDRAWAL_DUST_SATS ? 'dust' : undefined
}
