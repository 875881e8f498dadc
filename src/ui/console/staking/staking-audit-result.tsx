import type {
  AuditVerdict,
  HalfVerdict,
  LegVerdict,
} from '../../../protocol/bitcoin-staking/audit/leg-verdicts.ts'
import type { StakingDifference } from '../../../protocol/bitcoin-staking/audit/staking-audit.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Callout } from '../../parts/callout.tsx'
import { Card } from '../../parts/card.tsx'
import { AuditDifferences } from './audit-differences.tsx'
import { StakingTable } from './staking-table.tsx'

export interface StakingAuditResultProps {
  cycle: bigint
  verdict: 'exact' | 'differs' | 'incomplete'
  halves: readonly HalfVerdict[]
  legs: readonly LegVerdict[]
  differing: readonly StakingDifference[]
  /** Prints that could not be applied. */
  unread: number
}

const tones = { exact: 'good', differs: 'bad', unknown: 'wait' } as const

/** What an audit of a cycle found: by half, by leg, and every figure that differs. */
export function StakingAuditResult(props: StakingAuditResultProps) {
  const { cycle, halves, legs, differing, unread } = props
  const { t, f } = useWords()
  const whole = overall(props)
  const titles = {
    exact: t('audit.verdict.exact'),
    differs: t('audit.differences', { count: differing.length }),
    unknown: t('console.staking.audit.partly'),
  }
  const feesUnknown = legs.reduce((count, leg) => count + leg.feesUnknown, 0)
  if (halves.length === 0)
    return (
      <Callout tone="info">
        {t('console.staking.audit.nothing', { cycle: f.integer(cycle) })}
      </Callout>
    )
  return (
    <>
      <Callout tone={whole === 'unknown' ? 'info' : tones[whole]} title={titles[whole]}>
        {t('console.staking.audit.covered', {
          cycle: f.integer(cycle),
          halves: t('console.staking.audit.halves', { count: halves.length }),
        })}
      </Callout>
      <Card title={t('console.staking.audit.byHalf')}>
        <StakingTable
          label={t('console.staking.audit.byHalf')}
          head={[
            t('console.staking.audit.half'),
            t('console.staking.audit.verdict'),
            t('console.staking.audit.income'),
          ]}
        >
          {halves.map(({ height, incomeSats, verdict }) => (
            <tr key={height}>
              <td>{t('console.staking.audit.upTo', { height: f.integer(height) })}</td>
              <td>
                <Verdict of={verdict} />
              </td>
              <td>{incomeSats === null ? '—' : f.sats(incomeSats)}</td>
            </tr>
          ))}
        </StakingTable>
      </Card>
      <Card title={t('console.staking.audit.byLeg')}>
        <StakingTable
          label={t('console.staking.audit.byLeg')}
          head={[
            t('console.staking.leg'),
            t('console.staking.audit.verdict'),
            t('console.staking.audit.booked'),
            t('console.staking.audit.pulled'),
            t('console.staking.audit.claimed'),
            t('console.staking.audit.claims'),
          ]}
        >
          {legs.map(({ bond, bookedSats, pulledSats, claimedSats, claims, verdict }) => (
            <tr key={bond}>
              <td>
                {bond === null
                  ? t('console.staking.leg.stx')
                  : t('console.staking.leg.bond', { bond: f.integer(bond) })}
              </td>
              <td>
                <Verdict of={verdict} />
              </td>
              <td>{f.sats(bookedSats)}</td>
              <td>{f.sats(pulledSats)}</td>
              <td>{f.sats(claimedSats)}</td>
              <td>{f.integer(claims)}</td>
            </tr>
          ))}
        </StakingTable>
        {feesUnknown > 0 && (
          <p class="note">{t('console.staking.audit.feesUnknown', { count: feesUnknown })}</p>
        )}
        {unread > 0 && <p class="note">{t('console.staking.audit.unread', { count: unread })}</p>}
      </Card>
      {differing.length > 0 && <AuditDifferences of={differing} />}
    </>
  )
}

/** Of all halves and legs: one that differs, or is not known, makes the whole so. */
function overall({ verdict, halves, legs }: StakingAuditResultProps): AuditVerdict {
  if (verdict === 'differs') return 'differs'
  const isExact = [...halves, ...legs].every((each) => each.verdict === 'exact')
  return verdict === 'exact' && isExact ? 'exact' : 'unknown'
}

function Verdict({ of }: { of: AuditVerdict }) {
  const { t } = useWords()
  return <span class={`pill ${tones[of]}`}>{t(`console.staking.audit.verdict.${of}`)}</span>
}
