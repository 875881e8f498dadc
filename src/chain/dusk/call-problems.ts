import { innermost } from '../../protocol/hyperstaking/core/panic.ts'
import { tryParseJson } from '../http/send-once.ts'

/** Why a call fails, as the chain says it. */
export const chainProblemCodes = [
  'amount-zero',
  'amount-too-large',
  'below-minimum-deposit',
  'too-small-for-share',
  'balance-too-low',
  'position-too-small',
  'pool-paused',
  'calls-closed',
  'pool-missing',
  'driver-missing',
  'wrong-network',
  'not-registered',
  'referrer-self',
  'referrer-circle',
  'referrer-fixed',
  'referrer-line',
  'nothing-to-claim',
  'too-early',
  'deposit-mismatch',
  'gas-too-low',
  'not-offered',
  'replayed',
  'nonce-ahead',
  'key-foreign',
  'below-published-minimum',
  'stake-refused',
  'other',
] as const
type ChainProblemCode = (typeof chainProblemCodes)[number]

/** Why a call would fail or should wait: that, or that the pool is not the one to use any more. */
export const callProblemCodes = [...chainProblemCodes, 'pool-moved'] as const
export type CallProblemCode = (typeof callProblemCodes)[number]

/** `text`: the chain's own words, for diagnosis. */
export type CallProblem<Code = CallProblemCode> = { code: Code; text: string | null }

export const callProblem = <Code extends CallProblemCode>(
  code: Code,
  text: string | null = null,
): CallProblem<Code> => ({ code, text })

const BY_TEXT: ReadonlyArray<[RegExp, ChainProblemCode]> = [
  [/^The amount is zero/, 'amount-zero'],
  [/below the pool's minimum/, 'below-minimum-deposit'],
  [/too small for a share/, 'too-small-for-share'],
  [/^The position is smaller|pool cannot free as much/, 'position-too-small'],
  [/^The pool is paused|\b(?:suspended|maintenance|synchroni[sz]\w*)\b/i, 'pool-paused'],
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
  [/^OutOfGas|: OutOfGas|gas limit lower/i, 'gas-too-low'],
  [/doesn't have enough funds|has no funds|spent larger than account/, 'balance-too-low'],
  [/3rd party contracts are not enabled/, 'calls-closed'],
  [/Invalid chain id|must target the correct chain/, 'wrong-network'],
  [/Already used nonce|Nonce repeat|with this nonce waits/, 'replayed'],
  [/Nonce not ready|Missing intermediate nonce/, 'nonce-ahead'],
  [/^Keys mismatch/, 'key-foreign'],
  [/^Invalid (account|owner) signature|lower than the minimum amount/, 'stake-refused'],
  [/does not rotate|Rotation needs two/, 'not-offered'],
]

/** A node's dry run reports an error as Rust debugs it: Panic("text"), quotes inside escaped. */
const undebugged = (text: string): string => {
  const quoted = /^Panic\(("[^]*")\)$/.exec(text)?.[1]
  const parsed = quoted === undefined ? undefined : tryParseJson(quoted)
  return typeof parsed === 'string' ? parsed : text
}

/** The problem behind a chain's error text. */
export const callProblemOf = (text: string): CallProblem<ChainProblemCode> => {
  const inner = innermost(undebugged(text))
  return callProblem(
    BY_TEXT.find(([pattern]) => pattern.test(inner) || pattern.test(text))?.[1] ?? 'other',
    inner,
  )
}
