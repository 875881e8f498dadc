import { claimProgressOf, type ClaimProgress } from '../../../app/bitcoin-staking/claim-progress.ts'
import type { ClaimLeg, ClaimQueue } from '../../../app/bitcoin-staking/claim-queue.ts'
import type { CommandResult } from '../../../app/command-result.ts'
import type { StacksIntent } from '../../../wallet/stacks/stacks-intent.ts'
import { shortAddress } from '../../../words/format/address.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { ProgressBar } from '../../parts/progress-bar.tsx'

interface BatchQueueProps {
  queue: ClaimQueue
  intents: readonly StacksIntent[]
  onResume: () => Promise<CommandResult>
  onStop: () => Promise<CommandResult>
}

/** Claims that the wallet is asked for one after another: how far they are. */
export function BatchQueue({ queue, intents, onResume, onStop }: BatchQueueProps) {
  const { t, f } = useWords()
  const { busy, refusal, run } = useCommand()
  const at = claimProgressOf(queue, intents)
  const progress = t('staking.claim.progress', {
    sent: f.integer(at.sent),
    total: f.integer(at.total),
  })
  return (
    <Card title={t('console.staking.queue')} aside={progress}>
      <ProgressBar done={at.sent} total={at.total} label={progress} />
      <p class="effect" role="status">
        {statusText(at)}
      </p>
      {at.left.length > 0 && (
        <>
          <p class="label">{t('console.staking.queue.left')}</p>
          <ul class="notes">
            {at.left.map((leg) => (
              <li key={`${leg.staker} ${leg.cycle} ${leg.bond}`}>{nameOf(leg)}</li>
            ))}
          </ul>
        </>
      )}
      <p class="error" role="alert">
        {at.reason === null ? refusal : ''}
      </p>
      <div class="form-actions">
        {at.state === 'paused' && (
          <Button kind="primary" disabled={busy} onClick={() => run(onResume)}>
            {t('staking.claim.continue')}
          </Button>
        )}
        <Button kind="quiet" disabled={busy} onClick={() => run(onStop)}>
          {t(at.state === 'done' ? 'activity.dismiss' : 'staking.claim.stop')}
        </Button>
      </div>
    </Card>
  )

  function nameOf({ staker, cycle }: ClaimLeg): string {
    return t('console.staking.step.holder-claim', {
      holder: shortAddress(staker ?? queue.account),
      cycle: f.integer(cycle),
    })
  }

  function statusText({ state, current, reason }: ClaimProgress): string {
    if (state === 'done') return t('console.staking.queue.sent')
    const name = current === null ? '—' : nameOf(current)
    if (reason === 'not-signed' || reason === 'interrupted')
      return t(`console.staking.queue.${reason}`, { name })
    return reason === null ? t('console.staking.queue.asking', { name }) : t(`commands.${reason}`)
  }
}
