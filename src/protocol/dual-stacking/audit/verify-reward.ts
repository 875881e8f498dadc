import { auditCycle } from './audit-cycle.ts'
import type { CycleAudit, ParticipantAudit } from './audit-result.ts'
import type { CycleData } from './cycle-data.ts'

/** Whether one participant received what the contract's rules give. */
export interface RewardVerification {
  /**
   * `verified`: to the sat; `consistent`: in exact proportion to everyone's payment, pool or rate
   * of that time not known; `differs`: by `participant.reward.difference` sats; `not-transferred`:
   * marked as paid without a transfer; `left-out`: the cycle ended without a payment to it;
   * `not-yet`: the cycle is not over; `not-captured`: it took no part; `unknown`: too little is
   * known.
   */
  result:
    | 'verified'
    | 'consistent'
    | 'differs'
    | 'not-transferred'
    | 'left-out'
    | 'not-yet'
    | 'not-captured'
    | 'unknown'
  participant: ParticipantAudit | null
  cycle: CycleAudit
}

/** Answers "did I receive my reward?" for an enrolled address in a cycle [dual-stacking 6.5]. */
export function verifyReward(data: CycleData, address: string): RewardVerification {
  const cycle = auditCycle(data)
  const participant = cycle.participants.find(({ enrolled }) => enrolled === address) ?? null
  return {
    result: participant === null ? 'not-captured' : resultOf(participant, cycle),
    participant,
    cycle,
  }
}

function resultOf(
  { notes, reward, weight }: ParticipantAudit,
  { payout }: CycleAudit,
): RewardVerification['result'] {
  if (notes.includes('not-transferred')) return 'not-transferred'
  if (notes.includes('left-out')) return 'left-out'
  if (notes.includes('not-paid-yet')) return 'not-yet'
  if (reward.difference === null) return 'unknown'
  if (reward.difference !== 0n || (weight.difference ?? 0n) !== 0n) return 'differs'
  return payout.expected === null ? 'consistent' : 'verified'
}
