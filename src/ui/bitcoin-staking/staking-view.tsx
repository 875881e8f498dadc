import { useEffect, useState } from 'preact/hooks'
import type { AppState } from '../../app/app-state.ts'
import { claimablesOf } from '../../app/bitcoin-staking/claimables.ts'
import {
  heldPositionOf,
  isOver,
  type HeldPosition,
} from '../../app/bitcoin-staking/held-position.ts'
import type { StakingPlace } from '../../app/bitcoin-staking/notices/place-of-notice.ts'
import type { StakingCommands } from '../../app/bitcoin-staking/staking-commands.ts'
import { freeMicroStx } from '../../app/bitcoin-staking/staking-question.ts'
import type { StakingState } from '../../app/bitcoin-staking/staking-state.ts'
import { firstTried, type TriedStake } from '../../app/bitcoin-staking/tried-stake.ts'
import type { Commands } from '../../app/commands.ts'
import { activityStatusOf, intentsOf } from '../../app/dual-stacking/intent-status.ts'
import { rewardsOfAddress } from '../../app/dual-stacking/rewards.ts'
import { selectedAccount } from '../../app/dual-stacking/selected-account.ts'
import type { Environment } from '../../app/environment.ts'
import { visibleActivity } from '../../app/visible-activity.ts'
import type { AccountReading } from '../../chain/stacks/readings.ts'
import { bondTargetSats } from '../../protocol/bitcoin-staking/math/bond.ts'
import type { StacksIntent } from '../../wallet/stacks/stacks-intent.ts'
import { useScreens } from '../hooks/use-screens.ts'
import { useStakingFigures } from '../hooks/use-staking-figures.ts'
import { useWords } from '../hooks/use-words.ts'
import { Callout } from '../parts/callout.tsx'
import { Activity, type ActivityCommands } from '../popup/activity.tsx'
import type { StartProps } from '../popup/start-actions.tsx'
import { ClaimsCard } from './claims-card.tsx'
import { PositionCard } from './position-card.tsx'
import { StakingActions, type StakingForm } from './staking-actions.tsx'
import { StakingEarned } from './staking-earned.tsx'
import { StakingHero } from './staking-hero.tsx'
import { StakingWelcome } from './staking-welcome.tsx'

/** Whoever has no STX is shown what so many would earn: 1,000 STX. */
const EXAMPLE_MICRO_STX = 1_000_000_000n

export interface StakingViewProps {
  app: AppState
  state: StakingState
  commands: StakingCommands
  /** What can be done about a request that is under way. */
  requests: ActivityCommands & Pick<Commands, 'dismissNews'>
  env: Environment
  now: number
  /** Ways to begin, for someone without an account. */
  start: StartProps
  /** What to open with, after a click on a notification. */
  initialPlace?: StakingPlace | null
}

/** Bitcoin Staking of the selected account: what can be claimed, what it pays, and why. */
export function StakingView({
  app,
  state,
  commands,
  requests,
  env,
  now,
  start,
  initialPlace = null,
}: StakingViewProps) {
  const { t, f } = useWords()
  const { programme, holder } = state
  useEffect(() => void commands.follow(), [commands])
  const selected = selectedAccount(app)
  const held = heldPositionOf(programme, holder)
  const claims = claimablesOf(holder)
  const free = freeMicroStx(state)
  const isStaking = held?.kind === 'stake' && !isOver(held)
  const example = free !== null && free >= EXAMPLE_MICRO_STX ? free : EXAMPLE_MICRO_STX
  const microStx = isStaking ? held.microStx : example
  const wish = isStaking ? undefined : { microStx }
  const { answer, canAsk, failed } = useStakingFigures(commands.project, state, wish)
  const sats = satsOf(holder, selected?.reading ?? null)
  const [form, setForm] = useState<StakingForm | 'rewards' | null>(null)
  const [tried, setTried] = useState<Partial<TriedStake>>({})
  const [begin, setBegin] = useState<TriedStake | null>(null)
  // MicroSTX for which managers are shown; null: they are not.
  const [choosing, setChoosing] = useState<bigint | null>(null)
  const [bond, setBond] = useState<bigint | null>(null)
  const openForm = (next: StakingForm | 'rewards' | null, from: TriedStake | null = null) => {
    setBegin(from)
    setForm(next)
  }
  const canSign = selected?.account.kind === 'wallet' && holder !== null && held !== undefined
  const rewards = selected ? state.rewards?.[selected.account.address] : undefined
  const canOpen = (place: StakingPlace) => (place === 'rewards' ? rewards !== undefined : canSign)
  useOpening(initialPlace, initialPlace !== null && canOpen(initialPlace), openForm)
  const screens = useScreens()
  const payments = selected ? rewardsOfAddress(app, selected.account.address) : []
  const isFromDualStacking =
    env.network === 'mainnet' &&
    held === null &&
    !state.settings.isComparisonHidden &&
    (payments.length > 0 || isEnrolled(selected?.reading ?? null))
  // What was put away still says with whom one has signed, and what is under way.
  const made = { ...app, intents: [...app.intents, ...(app.putAway ?? [])] }
  const own = selected ? intentsOf(made, selected.account.address, env.network) : []
  const signed = own.filter(({ staking }) => staking)
  const intents = own.filter(
    (each) => (each.staking ?? isReclaim(each)) && app.intents.includes(each),
  )
  const reclaim = async (manager: string, request: bigint) => {
    const result = await commands.reclaim(manager, request)
    // What becomes of it is shown above the position.
    if (result.ok) openForm(null)
    return result
  }
  if (form === 'rewards' && screens && selected && rewards)
    return (
      <screens.StakingRewardsView
        address={selected.account.address}
        rewards={rewards}
        env={env}
        now={now}
        onVerify={commands.verify}
        onReclaim={canSign ? reclaim : undefined}
        onBack={() => openForm(null)}
      />
    )
  if (form && form !== 'rewards' && screens && selected)
    return (
      <screens.OpenForm
        form={form}
        begin={begin}
        intents={signed}
        state={state}
        account={selected.account}
        commands={commands}
        env={env}
        now={now}
        onBack={() => openForm(null)}
      />
    )
  const whatIf = screens && !(held?.kind === 'bond' && !isOver(held)) && (
    <screens.StakeWhatIfCard
      state={state}
      commands={commands}
      now={now}
      microStx={example}
      input={tried}
      onChange={setTried}
      onManagers={setChoosing}
      {...(canSign && {
        onStake: (stake: TriedStake) => openForm(isStaking ? 'change' : 'stake', stake),
      })}
    />
  )
  if (bond !== null && screens && selected)
    return (
      <screens.EnterBondForm
        state={state}
        account={selected.account}
        commands={commands}
        env={env}
        now={now}
        bond={bond}
        ownSats={sats}
        onBack={() => setBond(null)}
      />
    )
  if (choosing !== null && screens)
    return (
      <screens.ManagersView
        state={state}
        commands={commands}
        now={now}
        microStx={choosing}
        onBack={() => setChoosing(null)}
        {...(canSign && { onChoose: chooseManager })}
      />
    )
  const welcome =
    selected === null ? <StakingWelcome {...start} /> : <h1 class="sr">{t('staking.title')}</h1>
  if (programme === null || isAbsent(programme))
    return (
      <div class="stack">
        {welcome}
        {programme === null && state.problem === null ? (
          <Callout tone="wait">{t('staking.loading')}</Callout>
        ) : (
          <Callout tone="info">
            {t(state.problem === null ? 'staking.absent' : `problems.${state.problem}`)}
          </Callout>
        )}
      </div>
    )
  return (
    <div class="stack">
      {state.problem !== null && (
        <Callout tone="info">
          {t('staking.problem', { height: f.integer(programme.burnHeight) })}
        </Callout>
      )}
      {programme.isPaused.known && programme.isPaused.value && (
        <Callout tone="info">{t('staking.paused')}</Callout>
      )}
      {welcome}
      <Activity
        intents={visibleActivity(intents, activityStatusOf, now)}
        family={null}
        height={Number(programme.burnHeight)}
        commands={requests}
        env={env}
        now={now}
      />
      {screens && state.news && requests.dismissNews && (
        <screens.StakingNews
          news={state.news}
          now={now}
          address={selected?.account.address ?? null}
          canOpen={canOpen}
          onOpen={openForm}
          onDismiss={requests.dismissNews}
        />
      )}
      {screens && (
        <screens.ClaimQueueCard
          state={state}
          intents={signed}
          commands={commands}
          network={env.network}
          now={now}
        />
      )}
      <StakingHero
        state={state}
        claims={claims}
        held={held}
        answer={answer}
        bondSats={bondCycleSats(state, held)}
        microStx={microStx}
        isUnknown={!canAsk || failed}
        status={selected && !held && <Status isRead={holder !== null && held === null} />}
        earned={
          rewards && (
            <StakingEarned rewards={rewards} now={now} onOpen={() => openForm('rewards')} />
          )
        }
      />
      {canSign && <StakingActions held={held} claims={claims} onForm={openForm} />}
      {screens && isFromDualStacking && (
        <screens.FromDualStackingCard
          state={state}
          commands={commands}
          payments={payments}
          sats={sats}
          microStx={free}
        />
      )}
      {!isStaking && whatIf}
      {holder && held && (
        <PositionCard held={held} holder={holder} burnHeight={programme.burnHeight} now={now} />
      )}
      {holder && <ClaimsCard claims={claims} held={held} />}
      {screens && selected && (
        <screens.PayoutCard
          state={state}
          address={selected.account.address}
          commands={commands}
          {...(canSign && { onForm: openForm })}
        />
      )}
      {screens && rewards && (
        <screens.StakingRewardsCard
          rewards={rewards}
          now={now}
          onOpen={() => openForm('rewards')}
        />
      )}
      {screens && <screens.StakingCycleCard programme={programme} now={now} />}
      {isStaking && whatIf}
      {screens && holder && (!held || isOver(held)) && (
        <screens.ChancesCard state={state} sats={sats} now={now} />
      )}
      {holder && screens && sats !== 0n && !(held?.kind === 'bond' && !isOver(held)) && (
        <screens.BondsCard
          state={state}
          commands={commands}
          now={now}
          {...(canSign && { onEnter: setBond })}
        />
      )}
      {screens && <screens.IncomeCard income={state.income} programme={programme} />}
    </div>
  )

  /** Opens the form with a manager; what it was chosen for is tried on the way back. */
  function chooseManager(manager: string, chosenFor: bigint): void {
    const next = { ...tried, manager, microStx: chosenFor }
    setTried(next)
    setChoosing(null)
    openForm(isStaking ? 'change' : 'stake', { ...firstTried(held, example), ...next })
  }
}

/** Opens a place once it can be: what it needs may still be loading. */
function useOpening(
  place: StakingPlace | null,
  canOpen: boolean,
  open: (place: StakingPlace) => void,
): void {
  const [left, setLeft] = useState(place)
  useEffect(() => {
    if (left === null || !canOpen) return
    setLeft(null)
    open(left)
  }, [left, canOpen])
}

/** SBTC of the address, as either program has read it; null: not known. */
function satsOf(holder: StakingState['holder'], reading: AccountReading | null): bigint | null {
  if (reading?.sats.known) return reading.sats.value
  return holder?.position.ownSats.known ? holder.position.ownSats.value : null
}

/** Whether an address takes part in Dual Stacking, as far as that is known. */
const isEnrolled = (reading: AccountReading | null): boolean =>
  Boolean(
    (reading?.enrolledThisCycle.known && reading.enrolledThisCycle.value) ||
    (reading?.enrolledNextCycle.known && reading.enrolledNextCycle.value),
  )

/** Whether it gets a rejected payout on Bitcoin back. */
const isReclaim = ({ step }: StacksIntent): boolean => step?.step.kind === 'reclaim'

/** Where its cycles are cannot be told: this network has none. */
const isAbsent = ({ clock }: NonNullable<StakingState['programme']>): boolean =>
  !clock.known && clock.reason !== 'not-read'

/** Of an address without a position: that it has none, or that this is still being read. */
function Status({ isRead }: { isRead: boolean }) {
  const { t } = useWords()
  return (
    <div class="status" role="status">
      {isRead ? <span class="pill none">{t('staking.state.none')}</span> : t('age.refreshing')}
    </div>
  )
}

/** What a running part in a bond is to get in a cycle, both halves; null: it is no such part. */
function bondCycleSats(state: StakingState, held: HeldPosition | null | undefined): bigint | null {
  if (!held || held.kind !== 'bond' || isOver(held)) return null
  const { programme } = state
  const bond = programme?.bonds.known
    ? programme.bonds.value.find(({ index }) => index === held.bond)
    : undefined
  if (bond === undefined || bond.sats === 0n) return null
  const target = bondTargetSats(bond.sats, bond.targetRate)
  return (2n * target * held.sats) / bond.sats
}
