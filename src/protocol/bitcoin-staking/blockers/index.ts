export { checkBondEntry, checkBondMove, checkBondWithdrawal, type BondEntry } from './check-bond.ts'
export { checkClaim } from './check-claim.ts'
export { checkCollection, checkPayoutChange } from './check-payout.ts'
export { checkStake, checkStakeUpdate, checkUnstake } from './check-stake.ts'
export type {
  BondFacts,
  BondPartFacts,
  HolderFacts,
  ManagerChoice,
  ManagerFacts,
  PayoutFacts,
  StakeFacts,
} from './holder-facts.ts'
export type { Consent, Refusal, SigningBlocker } from './signing-blocker.ts'
