import { NextStepCard } from '../../../ui/console/next-step-card.tsx'
import { type ConsoleContext, isUnsettled } from '../console-context.ts'
import type { CyclePlan } from '../worker/protocol.ts'

/** The planned call of the running cycle, or of the first one, and what it waits for. */
export const PlannedCall = ({
  plan,
  commands,
  operator,
  intents,
  stale,
}: { plan: CyclePlan } & Pick<ConsoleContext, 'commands' | 'operator' | 'intents' | 'stale'>) => (
  <NextStepCard
    step={plan.step}
    batchLimit={plan.batchLimit}
    burnHeight={plan.burnHeight}
    feeMicroStx={plan.feeMicroStx}
    paysSats={plan.paysSats}
    pending={intents.some(isUnsettled) || stale}
    onSign={
      operator === null
        ? null
        : (step) => commands.call(step.functionName, plan.args, plan.paysSats)
    }
  />
)
