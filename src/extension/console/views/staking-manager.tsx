import { useState } from 'preact/hooks'
import { managerLabel } from '../../../ui/bitcoin-staking/manager-label.ts'
import { LookedAt } from '../../../ui/console/staking/looked-at.tsx'
import { ManagerFundsCard } from '../../../ui/console/staking/manager-funds-card.tsx'
import { OpenPayoutsCard } from '../../../ui/console/staking/open-payouts-card.tsx'
import { useWords } from '../../../ui/hooks/use-words.ts'
import { Callout } from '../../../ui/parts/callout.tsx'
import { ProgressBar } from '../../../ui/parts/progress-bar.tsx'
import { Select } from '../../../ui/parts/select.tsx'
import { type ConsoleContext, isUnsettled } from '../console-context.ts'
import { useFollowed } from '../use-followed.ts'
import { useOperatedManager } from '../use-operated-manager.ts'
import { useStaking } from '../use-staking.ts'

/** One signer manager for who runs it: what it holds and owes, and payouts to give back. */
export function StakingManagerTab(context: ConsoleContext) {
  const { t } = useWords()
  const { read } = useStaking(context, 1)
  const { chain, commands, operator, state, stakingIntents } = context
  const followed = useFollowed(state, commands)
  const registered = read.managers?.registered ?? followed?.managers.registered ?? null
  const [chosen, setChosen] = useState('')
  const managers = ownFirst(registered ?? [], operator)
  const own = managers.find((each) => isOwn(each, operator)) ?? ''
  const manager = chosen || own
  // What is owed changes with blocks, and with what the operator has returned or settled.
  const ended = stakingIntents.filter(
    ({ step }) => step?.step.kind === 'reclaim' || step?.step.kind === 'settle',
  )
  const height = String(read.half?.half.burnHeight ?? '')
  const wanted = JSON.stringify([height, ended.map(({ id, state: at }) => [id, at])])
  const { found, payouts, problem, done } = useOperatedManager(context, manager, wanted)
  const { payouts: progress } = chain.staking
  const looking = progress && t('audit.reading', { count: progress.requestsLeft })
  if (registered === null)
    return <LookedAt managers={null} progress={chain.staking.managers ?? null} />
  return (
    <>
      <Select
        label={t('console.staking.manager')}
        value={manager}
        onChange={setChosen}
        options={[
          ...(manager === '' ? [{ value: '', label: '—' }] : []),
          ...managers.map((value) => ({ value, label: managerLabel(value) })),
        ]}
      />
      {manager === '' && <p class="muted">{t('console.staking.manager.choose')}</p>}
      {problem && <Callout tone="bad">{t(`unknown.${problem}`)}</Callout>}
      {manager !== '' && !found && !problem && (
        <p class="muted" role="status">
          {t('console.reading')}
        </p>
      )}
      {found && <ManagerFundsCard of={found} />}
      {looking && progress && !payouts && (
        <div role="status">
          <ProgressBar done={progress.done} total={progress.total} label={looking} />
          <p class="muted">{looking}</p>
        </div>
      )}
      {payouts && (
        <OpenPayoutsCard
          of={payouts}
          feeMicroStx={payouts.feeMicroStx}
          pending={done !== wanted || stakingIntents.some(isUnsettled)}
          onEnd={
            operator === null
              ? null
              : (kind, { request, sats }) => commands.takeStep({ kind, manager, request }, sats)
          }
        />
      )}
    </>
  )
}

const isOwn = (manager: string, operator: string | null): boolean =>
  operator !== null && manager.startsWith(`${operator}.`)

/** Managers that the operator has deployed come first; the others keep their order. */
const ownFirst = (managers: readonly string[], operator: string | null): string[] =>
  managers.toSorted((one, other) => Number(isOwn(other, operator)) - Number(isOwn(one, operator)))
