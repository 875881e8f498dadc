import { NextStepCard } from '../../../ui/console/next-step-card.tsx'
import { StuckCard } from '../../../ui/console/stuck-card.tsx'
import { useWords } from '../../../ui/hooks/use-words.ts'
import { Button } from '../../../ui/parts/button.tsx'
import { type ConsoleContext, isUnsettled } from '../console-context.ts'
import type { CyclePlan } from '../worker/protocol.ts'

interface PlannedCallProps extends Pick<
  ConsoleContext,
  'commands' | 'operator' | 'intents' | 'stale' | 'deployment'
> {
  plan: CyclePlan
}

/**
 * The planned call of the running cycle, or of the first one, and what it waits for; or why there
 * is none.
 */
export function PlannedCall(props: PlannedCallProps) {
  const { plan, commands, operator, intents, stale, deployment } = props
  const { t } = useWords()
  const { step, burnHeight, stacksHeight } = plan
  if (step.kind === 'stuck')
    return (
      <StuckCard
        reason={step.reason}
        contract={deployment.contract}
        cycle={plan.cycle.id}
        burnHeight={burnHeight}
        stacksHeight={stacksHeight}
        action={
          step.reason.code === 'ratio-used-up' && (
            <Button onClick={() => void commands.connect()}>{t('console.otherAccount')}</Button>
          )
        }
      />
    )
  return (
    <NextStepCard
      step={step}
      batchLimit={plan.batchLimit}
      burnHeight={burnHeight}
      feeMicroStx={plan.feeMicroStx}
      paysSats={plan.paysSats}
      pending={intents.some(isUnsettled) || stale}
      onSign={
        operator === null
          ? null
          : (call) => commands.call(call.functionName, plan.args, plan.paysSats)
      }
    />
  )
}
