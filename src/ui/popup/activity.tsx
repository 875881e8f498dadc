import type { Commands } from '../../app/commands.ts'
import { activityText } from '../../app/dual-stacking/activity-text.ts'
import { transactionDetails } from '../../app/dual-stacking/transaction-details.ts'
import type { Environment } from '../../app/environment.ts'
import type { Family } from '../../protocol/dual-stacking/errors.ts'
import type { StacksIntent } from '../../wallet/stacks/stacks-intent.ts'
import { useCommand } from '../hooks/use-command.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { Callout } from '../parts/callout.tsx'

const MINUTE_MS = 60_000

interface ActivityProps {
  intents: readonly StacksIntent[]
  family: Family | null
  /** The newest Bitcoin block; null: not known. */
  height: number | null
  commands: Pick<Commands, 'retry' | 'dismiss'>
  env: Environment
  now: number
}

/** Requests to a wallet and their status, newest first. */
export const Activity = ({ intents, ...rest }: ActivityProps) => (
  <>
    {intents.map((intent) => (
      <Entry key={intent.id} intent={intent} {...rest} />
    ))}
  </>
)

function Entry({
  intent,
  family,
  height,
  commands,
  env,
  now,
}: Omit<ActivityProps, 'intents'> & { intent: StacksIntent }) {
  const words = useWords()
  const { t, f } = words
  const { busy, refusal, run } = useCommand()
  const { tone, title, text, retry, dismiss } = activityText(words, intent, { family, height })
  const url = intent.txid === null ? null : env.transactionUrl(intent.txid)
  return (
    <Callout
      tone={tone}
      title={title}
      actions={
        (retry || dismiss || url) && (
          <>
            {retry && (
              <Button disabled={busy} onClick={() => run(() => commands.retry(intent.id))}>
                {t('activity.retry')}
              </Button>
            )}
            {url && (
              <a class="link" href={url} target="_blank" rel="noopener noreferrer">
                {t('activity.transaction')}
              </a>
            )}
            {dismiss && (
              <Button
                kind="quiet"
                disabled={busy}
                onClick={() => run(() => commands.dismiss(intent.id))}
              >
                {t('activity.dismiss')}
              </Button>
            )}
          </>
        )
      }
    >
      <p>{text}</p>
      {intent.txid !== null && transactionDetails(words, intent) !== '' && (
        <p class="muted">{transactionDetails(words, intent)}</p>
      )}
      {intent.state === 'submitted' && now - intent.updatedAt >= MINUTE_MS && (
        <p class="muted">{t('activity.since', { time: f.duration(now - intent.updatedAt) })}</p>
      )}
      {refusal && <p class="error">{refusal}</p>}
    </Callout>
  )
}
