import { useState } from 'preact/hooks'
import * as v from 'valibot'
import type { UnknownReason } from '../../../chain/known.ts'
import { stateOfHalf } from '../../../chain/stacks/bitcoin-staking/operator/read-planned-step.ts'
import { planSteps } from '../../../protocol/bitcoin-staking/planner/plan-steps.ts'
import type { PlannedStep } from '../../../protocol/bitcoin-staking/planner/planned-step.ts'
import { BatchClaims } from '../../../ui/console/staking/batch-claims.tsx'
import { BatchQueue } from '../../../ui/console/staking/batch-queue.tsx'
import {
  HolderListForm,
  type HolderQuestion,
} from '../../../ui/console/staking/holder-list-form.tsx'
import { LookedAt } from '../../../ui/console/staking/looked-at.tsx'
import { useWords } from '../../../ui/hooks/use-words.ts'
import { Callout } from '../../../ui/parts/callout.tsx'
import { type ConsoleContext, isUnsettled } from '../console-context.ts'
import { reasonOf } from '../staking-store.ts'
import { useFollowed } from '../use-followed.ts'
import { useStaking } from '../use-staking.ts'
import {
  claimsAnswer,
  stakersAnswer,
  type ClaimsAnswer,
} from '../worker/staking/staking-protocol.ts'
import { StakingUnread } from './staking-unread.tsx'

type Looked = { answer: ClaimsAnswer } | { problem: UnknownReason } | 'looking' | null

/** Claims for a list of holders, one transaction after another. */
export function StakingClaimsTab(context: ConsoleContext) {
  const { t } = useWords()
  const { read } = useStaking(context, 1)
  const { chain, commands, env, link, operator, state, stakingIntents } = context
  const [looked, setLooked] = useState<Looked>(null)
  const queue = useFollowed(state, commands)?.claiming ?? null
  if (!read.half) return <StakingUnread problem={read.problem} />
  const { clock, cycle } = read.half.half
  const look = ({ holders, cycle: wanted }: HolderQuestion) => {
    setLooked('looking')
    link
      .ask({ kind: 'staking/claims', holders, first: wanted, last: wanted }, claimsAnswer)
      .then((answer) => setLooked({ answer }))
      .catch((failure: unknown) => setLooked({ problem: reasonOf(failure) }))
  }
  const readHolders = (manager: string) =>
    link.ask({ kind: 'staking/stakers', manager }, stakersAnswer).catch(() => null)
  const isRunning = queue !== null && queue.waiting.length > 0
  return (
    <>
      {queue && (
        <BatchQueue
          queue={queue}
          intents={stakingIntents}
          onResume={commands.resumeClaims}
          onStop={commands.stopClaims}
        />
      )}
      <HolderListForm
        check={env.checkAddress}
        managers={read.managers?.registered ?? []}
        cycle={cycle}
        firstCycle={clock.firstCycle}
        busy={looked === 'looking'}
        onLook={look}
        onStop={() => void link.ask({ kind: 'staking/stop' }, v.null())}
        onReadHolders={readHolders}
      />
      {looked === 'looking' && <LookedAt managers={null} progress={chain.staking.claims ?? null} />}
      {looked !== null && typeof looked === 'object' && 'problem' in looked && (
        <Callout tone="bad">{t(`unknown.${looked.problem}`)}</Callout>
      )}
      {looked !== null && typeof looked === 'object' && 'answer' in looked && (
        <BatchClaims
          steps={claimStepsOf(looked.answer, operator)}
          burnHeight={looked.answer.half.burnHeight}
          feeMicroStx={looked.answer.feeMicroStx}
          unread={looked.answer.unread}
          left={looked.answer.left}
          pending={isRunning || stakingIntents.some(isUnsettled)}
          onClaim={operator === null ? null : commands.claimFor}
        />
      )}
    </>
  )
}

/** The claims of holders in a plan of what the worker has read. */
function claimStepsOf(
  { half, pox, managers, claims }: ClaimsAnswer,
  operator: string | null,
): PlannedStep[] {
  const state = { ...stateOfHalf(pox, half), managers, claims }
  return planSteps(state, operator === null ? {} : { sender: operator }).filter(
    ({ kind }) => kind === 'holder-claim',
  )
}
