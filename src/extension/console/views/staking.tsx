import { useState } from 'preact/hooks'
import { stepOfPlan } from '../../../app/bitcoin-staking/step-of-plan.ts'
import { BondsTable } from '../../../ui/console/staking/bonds-table.tsx'
import { HalfCard } from '../../../ui/console/staking/half-card.tsx'
import { LookedAt } from '../../../ui/console/staking/looked-at.tsx'
import { StakingSteps } from '../../../ui/console/staking/staking-steps.tsx'
import { useWords } from '../../../ui/hooks/use-words.ts'
import { Select } from '../../../ui/parts/select.tsx'
import { type ConsoleContext, isUnsettled } from '../console-context.ts'
import { planStaking } from '../plan-staking.ts'
import { useStaking } from '../use-staking.ts'
import { StakingUnread } from './staking-unread.tsx'

const backs = ['1', '4', '12'] as const

/** Bitcoin Staking: the half as it stands, the next step for everyone, and the bonds. */
export function StakingTab(context: ConsoleContext) {
  const { t, f } = useWords()
  const [back, setBack] = useState<(typeof backs)[number]>('1')
  const { read, stale } = useStaking(context, Number(back))
  const { commands, operator, stakingIntents, chain } = context
  if (!read.half) return <StakingUnread problem={read.problem} />
  const { half } = read.half
  const open = stakingIntents.some(isUnsettled)
  return (
    <>
      <HalfCard half={half} />
      <StakingSteps
        steps={planStaking(read.half, read.managers)}
        burnHeight={half.burnHeight}
        pending={open || stale}
        onSign={
          operator === null ? null : (step) => commands.takeStep(stepOfPlan(step), step.sats ?? 0n)
        }
      />
      <div class="toolbar">
        <LookedAt managers={read.managers} progress={chain.staking.managers ?? null} />
        <Select
          label={t('console.staking.back')}
          value={back}
          onChange={setBack}
          options={backs.map((value) => ({ value, label: f.integer(Number(value)) }))}
        />
      </div>
      <BondsTable bonds={half.bonds} cycle={half.cycle} />
    </>
  )
}
