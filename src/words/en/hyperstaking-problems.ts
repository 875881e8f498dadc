import type { Section } from '../message.ts'

/** Why a call to a pool would fail or should wait, by the code of the problem. */
export const hyperstakingProblems = {
  'hyper.problem.amount-zero': 'Enter an amount.',
  'hyper.problem.amount-too-large': 'This amount is larger than the network can hold.',
  'hyper.problem.below-minimum-deposit': 'This is less than the pool takes.',
  'hyper.problem.too-small-for-share': 'This amount is too small to buy a share of the pool.',
  'hyper.problem.balance-too-low': 'Your balance does not cover the amount and the gas.',
  'hyper.problem.position-too-small': 'You have less than this in the pool.',
  'hyper.problem.pool-paused': 'The pool is paused: it takes no deposits. Withdrawing still works.',
  'hyper.problem.calls-closed':
    'The network has switched contract calls off. Nothing can go into or out of a pool until it opens them again.',
  'hyper.problem.pool-missing': 'There is no such pool on this network.',
  'hyper.problem.pool-moved':
    'This pool’s operators now name another contract, or the node says so. Nothing is put into this one; withdrawing still works. A later version of Twinstack will know the new one.',
  'hyper.problem.driver-missing':
    'This node cannot tell whether the pool would take the call: another node may know.',
  'hyper.problem.wrong-network': 'Your wallet and this pool are on different networks.',
  'hyper.problem.not-registered': 'The operator has not registered your account as a customer.',
  'hyper.problem.referrer-self': 'You cannot refer yourself.',
  'hyper.problem.referrer-circle': 'This referral would go round in a circle.',
  'hyper.problem.referrer-fixed':
    'Your referrer was set with your first deposit and cannot change.',
  'hyper.problem.referrer-line': 'This line of referrals is too long.',
  'hyper.problem.nothing-to-claim': 'There is nothing to claim yet.',
  'hyper.problem.too-early': 'The pool rotates only shortly before an epoch ends.',
  'hyper.problem.deposit-mismatch': 'The deposit and the amount in the call differ.',
  'hyper.problem.gas-too-low': 'The gas limit is too low for this call.',
  'hyper.problem.not-offered': 'This pool does not offer that.',
  'hyper.problem.replayed': 'This transaction has been used already: nothing is sent twice.',
  'hyper.problem.nonce-ahead':
    'An earlier transaction of your account is still waiting. Try again when it is in a block.',
  'hyper.problem.key-foreign':
    'The pool’s provisioner key belongs to another owner: the pool cannot stake with it.',
  'hyper.problem.below-published-minimum':
    'A minimum of 1,000 or 10,000 DUSK is published for this pool; its contract does not state one. A smaller deposit may fail.',
  'hyper.problem.stake-refused': 'The stake contract refuses the pool’s stake.',
  'hyper.problem.other': 'The contract would refuse this call.',
} as const satisfies Section
