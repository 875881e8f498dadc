import type { CommandResult } from '../../../app/command-result.ts'
import type { AddressAudit } from '../../../app/dual-stacking/cycle-record.ts'
import type { Verification } from '../../../app/dual-stacking/verification.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Button } from '../../parts/button.tsx'
import { Callout } from '../../parts/callout.tsx'
import { ProgressBar } from '../../parts/progress-bar.tsx'

const tones = {
  verified: 'good',
  consistent: 'good',
  differs: 'bad',
  'not-transferred': 'bad',
  'left-out': 'bad',
  'not-yet': 'info',
  'not-captured': 'info',
  unknown: 'info',
} as const satisfies Record<AddressAudit['result'], string>

/** Whether the payment matches the contract's rules to the satoshi, or by how much it differs. */
export function AuditResult({
  audit: { result, expectedSats: expected, foundSats: found, participants },
}: {
  audit: AddressAudit
}) {
  const { t, f } = useWords()
  const amount = found === null ? '—' : f.sats(found)
  const more = participants > 0 && t('verify.from', { count: participants })
  return (
    <Callout tone={tones[result]} title={t(`verify.title.${result}`)}>
      <p>
        {text()} {more}
      </p>
    </Callout>
  )

  function text(): string {
    if (result === 'verified' || result === 'consistent') return t(`verify.${result}`, { amount })
    if (result !== 'differs') return t(`verify.${result}`)
    // Only the weight may differ where both amounts are equal.
    if (expected === null || found === null || expected === found)
      return t('verify.differs.weight', { amount })
    const difference = f.sats(found < expected ? expected - found : found - expected)
    return t(found < expected ? 'verify.less' : 'verify.more', {
      amount,
      expected: f.sats(expected),
      difference,
    })
  }
}

interface VerifyingProps {
  verification: Verification
  onStop?: () => Promise<CommandResult>
}

/** An audit under way, which continues unattended. */
export function Verifying({
  verification: { done, requestsLeft, problem },
  onStop,
}: VerifyingProps) {
  const { t } = useWords()
  const { busy, run } = useCommand()
  const progress =
    requestsLeft === null ? t('record.verifying') : t('verify.left', { count: requestsLeft })
  return (
    <div class="verifying" role="status">
      <ProgressBar
        done={done}
        total={done + (requestsLeft ?? done + 1)}
        label={t('record.verifying')}
      />
      <p class="muted">
        {progress} {problem ? t(`problems.${problem}`) : t('verify.background')}
      </p>
      {onStop && (
        <Button kind="quiet" disabled={busy} onClick={() => run(onStop)}>
          {t('verify.stop')}
        </Button>
      )}
    </div>
  )
}
