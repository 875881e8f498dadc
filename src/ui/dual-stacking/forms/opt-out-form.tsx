import { writeBlockers } from '../../../app/dual-stacking/blockers.ts'
import { enrollmentOf } from '../../../app/dual-stacking/enrollment.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Button } from '../../parts/button.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Blockers } from './blockers.tsx'
import { Effects } from './effects.tsx'
import type { AccountFormProps } from './enroll-form.tsx'
import { HolderCallWindow } from './holder-call-window.tsx'

/** Opting out is always offered; its cost is stated without arguing against it. */
export function OptOutForm({
  account,
  network,
  reading,
  fee,
  env,
  commands,
  onBack,
}: AccountFormProps) {
  const { t, f } = useWords()
  const { busy, refusal, run } = useCommand()
  const blockers = writeBlockers(network, 'opt-out')
  const cycle = network?.cycle.known ? network.cycle.value.id : null
  const enrollment = enrollmentOf(reading)
  const stillPaid = cycle !== null && (enrollment === 'both' || enrollment === 'leaving')
  return (
    <Screen title={t('optOut.title')} onBack={onBack}>
      <Effects fee={fee} does={t('optOut.does')} counts={counts()} />
      <p class="note">{t('optOut.stays')}</p>
      <HolderCallWindow functionName="opt-out" account={account} env={env} />
      <Blockers of={blockers} />
      <p class="error" role="alert">
        {refusal ?? ''}
      </p>
      <div class="form-actions">
        <Button
          kind="primary"
          disabled={busy || blockers.some(({ final }) => final)}
          onClick={() => run(() => commands.optOut(), onBack)}
        >
          {t('optOut.submit')}
        </Button>
        <Button onClick={onBack}>{t('optOut.stay')}</Button>
      </div>
    </Screen>
  )

  function counts(): string {
    if (cycle === null) return t('effects.nextCycle')
    const next = f.integer(cycle + 1)
    return stillPaid
      ? t('optOut.counts', { cycle: f.integer(cycle), next })
      : t('optOut.countsNext', { next })
  }
}
