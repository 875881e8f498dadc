import type { CommandResult } from '../../../app/command-result.ts'
import { readySteps } from '../../../protocol/bitcoin-staking/planner/plan-steps.ts'
import type { PlannedStep } from '../../../protocol/bitcoin-staking/planner/planned-step.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { StakingTable } from './staking-table.tsx'
import { obstacleText, stepMoves, stepTitle } from './step-text.ts'

interface StakingStepsProps {
  /** In the order in which they are made. */
  steps: readonly PlannedStep[]
  burnHeight: bigint
  /** A call is under way, or the chain is being read again. */
  pending: boolean
  /** Null: no wallet account to sign with. */
  onSign: ((step: PlannedStep) => Promise<CommandResult>) | null
}

/** The next step that anyone may take, then all of them with the reason why one is not taken. */
export function StakingSteps({ steps, burnHeight, pending, onSign }: StakingStepsProps) {
  const words = useWords()
  const { t } = words
  const [next] = readySteps(steps)
  const [first] = steps
  return (
    <>
      {next ? (
        <NextStakingStep step={next} pending={pending} onSign={onSign} />
      ) : (
        <section class="next-call" role="status" aria-busy={pending}>
          <h2>{t('console.staking.nothing')}</h2>
          {first?.obstacle && (
            <p class="wide">
              {stepTitle(words, first)}: {obstacleText(words, first.obstacle, burnHeight)}
            </p>
          )}
        </section>
      )}
      <Card title={t('console.staking.steps')}>
        <StakingTable
          label={t('console.staking.steps')}
          head={[
            t('console.staking.step'),
            t('console.staking.step.sats'),
            t('console.staking.step.why'),
          ]}
        >
          {steps.map((step) => (
            <StepRow key={keyOf(step)} step={step} burnHeight={burnHeight} />
          ))}
        </StakingTable>
        <p class="muted">{t('console.staking.steps.whole')}</p>
      </Card>
    </>
  )
}

const keyOf = ({ kind, contract, args, cycle, bond }: PlannedStep): string =>
  [kind, contract, args[0], cycle, bond].join(' ')

function StepRow({ step, burnHeight }: { step: PlannedStep; burnHeight: bigint }) {
  const words = useWords()
  const { t, f } = words
  return (
    <tr>
      <td title={step.contract}>{stepTitle(words, step)}</td>
      <td>{step.sats === null ? '—' : f.sats(step.sats)}</td>
      <td class={step.obstacle ? 'long' : 'good'}>
        {step.obstacle
          ? obstacleText(words, step.obstacle, burnHeight)
          : t('console.staking.step.ready')}
      </td>
    </tr>
  )
}

function NextStakingStep({
  step,
  pending,
  onSign,
}: Pick<StakingStepsProps, 'pending' | 'onSign'> & { step: PlannedStep }) {
  const words = useWords()
  const { t, f } = words
  const { busy, refusal, run } = useCommand()
  const { contract, functionName, costMicroStx } = step
  return (
    <section class="next-call" aria-labelledby="next-call" aria-busy={pending}>
      <div>
        <h2 id="next-call">{stepTitle(words, step)}</h2>
        <p>
          <code>{functionName}</code>{' '}
          {[
            t('console.staking.of', { contract }),
            stepMoves(words, step),
            costMicroStx === null
              ? t('console.staking.feeUnknown')
              : t('console.fee', { stx: f.stx(costMicroStx) }),
          ].join(' · ')}
        </p>
        <p>{t(`console.staking.does.${step.kind}`)}</p>
      </div>
      {onSign ? (
        <Button kind="primary" disabled={busy || pending} onClick={() => run(() => onSign(step))}>
          {t(pending ? 'console.signing' : 'console.sign')}
        </Button>
      ) : (
        <p class="muted">{t('console.noAccount')}</p>
      )}
      {refusal && (
        <p class="error wide" role="alert">
          {refusal}
        </p>
      )}
    </section>
  )
}
