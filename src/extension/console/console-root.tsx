import { useEffect, useLayoutEffect, useMemo } from 'preact/hooks'
import type { AppState } from '../../app/app-state.ts'
import type { AppStore } from '../../app/app-store.ts'
import { signingPageUrl } from '../../app/signing-page-url.ts'
import { stakingDeployment } from '../../chain/stacks/bitcoin-staking/staking-deployments.ts'
import { checkAddress } from '../../chain/stacks/check-address.ts'
import {
  findDeployment,
  defaultDeployment,
  type Deployment,
} from '../../chain/stacks/deployments.ts'
import { AccountCard } from '../../ui/console/account-card.tsx'
import { ConsoleView } from '../../ui/console/console-view.tsx'
import { SigningPlace } from '../../ui/console/signing-place.tsx'
import { useNow } from '../../ui/hooks/use-now.ts'
import { useStore } from '../../ui/hooks/use-store.ts'
import { useWords } from '../../ui/hooks/use-words.ts'
import { Callout } from '../../ui/parts/callout.tsx'
import { Activity } from '../../ui/popup/activity.tsx'
import { ConnectionCard } from '../../ui/popup/connection-card.tsx'
import { Freshness, StorageProblems } from '../../ui/popup/freshness.tsx'
import { isLively } from '../../wallet/stacks/advance-stacks-intent.ts'
import { shortAddress } from '../../words/format/address.ts'
import type { ViewCommands } from '../views/commands.ts'
import { useEnvironment } from '../views/use-environment.ts'
import type { ConsoleChainState, ChainStore } from './chain-store.ts'
import type { ConsoleCommands } from './console-commands.ts'
import { type ConsoleContext, isUnsettled } from './console-context.ts'
import { consoleTabs } from './console-tabs.tsx'
import { createStakingStore } from './staking-store.ts'
import { useGrant } from './use-grant.ts'
import { useSection } from './use-section.ts'

export interface ConsoleRootProps {
  store: AppStore
  chain: ChainStore
  commands: ViewCommands & ConsoleCommands
}

const RETRY_MS = 10_000

/** The deployment in use, with the user's own hosts, as the background has it. */
function deploymentOf({ settings, customDeployments = [] }: AppState): Deployment {
  const row =
    findDeployment(settings.deployment, customDeployments) ?? findDeployment(defaultDeployment)!
  return settings.apiBases.length > 0 ? { ...row, apiBases: settings.apiBases } : row
}

/** The console: what the background keeps, what the worker reads, and the section that is open. */
export function ConsoleRoot({ store, chain, commands }: ConsoleRootProps) {
  const state = useStore(store, (each) => each.state)
  return state && <Loaded state={state} chain={chain} commands={commands} />
}

function Loaded({ state, chain, commands }: Omit<ConsoleRootProps, 'store'> & { state: AppState }) {
  const { t, f } = useWords()
  const staking = useMemo(() => createStakingStore(chain.link), [chain])
  const read = useStore(chain.store, (each) => each)
  const deployment = useMemo(
    () => deploymentOf(state),
    [state.settings.deployment, state.settings.apiBases.join(' '), state.customDeployments?.length],
  )
  const env = useEnvironment(state)
  const own = state.accounts.filter(
    ({ address, kind }) => kind === 'wallet' && checkAddress(address, deployment.network).ok,
  )
  const operator = own.find(({ address }) => address === state.selected)?.address ?? null
  const network = state.network?.deployment === deployment.id ? state.network : null
  const intentsOf = (id: string) =>
    state.intents
      .filter(({ request }) => request.deployment === id && request.account === operator)
      .toSorted((a, b) => b.createdAt - a.createdAt)
  const intents = intentsOf(deployment.id)
  const stakingIntents = intentsOf(stakingDeployment(deployment.network).id)
  // What may have changed the chain for this operator: the next plan belongs to it.
  const done = JSON.stringify(intents.map(({ id, state: at }) => [id, at]))
  const isBehind =
    network !== null &&
    read.plan !== null &&
    (network.stacksHeight > read.plan.stacksHeight || network.burnHeight > read.plan.burnHeight)
  const height = isBehind ? `${network.burnHeight} ${network.stacksHeight}` : ''
  useLayoutEffect(() => chain.open(deployment, operator), [chain, deployment, operator])
  useEffect(() => void chain.read(done), [chain, done, height])
  useRetry(read.problem, () => chain.read(done))
  const now = useNow()
  const isAnyLively = [...intents, ...stakingIntents].some((intent) => isLively(intent, now))
  useLively(isAnyLively, deployment.network === 'devnet', commands)
  const place = signingPageUrl(state.settings, deployment)
  // What waits for the toolbar button there resumes.
  const { granted, request } = useGrant(place, () => void commands.opened())

  const context: ConsoleContext = {
    state,
    chain: read,
    link: chain.link,
    commands,
    env,
    deployment,
    operator,
    intents,
    staking,
    stakingIntents,
    stale: read.done !== done || isBehind,
  }
  const there = consoleTabs.filter(({ isThere }) => isThere?.(context) ?? true)
  const [section, setSection] = useSection(there.map((tab) => tab.section))
  const { View } = there.find((tab) => tab.section === section) ?? there[0]!
  const { plan } = read
  const cycle = plan?.cycle.id ?? (network?.cycle.known ? network.cycle.value.id : null)
  const isDusk = section === 'hyperstaking'
  const isStaking = section.startsWith('staking')
  const cycleTitle = cycle === null ? null : t('cycle.title', { cycle: f.integer(cycle) })
  const counts =
    plan &&
    t('console.facts', {
      count: plan.participants,
      sbtc: plan.totalSats === null ? t('console.facts.none') : f.sbtc(plan.totalSats),
    })
  const duskNetwork = state.dusk?.settings.network ?? 'mainnet'
  // Mainnet is what anyone expects: only another network is named.
  const networkName = deployment.network !== 'mainnet' && t(`network.${deployment.network}`)
  const duskFacts = duskNetwork === 'mainnet' ? '' : t(`hyper.network.${duskNetwork}`)
  const isCycle = section === 'cycle'
  const facts = [!isStaking && !isCycle && cycleTitle, !isStaking && counts, networkName]
    .filter(Boolean)
    .join(' · ')
  const shown = (isStaking ? stakingIntents : intents).filter(
    (intent, at) => at === 0 || isUnsettled(intent),
  )
  return (
    <ConsoleView
      sections={there.map((tab) => tab.section)}
      selected={section}
      onSelect={setSection}
      title={isCycle ? (cycleTitle ?? t('console.name')) : null}
      facts={isDusk ? duskFacts : facts}
      accountName={operator && shortAddress(operator)}
      account={
        <>
          <AccountCard accounts={own} selected={state.selected} commands={commands} />
          {operator !== null && place !== null && granted === false && (
            <SigningPlace host={new URL(place).host} onAllow={request} />
          )}
          {plan && (
            <p class="muted" role="status">
              {t('console.heights', {
                burn: f.integer(plan.burnHeight),
                stacks: f.integer(plan.stacksHeight),
              })}
            </p>
          )}
        </>
      }
      banners={
        <>
          <StorageProblems of={state.storageProblems} />
          {!isDusk && !isStaking && network?.life && (
            <Callout tone="info">{t(`life.${network.life}`)}</Callout>
          )}
          {!isDusk && (
            <Freshness state={state} now={now} onRefresh={() => void commands.refresh()} />
          )}
          {state.connection && <ConnectionCard connection={state.connection} commands={commands} />}
          <Activity
            isForOperator
            intents={shown}
            family={network?.family ?? null}
            height={network?.burnHeight ?? null}
            commands={commands}
            env={env}
            now={now}
          />
        </>
      }
    >
      <View key={section} {...context} />
    </ConsoleView>
  )
}

/**
 * What could not be read is read again after a while; a contract that does not offer it never will.
 */
function useRetry(problem: ConsoleChainState['problem'], retry: () => void): void {
  useEffect(() => {
    if (problem === null || problem === 'not-offered') return
    const timer = setInterval(retry, RETRY_MS)
    return () => clearInterval(timer)
  }, [problem])
}

/** While a transaction is under way, what is shown is kept fresh. */
function useLively(
  lively: boolean,
  isLocal: boolean,
  commands: Pick<ViewCommands, 'refresh'>,
): void {
  useEffect(() => {
    if (!lively) return
    const timer = setInterval(() => void commands.refresh(), isLocal ? 4_000 : 15_000)
    return () => clearInterval(timer)
  }, [lively, isLocal, commands])
}
