import type { Commands } from '../../app/commands.ts'
import { activityText } from '../../app/dual-stacking/activity-text.ts'
import { transactionDetails } from '../../app/dual-stacking/transaction-details.ts'
import type { Environment } from '../../app/environment.ts'
import type { Family } from '../../protocol/dual-stacking/errors.ts'
import type { StacksIntent } from '../../wallet/stacks/stacks-intent.ts'
import { useCommand } from '../hooks/use-command.ts'
import { useWords } from '../hooks/use-words.ts'
import { AnsweringAccount } from '../parts/answering-account.tsx'
import { Button } from '../parts/button.tsx'
import { Callout } from '../parts/callout.tsx'
import { ExternalLink } from '../parts/external-link.tsx'
import { WalletWindow } from '../parts/wallet-window.tsx'

const MINUTE_MS = 60_000

/** What can be done about a request that is under way. */
export type ActivityCommands = Pick<
  Commands,
  'retry' | 'dismiss' | 'stopWaiting' | 'switchAccount' | 'acceptFee'
>

interface ActivityProps {
  intents: readonly StacksIntent[]
  family: Family | null
  /** The newest Bitcoin block; null: not known. */
  height: number | null
  commands: ActivityCommands
  env: Environment
  now: number
  /** Shows what only operators need, too. */
  isForOperator?: boolean
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
  isForOperator = false,
}: Omit<ActivityProps, 'intents'> & { intent: StacksIntent }) {
  const words = useWords()
  const { t, f } = words
  const { busy, refusal, run } = useCommand()
  const entry = activityText(words, intent, { family, height, now })
  const { tone, title, text, retry, dismiss, stop, quiet, otherAccount, acceptsFee } = entry
  const details = transactionDetails(words, intent, isForOperator)
  // Another transaction than the one asked for may be on its way: nobody waves that away.
  const isRefused = intent.state === 'refused' && otherAccount === null
  const url = intent.txid === null ? null : env.transactionUrl(intent.txid)
  return (
    <Callout
      tone={tone}
      title={title}
      actions={
        (retry || dismiss || stop || quiet || acceptsFee || url) && (
          <>
            {(retry || quiet) && (
              <Button disabled={busy} onClick={() => run(() => commands.retry(intent.id))}>
                {t(quiet ? 'activity.look-again' : 'activity.retry')}
              </Button>
            )}
            {otherAccount && (
              <Button disabled={busy} onClick={() => run(() => commands.switchAccount(intent.id))}>
                {t('activity.switch')}
              </Button>
            )}
            {stop && (
              <Button disabled={busy} onClick={() => run(() => commands.stopWaiting(intent.id))}>
                {t('activity.stop')}
              </Button>
            )}
            {acceptsFee && (
              <Button disabled={busy} onClick={() => run(() => commands.acceptFee(intent.id))}>
                {t('activity.fee-accepted')}
              </Button>
            )}
            {url && <ExternalLink href={url}>{t('activity.transaction')}</ExternalLink>}
            {dismiss && (
              <Button
                kind="quiet"
                disabled={busy}
                onClick={() => run(() => commands.dismiss(intent.id))}
              >
                {t(isRefused ? 'activity.checked' : 'activity.dismiss')}
              </Button>
            )}
          </>
        )
      }
    >
      <p>{text}</p>
      {stop && <Waiting intent={intent} />}
      {otherAccount && (
        <AnsweringAccount
          needed={intent.request.account}
          answered={otherAccount}
          hasSigned={intent.state === 'refused'}
        />
      )}
      {intent.txid !== null && details !== '' && <p class="muted">{details}</p>}
      {intent.state === 'submitted' && now - intent.updatedAt >= MINUTE_MS && (
        <p class="muted">{t('activity.since', { time: f.duration(now - intent.updatedAt) })}</p>
      )}
      {refusal && <p class="error">{refusal}</p>}
    </Callout>
  )
}

/** What to look for in the wallet's window, and what to do when there is none. */
function Waiting({ intent: { request, host = null, addressFirst } }: { intent: StacksIntent }) {
  const { t } = useWords()
  const { account, network, contract, functionName, postConditions } = request
  return (
    <>
      {addressFirst && <p>{t('activity.asking.address')}</p>}
      <WalletWindow
        account={account}
        network={network}
        contract={contract}
        functionName={functionName}
        host={host}
        moves={postConditions.length > 0 ? t('window.moves.bounded') : undefined}
      />
      <p>{t('activity.asking.none')}</p>
    </>
  )
}
