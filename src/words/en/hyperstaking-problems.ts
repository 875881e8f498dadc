import type { Section } from '../message.ts'

/** Why a call to a pool would fail or should wait, by the code of the problem. */
export const hyperstakingProblems = {
  'hyper.problem.amount-zero': 'Enter an amount.',
  'hyper.problem.amount-too-large': 'Amount too large.',
  'hyper.problem.below-minimum-deposit': 'Below the pool’s minimum deposit.',
  'hyper.problem.too-small-for-share': 'This amount is too small to buy a share of the pool.',
  'hyper.problem.balance-too-low': 'Your balance does not cover the amount and the gas.',
  'hyper.problem.position-too-small': 'You have less than this in the pool.',
  'hyper.problem.pool-paused': 'The pool is paused and takes no deposits. Withdrawals still work.',
  'hyper.problem.calls-closed':
    'The network has disabled contract calls. Deposits and withdrawals are on hold until it enables them again.',
  'hyper.problem.pool-missing': 'There is no such pool on this network.',
  'hyper.problem.pool-moved':
    'This pool’s operators, or this node, now name a different contract. Nothing is deposited into this one; withdrawals still work. A later version of Twinstack will include the new one.',
  'hyper.problem.driver-missing':
    'This node cannot tell whether the pool would accept this call. Try another node.',
  'hyper.problem.wrong-network': 'Your wallet and this pool are on different networks.',
  'hyper.problem.not-registered': 'The operator has not registered your account as a customer.',
  'hyper.problem.referrer-self': 'You cannot refer yourself.',
  'hyper.problem.referrer-circle': 'This referral would form a circle.',
  'hyper.problem.referrer-fixed':
    'Your referrer was set with your first deposit and cannot change.',
  'hyper.problem.referrer-line': 'This referral chain is too long.',
  'hyper.problem.nothing-to-claim': 'There is nothing to claim yet.',
  'hyper.problem.too-early': 'The pool rotates only shortly before an epoch ends.',
  'hyper.problem.deposit-mismatch': 'The deposit and the amount in the call differ.',
  'hyper.problem.gas-too-low': 'The gas limit is too low for this call.',
  'hyper.problem.not-offered': 'This pool does not offer that.',
  'hyper.problem.replayed': 'This transaction was already used: nothing is sent twice.',
  'hyper.problem.nonce-ahead':
    'An earlier transaction from your account is still pending. Try again once it is in a block.',
  'hyper.problem.key-foreign':
    'The pool’s provisioner key belongs to another owner, so the pool cannot stake with it.',
  'hyper.problem.below-published-minimum':
    'Announcements give a minimum of 1,000 or 10,000 DUSK for this pool; its contract does not say. A smaller deposit may fail.',
  'hyper.problem.stake-refused': 'The stake contract rejects the pool’s stake.',
  'hyper.problem.other': 'The contract would reject this call.',
} as const satisfies Section
