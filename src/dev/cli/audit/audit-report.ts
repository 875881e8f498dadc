import type {
  Compared,
  CycleAudit,
  ParticipantAudit,
} from '../../../protocol/dual-stacking/audit/index.ts'

const verdicts: Record<CycleAudit['verdict'], string> = {
  exact: 'every figure was recomputed and agrees to the sat',
  consistent:
    'all payments share out one amount exactly by weight; pool or rate of that time are not known any more',
  differs: 'something does not agree',
  open: 'the cycle is not over',
  incomplete: 'too little is known to tell',
}

const shown = (value: bigint | null) => (value === null ? 'unknown' : value.toString())
const scaled = (value: bigint | null) =>
  value === null
    ? 'unknown'
    : `${value / 10n ** 8n}.${(value % 10n ** 8n).toString().padStart(8, '0')}`
const both = ({ expected, found, difference }: Compared) => {
  if (difference === 0n) return shown(found)
  const values = `${shown(found)} found, ${shown(expected)} recomputed`
  return difference === null ? values : `${values}, ${difference > 0n ? '+' : ''}${difference}`
}

const participantLine = ({
  enrolled,
  captured,
  snapshots,
  weight,
  reward,
  notes,
}: ParticipantAudit): string =>
  [
    enrolled,
    `captured ${captured ?? '?'} of ${snapshots}`,
    `weight ${both(weight)}`,
    `reward ${both(reward)} sats`,
    ...notes,
  ].join('  ')

/**
 * An audit as text, with the whole list of participants on demand. Amounts in sats and microSTX.
 */
export const auditReport = (audit: CycleAudit, contract: string, all = false): string => {
  const { goldenRatio, totals, payout, paid, participants, differing } = audit
  const accepted = goldenRatio.accepted
    ? `${goldenRatio.accepted.lowest} … ${goldenRatio.accepted.highest}`
    : 'none'
  const passes = goldenRatio.passes === false ? ', does not pass' : ''
  const limit = payout.limit ? `, limited by the ${payout.limit}` : ''
  return [
    `Cycle ${audit.cycle} of ${contract}`,
    `verdict          ${audit.verdict}: ${verdicts[audit.verdict]}`,
    `golden ratio     ${shown(goldenRatio.used)} used, ${accepted} accepted${passes}`,
    `sBTC             ${both(totals.sats)}`,
    `sBTC in DeFi     ${both(totals.defiSats)}`,
    `STX              ${both(totals.microStx)}`,
    `weights          ${both(totals.weights)}`,
    `pool             ${scaled(payout.pool)} sats`,
    `cap              ${scaled(payout.cap)} sats`,
    `shared out       ${scaled(payout.expected)} sats${limit}`,
    `paid             ${both(paid)} sats`,
    `participants     ${participants.length}, ${differing.length} differing`,
    ...(all ? participants : differing).map(participantLine),
  ].join('\n')
}
