import { innermost } from '../../protocol/hyperstaking/core/panic.ts'

/** Why a call would fail or should wait; each with a sentence for the person about to sign. */
export const CALL_PROBLEMS = {
  'amount-zero': 'Enter an amount.',
  'amount-too-large': 'This amount is larger than the network can hold.',
  'below-minimum-deposit': 'This is less than the pool takes.',
  'too-small-for-share': 'This amount is too small to buy a share of the pool.',
  'balance-too-low': 'Your balance does not cover the amount and the gas.',
  'position-too-small': 'You have less than this in the pool.',
  'pool-paused': 'The pool is paused: it takes no deposits. Withdrawing still works.',
  'calls-closed':
    'The network has switched contract calls off. Nothing can go into or out of a pool until it opens them again.',
  'pool-missing': 'There is no such pool on this network.',
  'wrong-network': 'Your wallet and this pool are on different networks.',
  'not-registered': 'The operator has not registered your account as a customer.',
  'referrer-self': 'You cannot refer yourself.',
  'referrer-circle': 'This referral would go round in a circle.',
  'referrer-fixed': 'Your referrer was set with your first deposit and cannot change.',
  'referrer-line': 'This line of referrals is too long.',
  'nothing-to-claim': 'There is nothing to claim yet.',
  'too-early': 'The pool rotates only shortly before an epoch ends.',
  'deposit-mismatch': 'The deposit and the amount in the call differ.',
  'gas-too-low': 'The gas limit is too low for this call.',
  'not-offered': 'This pool does not offer that.',
  replayed: 'This transaction has been used already: nothing is sent twice.',
  'nonce-ahead':
    'An earlier transaction of your account is still waiting. Try again when it is in a block.',
  'key-foreign':
    'The pool’s provisioner key belongs to another owner: the pool cannot stake with it.',
  'below-published-minimum':
    'Posts name 1,000 or 10,000 DUSK as this pool’s minimum; its contract does not tell. A smaller deposit may fail.',
  'stake-refused': 'The stake contract refuses the pool’s stake.',
  other: 'The contract would refuse this call.',
} as const
export type CallProblemCode = keyof typeof CALL_PROBLEMS

/** `text`: the chain's own words, where they say more. */
export type CallProblem = { code: CallProblemCode; sentence: string; text: string | null }

export const callProblem = (code: CallProblemCode, text: string | null = null): CallProblem => ({
  code,
  sentence: CALL_PROBLEMS[code],
  text,
})

const BY_TEXT: ReadonlyArray<[RegExp, CallProblemCode]> = [
  [/^The amount is zero/, 'amount-zero'],
  [/below the pool's minimum/, 'below-minimum-deposit'],
  [/too small for a share/, 'too-small-for-share'],
  [/^The position is smaller|pool cannot free as much/, 'position-too-small'],
  [/^The pool is paused/, 'pool-paused'],
  [/Contract calls are disabled/, 'calls-closed'],
  [/^Contract does not exist|^DoesNotExist/, 'pool-missing'],
  [/has not registered this customer/, 'not-registered'],
  [/cannot refer itself/, 'referrer-self'],
  [/round in a circle/, 'referrer-circle'],
  [/^A referrer is named with/, 'referrer-fixed'],
  [/line of referrals is too long/, 'referrer-line'],
  [/nothing to claim/, 'nothing-to-claim'],
  [/too early in the epoch/, 'too-early'],
  [/^The value to deposit|^There is no deposit|deposit has already been taken/, 'deposit-mismatch'],
  [/^OutOfGas|: OutOfGas|Gas limit lower/, 'gas-too-low'],
  [/^Not enough balance/, 'balance-too-low'],
  [/Invalid chain id|must target the correct chain/, 'wrong-network'],
  [/Already used nonce|with this nonce waits/, 'replayed'],
  [/Nonce not ready/, 'nonce-ahead'],
  [/^Keys mismatch/, 'key-foreign'],
  [/^Invalid (account|owner) signature|lower than the minimum amount/, 'stake-refused'],
  [/does not rotate|Rotation needs two/, 'not-offered'],
]

/** The problem that a chain's error text tells of. */
export const callProblemOf = (text: string): CallProblem => {
  const inner = innermost(text)
  return callProblem(
    BY_TEXT.find(([pattern]) => pattern.test(inner) || pattern.test(text))?.[1] ?? 'other',
    inner,
  )
}
