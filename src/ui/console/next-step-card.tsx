import type { CommandResult } from '../../app/command-result.ts'
import type { PlannedCycleStep } from '../../protocol/dual-stacking/planner/index.ts'
import type { Words } from '../../words/create-words.ts'
import { useCommand } from '../hooks/use-command.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { ProgressBar } from '../parts/progress-bar.tsx'

/** A step that can be taken or comes with time; of others, the stuck card tells. */
type OpenStep = Exclude<PlannedCycleStep, { kind: 'stuck' }>

interface NextStepCardProps {
  /** Null while the chain is being read. */
  step: OpenStep | null
  /** Longest list of one call, as the planner uses it. */
  batchLimit: number
  burnHeight: number
  /** What the last calls of this kind cost, microSTX; null when unknown. */
  feeMicroStx: bigint | null
  /**
   * Sats that a payment call sends from the contract at most; null when unknown or when it sends
   * none.
   */
  paysSats: bigint | null
  /** Null: no wallet account to sign with. */
  onSign: ((step: Extract<OpenStep, { kind: 'call' }>) => Promise<CommandResult>) | null
  /** A call is under way, or the chain is being read again. */
  pending: boolean
}

/**
 * The next permissionless call, with its batch, what it moves and costs, and the progress of the
 * step.
 */
export function NextStepCard({
  step,
  batchLimit,
  burnHeight,
  feeMicroStx,
  paysSats,
  onSign,
  pending,
}: NextStepCardProps) {
  const words = useWords()
  const { t, f } = words
  const { busy, refusal, run } = useCommand()
  if (!step)
    return (
      <section class="next-call" role="status" aria-busy>
        <h2>{t('console.reading')}</h2>
      </section>
    )
  if (step.kind !== 'call')
    return (
      <section class="next-call" role="status" aria-busy={pending}>
        <h2>{waiting(words, step, burnHeight)}</h2>
      </section>
    )
  const { functionName, args, progress } = step
  const batches = progress && {
    now: Math.floor(progress.done / batchLimit) + 1,
    all: Math.max(1, Math.ceil(progress.total / batchLimit)),
  }
  const list = args.find((arg) => arg.type === 'principals')
  return (
    <section class="next-call" aria-labelledby="next-call" aria-busy={pending}>
      <div>
        <h2 id="next-call">
          {t(`call.${functionName}`)}
          {batches &&
            batches.all > 1 &&
            t('console.batch', { now: f.integer(batches.now), all: f.integer(batches.all) })}
        </h2>
        <p>
          <code>{functionName}</code>{' '}
          {[
            list && t('console.principals', { count: list.value.length }),
            ...args.map((arg) =>
              arg.type === 'uint' ? t('console.with', { value: f.integer(arg.value) }) : undefined,
            ),
            functionName === 'distribute-rewards' && paysSats !== null
              ? t('console.paysOut', { sats: f.sats(paysSats) })
              : t('console.movesNothing'),
            feeMicroStx !== null && t('console.fee', { stx: f.stx(feeMicroStx) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {onSign ? (
        <Button kind="primary" disabled={busy || pending} onClick={() => run(() => onSign(step))}>
          {signLabel()}
        </Button>
      ) : (
        <p class="muted">{t('console.noAccount')}</p>
      )}
      {progress && (
        <div class="wide">
          <ProgressBar
            done={progress.done}
            total={progress.total}
            label={t('console.progress', {
              done: f.integer(progress.done),
              total: f.integer(progress.total),
            })}
          />
          <p>
            {t('console.progress', {
              done: f.integer(progress.done),
              total: f.integer(progress.total),
            })}{' '}
            {t('console.resumes')}
          </p>
        </div>
      )}
      {refusal && (
        <p class="error wide" role="alert">
          {refusal}
        </p>
      )}
    </section>
  )

  function signLabel(): string {
    if (pending) return t('console.signing')
    return batches && batches.all > 1
      ? t('console.signBatch', { now: f.integer(batches.now) })
      : t('console.sign')
  }
}

function waiting(
  { t, f }: Words,
  step: Exclude<OpenStep, { kind: 'call' }>,
  burnHeight: number,
): string {
  if (step.kind === 'wait-burn') {
    const blocks = step.height - burnHeight
    return t('console.waitBurn', {
      call: t(`call.${step.next}`),
      height: f.integer(step.height),
      blocks: t('blocks', { count: Math.max(0, blocks) }),
      time: f.blockTime(blocks),
    })
  }
  return t('console.waitStacks', { call: t(`call.${step.next}`) })
}
