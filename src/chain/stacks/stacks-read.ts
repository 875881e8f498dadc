import type { Failure } from '../http/answer.ts'
import type { BitcoinTip } from '../http/cache.ts'
import type { PlainClarity } from './clarity.ts'

/**
 * Beyond the request's own failures: the function needs `at-block`, which this network no longer
 * has; the function aborted; the contract has no such function, map or variable, or does not
 * exist.
 */
export type StacksReadFailure = Failure | { code: 'at-block' | 'aborted' | 'missing' }
/** The result of a read. */
export type StacksRead<T> = { ok: true; value: T } | { ok: false; failure: StacksReadFailure }
export type ClarityRead = StacksRead<PlainClarity>

export type StacksTip = BitcoinTip & { stacksHeight: number; chainId: number }
