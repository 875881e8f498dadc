import { duskActivityStatus } from '../../app/hyperstaking/dusk-activity-status.ts'
import { duskAmount } from '../../app/hyperstaking/dusk-amount.ts'
import type { DuskCommands } from '../../app/hyperstaking/dusk-commands.ts'
import { signingFailureText } from '../../app/signing-failure-text.ts'
import { visibleActivity } from '../../app/visible-activity.ts'
import { duskPositionOf } from '../../wallet/dusk/advance-dusk-intent.ts'
import type { DuskIntent } from '../../wallet/dusk/dusk-intent.ts'
import { isAwaitingAnswer, isCostly, isRetriable } from '../../wallet/reduce-signing.ts'
import type { Words } from '../../words/create-words.ts'
import { useCommand } from '../hooks/use-command.ts'
import { useWords } from '../hooks/use-words.ts'
import { AnsweringAccount } from '../parts/answering-account.tsx'
import { Button } from '../parts/button.tsx'
import { Callout } from '../parts/callout.tsx'
import { WalletWindow } from '../parts/wallet-window.tsx'

type Tone = 'info' | 'good' | 'bad' | 'wait'
const tones: Record<DuskIntent['state'], Tone> = {
  created: 'wait',
  asking: 'wait',
  submitted: 'wait',
  executed: 'wait',
  final: 'good',
  reverted: 'bad',
  failed: 'bad',
  refused: 'bad',
}

function actionName({ t, f }: Words, { action, lux }: DuskIntent): string {
  return action === 'deposit' || action === 'withdraw'
    ? t(`hyper.action.${action}`, { amount: duskAmount(f, lux) })
    : t(`hyper.action.${action}`)
}

/** The account that the wallet signed with, or showed, instead of the right one; null: none. */
const otherAccountOf = ({ state, failure, answeredBy = null }: DuskIntent): string | null =>
  failure === 'wrong-account' && (state === 'failed' || state === 'refused') ? answeredBy : null

function titleOf(words: Words, intent: DuskIntent): string {
  const action = actionName(words, intent)
  const { t } = words
  if (otherAccountOf(intent) !== null)
    return t(`activity.${intent.state === 'refused' ? 'other-account' : 'shows-other'}.title`, {
      action,
    })
  switch (intent.state) {
    case 'executed':
      return t('hyper.state.executed', { action })
    case 'final':
      return t('activity.confirmed.title', { action })
    case 'reverted':
      return t('activity.aborted.title', { action })
    case 'asking':
      return t(isCostlyCall(intent) ? 'activity.high-fee.title' : 'activity.asking.title', {
        action,
      })
    default:
      return t(`activity.${intent.state}.title`, { action })
  }
}

const isCostlyCall = (intent: DuskIntent): boolean => isCostly(duskPositionOf(intent))

function textOf(words: Words, intent: DuskIntent): string {
  const { t, f } = words
  const { state, failure, hash, problem, request } = intent
  const { limit, price } = request.call.gas
  if (otherAccountOf(intent) !== null)
    return t(state === 'refused' ? 'activity.other-account.pending' : 'activity.shows-other.text')
  switch (state) {
    case 'asking':
      if (isCostlyCall(intent))
        return t('hyper.state.high-fee', { bound: duskAmount(f, BigInt(limit) * BigInt(price)) })
      return t(hash === null ? 'activity.asking.text' : 'hyper.state.asking.sent')
    case 'executed':
      return t('hyper.state.executed.text')
    case 'final':
      return t('hyper.state.final')
    case 'reverted':
      return problem === null ? t('activity.aborted.unknown') : t(`hyper.problem.${problem}`)
    case 'created':
    case 'submitted':
      return failure === null ? t(`activity.${state}.text`) : t(`signing.${failure}`)
    case 'failed':
      return signingFailureText(words, {
        failure,
        wasAsked: intent.nonce !== null,
        isNoted: Boolean(intent.baseline),
        sent: intent.sent ?? null,
      })
    default:
      return t(`signing.${failure ?? 'interrupted'}`)
  }
}

/** Requests to a Dusk wallet and their status, newest first, except those that are history. */
export const DuskActivity = ({
  intents,
  commands,
}: {
  intents: readonly DuskIntent[]
  commands: DuskCommands
}) => (
  <>
    {visibleActivity(intents, duskActivityStatus, Date.now()).map((intent) => (
      <Entry key={intent.id} intent={intent} commands={commands} />
    ))}
  </>
)

function Entry({ intent, commands }: { intent: DuskIntent; commands: DuskCommands }) {
  const words = useWords()
  const { t } = words
  const { busy, refusal, run } = useCommand()
  const other = otherAccountOf(intent)
  const over = ['created', 'final', 'reverted', 'failed', 'refused'].includes(intent.state)
  return (
    <Callout
      tone={tones[intent.state]}
      title={titleOf(words, intent)}
      actions={
        <>
          {isRetriable(intent) && (
            <Button disabled={busy} onClick={() => run(() => commands.retry(intent.id))}>
              {t('activity.retry')}
            </Button>
          )}
          {other && (
            <Button disabled={busy} onClick={() => run(() => commands.connect())}>
              {t('activity.switch')}
            </Button>
          )}
          {isCostlyCall(intent) && (
            <Button disabled={busy} onClick={() => run(() => commands.acceptFee(intent.id))}>
              {t('activity.fee-accepted')}
            </Button>
          )}
          {isAwaitingAnswer(duskPositionOf(intent)) && (
            <Button disabled={busy} onClick={() => run(() => commands.stopWaiting(intent.id))}>
              {t('activity.stop')}
            </Button>
          )}
          {over && (
            <Button
              kind="quiet"
              disabled={busy}
              onClick={() => run(() => commands.dismiss(intent.id))}
            >
              {t('activity.dismiss')}
            </Button>
          )}
        </>
      }
    >
      <p>{textOf(words, intent)}</p>
      {isAwaitingAnswer(duskPositionOf(intent)) && <Waiting intent={intent} />}
      {other && (
        <AnsweringAccount
          needed={intent.request.account}
          answered={other}
          hasSigned={intent.state === 'refused'}
        />
      )}
      {intent.hash && <p class="mono wrap">{intent.hash}</p>}
      {refusal && <p class="error">{refusal}</p>}
    </Callout>
  )
}

/** What to look for in the wallet's window, and what to do when there is none. */
function Waiting({ intent: { request, host = null } }: { intent: DuskIntent }) {
  const { t, f } = useWords()
  const { contractId, fnName, deposit } = request.call
  const lux = BigInt(deposit)
  return (
    <>
      <WalletWindow
        account={request.account}
        contract={contractId}
        functionName={fnName}
        host={host}
        moves={lux > 0n ? duskAmount(f, lux) : undefined}
      />
      <p>{t('activity.asking.none')}</p>
    </>
  )
}
