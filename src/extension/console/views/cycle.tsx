import { Cl, serializeCV } from '@stacks/transactions'
import { CycleSteps } from '../../../ui/console/cycle-steps.tsx'
import { Proposals } from '../../../ui/console/proposals.tsx'
import { type ConsoleContext, isUnsettled } from '../console-context.ts'
import { PlannedCall } from './planned-call.tsx'
import { Unplanned } from './unplanned.tsx'

/**
 * The running cycle: its progress, the next call with its batch, and the golden ratios that were
 * proposed.
 */
export function CycleTab(context: ConsoleContext) {
  const { chain, commands, intents, stale } = context
  const { plan } = chain
  if (!plan) return <Unplanned chain={chain} />
  const open = intents.some(isUnsettled)
  const propose = (ratio: bigint) =>
    commands.call(
      plan.proposals.some(({ own }) => own)
        ? 'change-proposed-golden-ratio'
        : 'propose-golden-ratio',
      [serializeCV(Cl.uint(ratio)).replace(/^0x/, '')],
    )
  return (
    <>
      {plan.cycle.phase !== 'inactive' && <CycleSteps cycle={plan.cycle} />}
      <PlannedCall {...context} plan={plan} />
      <Proposals
        proposals={plan.proposals}
        suggested={plan.suggested}
        onPropose={plan.canPropose && !open && !stale ? propose : null}
      />
    </>
  )
}
