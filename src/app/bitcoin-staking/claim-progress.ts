import type { StacksIntent } from '../../wallet/stacks/stacks-intent.ts'
import type { ClaimLeg, ClaimPause, ClaimQueue } from './claim-queue.ts'

type LegName = Pick<ClaimLeg, 'cycle' | 'bond' | 'staker'>

export const isSameLeg = (one: LegName, other: LegName): boolean =>
  one.cycle === other.cycle && one.bond === other.bond && one.staker === other.staker

/** The leg that a request claims; undefined: it claims none. */
const legOf = ({ staking, step }: StacksIntent): LegName | undefined => {
  if (staking?.call.kind === 'claim') return staking.call
  return step?.step.kind === 'holder-claim' ? step.step : undefined
}

/** The newest request of a claim of this leg by the account, at or after a moment. */
export const claimIntentOf = (
  intents: readonly StacksIntent[],
  { account, begunAt }: Pick<ClaimQueue, 'account' | 'begunAt'>,
  leg: LegName,
): StacksIntent | undefined =>
  intents
    .filter((intent) => {
      const claimed = legOf(intent)
      return (
        claimed &&
        intent.request.account === account &&
        intent.createdAt >= begunAt &&
        isSameLeg(claimed, leg)
      )
    })
    .toSorted((one, other) => other.createdAt - one.createdAt)[0]

/** Whether a request has led to a transaction that is what was asked for, whatever became of it. */
export const isClaimSent = ({ state, txid }: StacksIntent): boolean =>
  txid !== null && state !== 'refused' && state !== 'failed'

/** Whether a wallet may still answer a request: no other one is asked meanwhile. */
const isClaimAsked = ({ state, txid }: StacksIntent): boolean =>
  txid === null && (state === 'created' || state === 'asking')

/** Whether a claim of a leg is under way, whoever asked for it. */
export const isClaimUnderWay = (intent: StacksIntent | undefined): boolean =>
  intent !== undefined &&
  (isClaimAsked(intent) || intent.state === 'submitted' || intent.state === 'asking')

/** How far claims are, for the person who began them. */
export interface ClaimProgress {
  /** Claims with a transaction, and all that are not left out. */
  sent: number
  total: number
  /** The one at which the wallet is asked, or was last; null: none is. */
  current: ClaimLeg | null
  left: ClaimLeg[]
  state: 'asking' | 'paused' | 'done'
  reason: ClaimPause | null
}

/**
 * How far a queue is, by what became of its requests. One that is not among them was put away after
 * it was sent, unless the queue stands still.
 */
export function claimProgressOf(
  queue: ClaimQueue,
  intents: readonly StacksIntent[],
): ClaimProgress {
  const { asked, waiting, left, paused } = queue
  const found = asked.map((leg) => claimIntentOf(intents, queue, leg))
  const last = found.at(-1)
  const isLastSent = last ? isClaimSent(last) : paused === null
  const earlier = found.slice(0, -1).filter((intent) => !intent || isClaimSent(intent))
  const common = {
    sent: earlier.length + (asked.length > 0 && isLastSent ? 1 : 0),
    total: asked.length + waiting.length,
    left,
  }
  if (waiting.length === 0 && isLastSent)
    return { ...common, current: null, state: 'done', reason: null }
  const isFailed = last !== undefined && !isClaimSent(last) && !isClaimAsked(last)
  const reason = paused ?? (isFailed ? 'not-signed' : null)
  const current = (isLastSent ? waiting[0] : asked.at(-1)) ?? waiting[0] ?? null
  return { ...common, current, state: reason === null ? 'asking' : 'paused', reason }
}
