import type { LegAudit } from '../../../app/bitcoin-staking/rewards/leg-audit.ts'
import type { PaidCycle } from '../../../app/bitcoin-staking/rewards/staking-rewards.ts'
import type { CommandResult } from '../../../app/command-result.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Button } from '../../parts/button.tsx'
import { Callout } from '../../parts/callout.tsx'

const tones = {
  exact: 'good',
  'fee-unknown': 'good',
  differs: 'bad',
  'calculation-differs': 'bad',
  unknown: 'info',
} as const satisfies Record<LegAudit['result'], string>

interface LegAuditResultProps {
  paid: PaidCycle
  /** Absent where nothing can be recomputed. */
  onVerify?: (cycle: bigint) => Promise<CommandResult>
}

/** Whether payments match the contract's rules to the sat, and how to find out. */
export function LegAuditResult({ paid: { cycle, audit }, onVerify }: LegAuditResultProps) {
  const { t, f } = useWords()
  const { busy, refusal, run } = useCommand()
  return (
    <>
      {audit && (
        <Callout tone={tones[audit.result]} title={t(`staking.rewards.${audit.result}.title`)}>
          {text(audit)}
        </Callout>
      )}
      {onVerify && (audit === null || audit.result === 'unknown') && (
        <Button disabled={busy} onClick={() => run(() => onVerify(cycle))}>
          {t(busy ? 'staking.rewards.verifying' : 'staking.rewards.verify')}
        </Button>
      )}
      {refusal && (
        <p class="error" role="alert">
          {t('staking.rewards.failed')}
        </p>
      )}
    </>
  )

  function text({ result, paidSats, earnedSats }: LegAudit): string {
    const amount = paidSats === null ? '—' : f.sats(paidSats)
    const earned = earnedSats === null ? '—' : f.sats(earnedSats)
    if (result === 'exact')
      return isWhole(paidSats, earnedSats)
        ? t('staking.rewards.exact', { amount })
        : t('staking.rewards.part', { amount, earned })
    if (result === 'differs') return t('staking.rewards.differs', { amount, earned })
    return t(`staking.rewards.${result}`)
  }
}

/** Two claims of a cycle round down once more than one. */
const isWhole = (paid: bigint | null, earned: bigint | null): boolean =>
  paid !== null && earned !== null && earned - paid <= 2n
