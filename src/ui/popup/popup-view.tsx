import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { AppState } from '../../app/app-state.ts'
import type { StakingPlace } from '../../app/bitcoin-staking/notices/place-of-notice.ts'
import type { StakingCommands } from '../../app/bitcoin-staking/staking-commands.ts'
import type { Commands } from '../../app/commands.ts'
import { withConfirmedCalls } from '../../app/dual-stacking/confirmed-since.ts'
import { cycleRecordsOf } from '../../app/dual-stacking/cycle-verdict.ts'
import { familiarAddresses } from '../../app/dual-stacking/familiar-addresses.ts'
import { intentsOf, isPendingIntent } from '../../app/dual-stacking/intent-status.ts'
import { lastFee } from '../../app/dual-stacking/last-fee.ts'
import { lifeOf, takesNewcomers } from '../../app/dual-stacking/life-of.ts'
import { nextPayment } from '../../app/dual-stacking/next-payment.ts'
import { rewardsOfAddress } from '../../app/dual-stacking/rewards.ts'
import { selectedAccount } from '../../app/dual-stacking/selected-account.ts'
import type { Environment } from '../../app/environment.ts'
import type { DuskCommands } from '../../app/hyperstaking/dusk-commands.ts'
import { StakingView } from '../bitcoin-staking/staking-view.tsx'
import { DualStackingView } from '../dual-stacking/dual-stacking-view.tsx'
import { Footer, type AccountForm } from '../dual-stacking/footer.tsx'
import type { AccountFormProps } from '../dual-stacking/forms/enroll-form.tsx'
import { useCommand } from '../hooks/use-command.ts'
import type { ProjectFigures } from '../hooks/use-figures.ts'
import { useScreens, type Screens } from '../hooks/use-screens.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { Callout } from '../parts/callout.tsx'
import { apiKeyField } from '../settings/api-key-field.ts'
import type { SettingsViewProps } from '../settings/settings-view.tsx'
import { ConnectionCard } from './connection-card.tsx'
import { EarnedStrip } from './earned-strip.tsx'
import { Freshness, isRefreshing, StorageProblems } from './freshness.tsx'
import { NewsList } from './news-list.tsx'
import { NotWritable } from './not-writable.tsx'
import { PopupHeader } from './popup-header.tsx'
import { PopupWelcome } from './popup-welcome.tsx'
import { RewardNews } from './reward-news.tsx'
import { panelId, tabId, Tabs, type Tab } from './tabs.tsx'

export interface PopupViewProps {
  state: AppState
  commands: Commands
  project: ProjectFigures
  env: Environment
  /** Milliseconds since 1970. */
  now: number
  deployments: SettingsViewProps['deployments']
  custom?: SettingsViewProps['custom']
  onErase?: SettingsViewProps['onErase']
  /** The Hyperstaking tab's content; without it there is no such tab. */
  hyperstaking?: ComponentChildren
  /** Chooses the Dusk network that is read. */
  saveDuskNetwork?: DuskCommands['saveSettings']
  /** What the Bitcoin Staking tab may ask for; without it there is no such tab. */
  staking?: StakingCommands
  /** Address of the web page under the popup, which may hand a programme over. */
  tabUrl?: Promise<string | undefined>
  /** Opens with the settings. */
  atSettings?: boolean
  /** The tab to open with, for example the rewards after a click on a notification. */
  initialTab?: Tab
  /** Key of the reward that a notification led to. */
  initialReward?: string | null
  /** What of Bitcoin Staking to open with. */
  initialPlace?: StakingPlace | null
  /** Inside another page, which has its own landmarks. */
  embedded?: boolean
}

/** The header names the network of the figures below it. */
const duskNetworks = { mainnet: 'mainnet', testnet: 'testnet', local: 'devnet' } as const

/** `settings-key`: the settings, at the API key. */
type Screen = 'home' | 'earned' | 'accounts' | 'settings' | 'settings-key' | AccountForm

/** The whole popup, and the whole panel: one account at a time, one screen at a time. */
export function PopupView({
  state: stored,
  commands,
  project,
  env,
  now,
  deployments,
  custom,
  onErase,
  hyperstaking,
  saveDuskNetwork,
  staking,
  tabUrl,
  atSettings = false,
  initialTab,
  initialReward = null,
  initialPlace = null,
  embedded,
}: PopupViewProps) {
  const { t } = useWords()
  const state = useMemo(() => withConfirmedCalls(stored), [stored])
  const [screen, setScreen] = useState<Screen>(atSettings ? 'settings' : 'home')
  const [tab, setTab] = useState<Tab>(
    initialTab ?? (staking && env.network === 'mainnet' ? 'staking' : 'dual'),
  )
  const { busy, refusal, run } = useCommand()
  const screens = useScreens()
  const root = useRef<HTMLDivElement>(null)
  useFocusReturn(root, screen)
  const selected = selectedAccount(state)
  // A reading of another contract than the selected one does not apply to it.
  const network = state.network?.deployment === state.settings.deployment ? state.network : null
  const checked = selected && env.checkAddress(selected.account.address)
  // This contract's values cannot be read here, however long one waits.
  const isForeign = checked?.ok === false && checked.problem === 'wrong-network'
  const Main = embedded ? 'div' : 'main'
  const { dismissNews } = commands
  const home = () => setScreen('home')
  const start = {
    commands,
    env,
    watchable: !embedded,
    connecting: Boolean(state.connection && state.connection.stage !== 'failed'),
  }
  // On mainnet, where Dual Stacking has ended, Bitcoin Staking is the first programme.
  const stacks: Tab[] = env.network === 'mainnet' ? ['staking', 'dual'] : ['dual', 'staking']
  const tabs: Tab[] = [
    ...stacks.filter((each) => each === 'dual' || staking !== undefined),
    ...(hyperstaking ? (['hyper'] as const) : []),
    ...(selected ? (['rewards'] as const) : []),
  ]
  const hasTabs = tabs.length > 1
  const pending = intentsOf(state, selected?.account.address ?? '', env.network)
    .filter(isPendingIntent)
    .map(({ action }) => action)
  const form: AccountFormProps | null = selected && {
    account: selected.account,
    network,
    reading: selected.reading,
    familiar: familiarAddresses(state),
    fee: lastFee([...state.intents, ...(state.putAway ?? [])], env.contract),
    env,
    commands,
    now,
    onBack: home,
  }
  return (
    <div class="app" ref={root}>
      {screen === 'home' ? frame() : <Main class="main">{screens && deeper(screens, screen)}</Main>}
    </div>
  )

  function deeper(
    {
      AccountsView,
      SettingsElsewhere,
      SettingsView,
      EnrollForm,
      ChangeRewardAddressForm,
      OptOutForm,
      EarnedView,
    }: Screens,
    at: Exclude<Screen, 'home'>,
  ) {
    switch (at) {
      case 'accounts':
        return (
          <AccountsView
            accounts={state.accounts}
            selected={state.selected}
            readings={state.readings}
            commands={embedded ? { ...commands, nameAccount: undefined } : commands}
            env={env}
            watching={!embedded}
            onBack={home}
          />
        )
      case 'settings':
      case 'settings-key': {
        // A page's renderer is not trusted with settings, so the background would refuse them.
        if (embedded) return <SettingsElsewhere onOpen={env.openSettings} onBack={home} />
        return (
          <SettingsView
            startAt={at === 'settings-key' ? apiKeyField : undefined}
            settings={state.settings}
            deployments={deployments}
            custom={custom}
            commands={commands}
            onErase={onErase}
            onBack={home}
            dusk={
              saveDuskNetwork && state.dusk
                ? { settings: state.dusk.settings, save: saveDuskNetwork }
                : undefined
            }
            about={env}
            openConsole={env.openConsole}
            openWelcome={env.openWelcome}
            readDiagnostics={env.readDiagnostics}
          />
        )
      }
      case 'earned':
        return <EarnedView state={state} onBack={home} />
      case 'enroll':
        return form && <EnrollForm {...form} />
      case 'change':
        return form && <ChangeRewardAddressForm {...form} />
      case 'opt-out':
        return form && <OptOutForm {...form} />
    }
  }

  function frame() {
    const isDusk = tab === 'hyper'
    const isDual = tab === 'dual' || tab === 'rewards'
    return (
      <>
        <PopupHeader
          account={selected?.account ?? null}
          network={isDusk ? duskNetworks[state.dusk?.settings.network ?? 'mainnet'] : env.network}
          refreshing={!isDusk && selected !== null && isRefreshing(state)}
          onAccounts={() => setScreen('accounts')}
          onSettings={() => setScreen('settings')}
          embedded={embedded}
        >
          {hasTabs && <Tabs tabs={tabs} selected={tab} onSelect={setTab} />}
        </PopupHeader>
        <Main class="main">
          <div class="banners">
            <StorageProblems of={state.storageProblems} />
            {isDual && (
              <Freshness
                state={state}
                now={now}
                onRefresh={() => run(() => commands.refresh())}
                onKey={embedded ? undefined : () => setScreen('settings-key')}
              />
            )}
            {isDual &&
              network &&
              !network.writable.ok &&
              takesNewcomers(network.life ?? 'running') && (
                <NotWritable
                  reason={network.writable.reason}
                  successor={embedded ? null : (env.successor ?? null)}
                  busy={busy}
                  onSwitch={(deployment) =>
                    run(() => commands.saveSettings({ ...state.settings, deployment }))
                  }
                />
              )}
            {!isDusk && state.news && dismissNews && (
              <NewsList news={state.news} now={now} onDismiss={dismissNews} />
            )}
            {screens && custom && tabUrl && (
              <screens.ProgrammeOffer tabUrl={tabUrl} custom={custom} now={now} />
            )}
            {dismissNews && (
              <RewardNews
                state={state}
                now={now}
                onDismiss={dismissNews}
                onView={() => setTab('rewards')}
              />
            )}
            {state.connection && (
              <ConnectionCard connection={state.connection} commands={commands} />
            )}
            {refusal && <Callout tone="bad">{refusal}</Callout>}
            <EarnedStrip state={state} onOpen={() => setScreen('earned')} />
          </div>
          {hasTabs ? (
            <div id={panelId(tab)} role="tabpanel" aria-labelledby={tabId(tab)}>
              {content()}
            </div>
          ) : (
            content()
          )}
        </Main>
        {selected && tab === 'dual' && !isForeign && (
          <Footer
            account={selected.account}
            network={network}
            reading={selected.reading}
            first={selected.reading === null && isRefreshing(state)}
            busy={busy}
            onForm={setScreen}
            pending={pending}
            life={lifeOf(network, env)}
            isMainnet={env.network === 'mainnet'}
            embedded={embedded}
            onConnect={() => run(() => commands.connect())}
            onRefresh={() => run(() => commands.refresh())}
          />
        )}
      </>
    )
  }

  function content() {
    if (tab === 'hyper') return hyperstaking
    if (tab === 'staking' && staking && state.staking && !(selected && isForeign))
      return (
        <StakingView
          key={selected?.account.address}
          app={state}
          state={state.staking}
          commands={staking}
          requests={commands}
          env={env}
          now={now}
          start={start}
          initialPlace={initialPlace}
        />
      )
    if (!selected)
      return (
        <PopupWelcome
          project={project}
          network={network}
          onDusk={hyperstaking ? () => setTab('hyper') : undefined}
          {...start}
        />
      )
    const { address } = selected.account
    if (isForeign) {
      return (
        <>
          <h1 class="sr">{t('tab.dual')}</h1>
          <Callout
            tone="info"
            title={t('accounts.otherNetwork.title')}
            actions={
              <>
                <Button disabled={busy} onClick={() => run(() => commands.connect())}>
                  {t('connect.wallet')}
                </Button>
                <Button kind="quiet" onClick={() => setScreen('accounts')}>
                  {t('accounts.switch')}
                </Button>
              </>
            }
          >
            {t('accounts.otherNetwork', { network: t(`network.${env.network}`) })}
          </Callout>
        </>
      )
    }
    if (tab === 'rewards') {
      return screens ? (
        <screens.RewardsView
          asked={initialReward}
          address={address}
          payments={rewardsOfAddress(state, address)}
          requestsLeft={state.refresh.requestsLeft}
          env={env}
          now={now}
          network={network}
          counts={
            selected.reading?.enrolledThisCycle.known
              ? selected.reading.enrolledThisCycle.value
              : null
          }
          next={nextPayment(network, selected.reading)}
          records={cycleRecordsOf(state, network, selected.reading, address)}
          verification={state.verification ?? null}
          commands={commands}
        />
      ) : (
        <RewardsSkeleton />
      )
    }
    return (
      <DualStackingView
        key={address}
        state={state}
        network={network}
        project={project}
        commands={commands}
        env={env}
        now={now}
        pending={pending}
        onForm={setScreen}
        onRewards={() => setTab('rewards')}
      />
    )
  }
}

/** In the place of the rewards until their screen is loaded. */
const RewardsSkeleton = () => (
  <div class="stack" aria-busy="true">
    <span class="skeleton" />
    <div class="card stack">
      <span class="skeleton" />
      <span class="skeleton" />
      <span class="skeleton" />
    </div>
  </div>
)

/** Back on the home screen, the focus returns to the button that opened the other one. */
function useFocusReturn(root: { current: HTMLElement | null }, screen: Screen): void {
  const left = useRef<Screen>('home')
  useEffect(() => {
    if (screen === 'home' && left.current !== 'home')
      root.current?.querySelector<HTMLElement>(`#${left.current}`)?.focus()
    left.current = screen
  }, [screen])
}
