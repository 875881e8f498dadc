import { useState } from 'preact/hooks'
import type { AppState } from '../../app/app-state.ts'
import type { Commands } from '../../app/commands.ts'
import { writeBlockers } from '../../app/dual-stacking/blockers.ts'
import { isOldNews } from '../../app/dual-stacking/confirmed-since.ts'
import { verifiedCycles } from '../../app/dual-stacking/cycle-verdict.ts'
import {
  enrollmentOf,
  type Enrollment,
  isEnrolledNextCycle,
} from '../../app/dual-stacking/enrollment.ts'
import { intentsOf, activityStatusOf } from '../../app/dual-stacking/intent-status.ts'
import { lifeOf, takesNewcomers } from '../../app/dual-stacking/life-of.ts'
import { nextPayment } from '../../app/dual-stacking/next-payment.ts'
import { missingValues, type WhatIfInput } from '../../app/dual-stacking/projection-request.ts'
import { rateRange } from '../../app/dual-stacking/rate-range.ts'
import { rewardsOfAddress } from '../../app/dual-stacking/rewards.ts'
import { selectedAccount } from '../../app/dual-stacking/selected-account.ts'
import type { Environment } from '../../app/environment.ts'
import { visibleActivity } from '../../app/visible-activity.ts'
import type { NetworkReading } from '../../chain/stacks/readings.ts'
import { SCALE } from '../../protocol/dual-stacking/constants.ts'
import type { Projection } from '../../protocol/dual-stacking/projection/project.ts'
import type { IntentAction } from '../../wallet/stacks/stacks-intent.ts'
import { useFigures, type ProjectFigures } from '../hooks/use-figures.ts'
import { useScreens } from '../hooks/use-screens.ts'
import { useWords } from '../hooks/use-words.ts'
import { Callout } from '../parts/callout.tsx'
import { Activity } from '../popup/activity.tsx'
import { isRefreshing } from '../popup/freshness.tsx'
import { CycleCard } from './cycle-card.tsx'
import { EarnedSoFar } from './earned-so-far.tsx'
import { EndedCard } from './ended-card.tsx'
import { EnrollmentStatus } from './enrollment-status.tsx'
import { explainProjection } from './explain-projection.ts'
import { Hero } from './hero.tsx'
import { MissingFigures } from './missing-figures.tsx'
import { RewardsCard } from './rewards-card.tsx'

interface DualViewProps {
  state: AppState
  network: NetworkReading | null
  project: ProjectFigures
  commands: Pick<Commands, 'retry' | 'dismiss' | 'stopWaiting' | 'switchAccount' | 'acceptFee'>
  env: Environment
  now: number
  /** Actions under way: starting one of them again would send it twice. */
  pending: readonly IntentAction[]
  onForm: (form: 'change' | 'opt-out') => void
  onRewards: () => void
}

const which: Record<Enrollment, 'next' | 'first' | 'last' | 'maybe'> = {
  both: 'next',
  next: 'next',
  unknown: 'next',
  joining: 'first',
  leaving: 'last',
  none: 'maybe',
  'not-next': 'maybe',
}

/** Dual Stacking of the selected account: its holdings, its rewards, and what-if figures. */
export function DualStackingView({
  state,
  network,
  project,
  commands,
  env,
  now,
  pending,
  onForm,
  onRewards,
}: DualViewProps) {
  const { t } = useWords()
  const screens = useScreens()
  const selected = selectedAccount(state)
  const reading = selected?.reading ?? null
  const [input, setInput] = useState<WhatIfInput>({})
  const { figures, whatIf, failed } = useFigures(project, network, reading, input)
  const cycle = network?.cycle ?? { known: false as const, reason: 'not-read' as const }
  const golden = network?.goldenRatios.known ? network.goldenRatios.value : []
  const enrollment = enrollmentOf(reading)
  const address = selected?.account.address ?? ''
  const payments = rewardsOfAddress(state, address)
  const payment = nextPayment(network, reading)
  const life = lifeOf(network, env)
  // Figures of a programme that nobody can join are figures for those who are in it.
  const isShutOut = life === 'closed' && (enrollment === 'none' || enrollment === 'not-next')
  // Only the first golden ratio is still to come: until then an example shows how it works.
  const missing = missingValues(network, reading)
  const isNotYet = missing.length > 0 && missing.every(({ reason }) => reason === 'not-yet')
  const requests = intentsOf(state, address, env.network).filter(
    (intent) =>
      !intent.staking && intent.step?.step.kind !== 'reclaim' && !isOldNews(intent, reading, now),
  )
  const first = reading === null && isRefreshing(state)
  const chosen =
    input.goldenRatio === undefined ? golden[0] : { ratio: input.goldenRatio, cycle: null }
  const explain = (projection: Projection) =>
    network && chosen
      ? explainProjection(projection, network, projection === figures ? golden[0]! : chosen)
      : null
  const isInNext = isEnrolledNextCycle(enrollment) === true
  const isIn = ['both', 'joining', 'leaving', 'next'].includes(enrollment)
  const whatIfCards = (
    <>
      {!isShutOut && screens && figures && golden[0] && (
        <screens.WhatIfCard
          now={figures}
          whatIf={whatIf}
          golden={golden[0]}
          explain={explain}
          input={input}
          onChange={setInput}
          nextCycle={cycle.known ? cycle.value.id + 1 : null}
          goldenRatios={golden}
        />
      )}
      {!isShutOut && isNotYet && screens && (
        <screens.Calculator project={project} network={network} />
      )}
      {!isShutOut && !isNotYet && !(figures && golden[0]) && (
        <MissingFigures network={network} reading={reading} failed={failed} first={first} />
      )}
    </>
  )
  const cycleCard = (
    <CycleCard
      network={network}
      first={first && network === null}
      inviting={
        takesNewcomers(life) &&
        isEnrolledNextCycle(enrollment) === false &&
        selected?.account.kind === 'wallet' &&
        !(reading?.blacklisted.known && reading.blacklisted.value)
      }
      now={now}
    />
  )
  return (
    <div class="stack">
      <h1 class="sr">{t('tab.dual')}</h1>
      <Activity
        intents={visibleActivity(requests, activityStatusOf, now)}
        family={network?.family ?? null}
        height={network?.burnHeight ?? null}
        commands={commands}
        env={env}
        now={now}
      />
      {life === 'ended' ? (
        <EndedCard
          source={env.announced?.source ?? null}
          payments={payments}
          complete={state.refresh.requestsLeft === null}
          onRewards={onRewards}
        />
      ) : (
        <>
          {life !== 'running' && <Callout tone="info">{t(`life.${life}`)}</Callout>}
          {!isShutOut && (
            <Hero
              explained={
                figures && network && golden[0]
                  ? explainProjection(figures, network, golden[0])
                  : null
              }
              missing={missing[0]?.reason ?? 'not-read'}
              which={which[enrollment]}
              blocks={payment?.blocks ?? null}
              earned={
                <EarnedSoFar
                  payments={payments}
                  isComplete={network !== null && state.refresh.requestsLeft === null}
                  next={isIn ? payment : null}
                  verified={verifiedCycles(state, address)}
                  now={now}
                  onOpen={onRewards}
                />
              }
              now={now}
              first={first}
              rates={isNotYet ? rateRange(network) : null}
              most={
                isNotYet && network?.multiplier.known
                  ? (network.multiplier.value + 1n) * SCALE
                  : null
              }
              status={<EnrollmentStatus reading={reading} cycle={cycle} first={first} />}
            />
          )}
          {isIn ? cycleCard : whatIfCards}
          {isIn && screens && selected && reading && (
            <screens.EnrollmentCard
              account={selected.account}
              reading={reading}
              pending={pending}
              canChange={isInNext && writeBlockers(network, 'change-reward-address').length === 0}
              canLeave={isInNext && writeBlockers(network, 'opt-out').length === 0}
              onForm={onForm}
            />
          )}
          {isIn ? whatIfCards : cycleCard}
        </>
      )}
      {!isIn && life !== 'ended' && (
        <RewardsCard
          payments={payments}
          next={payment}
          onAll={onRewards}
          complete={network !== null && state.refresh.requestsLeft === null}
          first={first}
          verified={verifiedCycles(state, address)}
          now={now}
        />
      )}
    </div>
  )
}
