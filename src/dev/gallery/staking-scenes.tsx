import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { AppState } from '../../app/app-state.ts'
import type { StakingCommands } from '../../app/bitcoin-staking/staking-commands.ts'
import type { StakingState } from '../../app/bitcoin-staking/staking-state.ts'
import type { TriedStake } from '../../app/bitcoin-staking/tried-stake.ts'
import { known } from '../../chain/known.ts'
import { projectStaking } from '../../protocol/bitcoin-staking/projection/project-staking.ts'
import { BondsCard } from '../../ui/bitcoin-staking/bonds-card.tsx'
import { ClaimForm } from '../../ui/bitcoin-staking/forms/claim-form.tsx'
import { CollectForm } from '../../ui/bitcoin-staking/forms/collect-form.tsx'
import { EnterBondForm } from '../../ui/bitcoin-staking/forms/enter-bond-form.tsx'
import { MoveBondForm } from '../../ui/bitcoin-staking/forms/move-bond-form.tsx'
import { SetPayoutForm } from '../../ui/bitcoin-staking/forms/set-payout-form.tsx'
import type { StakingFormProps } from '../../ui/bitcoin-staking/forms/signed-staking-call.tsx'
import { StakeForm } from '../../ui/bitcoin-staking/forms/stake-form.tsx'
import { UnstakeForm } from '../../ui/bitcoin-staking/forms/unstake-form.tsx'
import { WithdrawForm } from '../../ui/bitcoin-staking/forms/withdraw-form.tsx'
import { ManagersView } from '../../ui/bitcoin-staking/managers/managers-view.tsx'
import { PayoutCard } from '../../ui/bitcoin-staking/payout-card.tsx'
import { StakingRewardsView } from '../../ui/bitcoin-staking/rewards/staking-rewards-view.tsx'
import { StakeWhatIfCard } from '../../ui/bitcoin-staking/what-if/stake-what-if-card.tsx'
import { EarnedView } from '../../ui/earned/earned-view.tsx'
import { PopupView } from '../../ui/popup/popup-view.tsx'
import type { StacksIntent } from '../../wallet/stacks/stacks-intent.ts'
import * as fixture from './fixtures.ts'
import { commands, deployments, env } from './popup-scenes.tsx'
import * as example from './staking-fixtures.ts'

const accept = async () => ({ ok: true as const })
let project: StakingCommands['project'] = async (question) => projectStaking(question)
/** Projections come from here instead: the worker. */
export const projectStakingWith = (next: StakingCommands['project']): void => void (project = next)
/** Commands of the tab that all succeed. */
export const tabCommands: StakingCommands = {
  follow: accept,
  readManager: accept,
  verify: accept,
  hideComparison: accept,
  readManagerRecord: accept,
  readBondOffer: accept,
  claimAll: accept,
  reclaim: accept,
  resumeClaims: accept,
  stopClaims: accept,
  sign: accept,
  project: (question, signal) => project(question, signal),
}

const popup = (
  state: StakingState,
  app: AppState = fixture.enrolled,
  rewards: AppState['rewards'] = [],
) => (
  <PopupView
    state={{ ...app, staking: state, rewards }}
    commands={commands}
    project={() => new Promise(() => {})}
    staking={tabCommands}
    hyperstaking={<p />}
    initialTab="staking"
    env={{ ...env, network: 'mainnet' }}
    now={fixture.NOW}
    deployments={deployments}
    onErase={accept}
  />
)
const withSats = (sats: bigint) => fixture.withReading({ sats: known(sats) })
const nobody: AppState = {
  ...fixture.enrolled,
  accounts: [],
  selected: null,
  readings: {},
  rewards: [],
}

const form: StakingFormProps = {
  state: example.stakingExample,
  account: fixture.enrolled.accounts[0]!,
  commands: tabCommands,
  env: { ...env, network: 'mainnet' },
  now: fixture.NOW,
  onBack: () => {},
}
const alone = (children: ComponentChildren) => (
  <div class="app">
    <main class="main">{children}</main>
  </div>
)
/** A card has no heading of its own for the page. */
const card = (children: ComponentChildren) =>
  alone(
    <>
      <h1 class="sr">Twinstack</h1>
      {children}
    </>,
  )
const whatIf = (state: StakingState, input: Partial<TriedStake> = {}) =>
  card(
    <StakeWhatIfCard
      state={state}
      commands={tabCommands}
      now={fixture.NOW}
      microStx={3_210_000_000n}
      input={input}
      onChange={() => {}}
      onManagers={() => {}}
      onStake={() => {}}
    />,
  )
const bonds = (state: StakingState) =>
  card(<BondsCard state={state} commands={tabCommands} now={fixture.NOW} onEnter={() => {}} />)
/** Every row of a list is opened. */
function OpenRows({ children }: { children: ComponentChildren }) {
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    root.current?.querySelectorAll<HTMLElement>('.toggle').forEach((row) => row.click())
  }, [])
  return <div ref={root}>{children}</div>
}
const managers = (state: StakingState, compared: readonly string[] = []) =>
  alone(
    <ManagersView
      state={state}
      commands={tabCommands}
      now={fixture.NOW}
      microStx={25_000_000_000n}
      onBack={() => {}}
      onChoose={() => {}}
      compared={compared}
    />,
  )
const request = (change: Partial<StacksIntent>): AppState => ({
  ...fixture.enrolled,
  intents: [
    fixture.intent({
      action: 'staking',
      request: {
        ...fixture.intent({}).request,
        deployment: 'mainnet-pox-5',
        network: 'mainnet',
        chainId: 1,
        functionName: 'unstake',
      },
      staking: {
        call: { kind: 'unstake' },
        accepted: ['locked-until'],
        sats: null,
        unlockHeight: 978_950n,
      },
      ...change,
    }),
  ],
})

/** Bitcoin Staking in every state that a holder can meet. */
export const stakingScenes: Record<string, () => ComponentChildren> = {
  staking: () => popup(example.stakingExample),
  'staking-news': () => popup(example.withNews),
  'staking-from-dual': () => popup(example.unstaked, fixture.enrolled, fixture.enrolled.rewards),
  'staking-rewarded': () => popup(example.withRewards),
  'earned-strip': () => popup(example.withRewards, fixture.enrolled, fixture.enrolled.rewards),
  earned: () =>
    alone(
      <EarnedView
        state={{ ...fixture.enrolled, staking: example.withRewards }}
        onBack={() => {}}
      />,
    ),
  'staking-rewards': () => (
    <OpenRows>
      {alone(
        <StakingRewardsView
          address={fixture.ME}
          rewards={example.rewards}
          env={{ ...env, network: 'mainnet', openStakingStatement: () => {} }}
          now={fixture.NOW}
          onVerify={accept}
          onReclaim={accept}
          onBack={() => {}}
        />,
      )}
    </OpenRows>
  ),
  'staking-pending': () => popup(example.pendingStake),
  'staking-leaving': () => popup(example.leaving),
  'staking-expired': () => popup(example.expired),
  'staking-bond': () => popup(example.bonded),
  'staking-bond-ended': () => popup(example.bondEnded),
  'staking-stx-only': () => popup(example.unstaked, withSats(0n)),
  'staking-both': () => popup(example.unstaked),
  'staking-sbtc-only': () =>
    popup({
      ...example.unstaked,
      holder: {
        ...example.unstaked.holder!,
        position: { ...example.unstaked.holder!.position, unlockedMicroStx: known(0n) },
      },
    }),
  'staking-neither': () =>
    popup(
      {
        ...example.unstaked,
        holder: {
          ...example.unstaked.holder!,
          position: { ...example.unstaked.holder!.position, unlockedMicroStx: known(0n) },
        },
      },
      withSats(0n),
    ),
  'staking-preparing': () => popup(example.preparing),
  'staking-unread': () => popup(example.unread),
  'staking-unknown': () => popup(example.unknownFigures),
  'staking-paused': () =>
    popup({
      ...example.stakingExample,
      programme: { ...example.programme, isPaused: known(true) },
    }),
  'staking-first': () => popup({ ...example.stakingExample, holder: null }),
  'staking-welcome': () => popup({ ...example.stakingExample, holder: null }, nobody),
  'staking-asking': () => popup(example.stakingExample, request({})),
  'staking-unstaked': () =>
    popup(
      example.leaving,
      request({ state: 'confirmed', txid: `0x${'3c'.repeat(32)}`, burnHeight: 977_788 }),
    ),
  'staking-too-late': () =>
    popup(
      example.stakingExample,
      request({
        state: 'aborted',
        txid: `0x${'3c'.repeat(32)}`,
        abortedBy: 'contract',
        contractError: 28,
      }),
    ),
  'staking-what-if': () => whatIf(example.stakingExample),
  'staking-what-if-more': () =>
    whatIf(example.stakingExample, {
      microStx: 40_000_000_000n,
      cycles: 24n,
      manager: example.OTHER_MANAGER,
    }),
  'staking-what-if-less': () => whatIf(example.stakingExample, { microStx: 10_000_000_000n }),
  'staking-what-if-new': () => whatIf(example.unstaked),
  'staking-what-if-small-manager': () =>
    whatIf(example.smallManagerOnly, { manager: example.SMALL_MANAGER }),
  'staking-what-if-no-income': () => whatIf({ ...example.unstaked, income: known([]) }),
  'staking-what-if-unknown': () => whatIf(example.unknownFigures),
  'staking-managers': () => managers(example.manyManagers),
  'staking-managers-compared': () =>
    managers(example.manyManagers, [example.MANAGER, example.OTHER_MANAGER]),
  'staking-managers-loading': () =>
    managers({
      ...example.manyManagers,
      managers: { ...example.manyManagers.managers, read: example.stakingExample.managers.read },
    }),
  'staking-managers-unread': () =>
    managers({ ...example.unstaked, managers: { registered: null, read: {} } }),
  'staking-form-begun': () =>
    alone(
      <StakeForm
        {...form}
        begin={{ microStx: 40_000_000_000n, cycles: 24n, manager: example.OTHER_MANAGER }}
      />,
    ),
  'staking-claiming': () =>
    popup(
      { ...example.stakingExample, claiming: example.claiming },
      { ...fixture.enrolled, intents: [example.sentClaim] },
    ),
  'staking-claiming-paused': () =>
    popup(
      {
        ...example.stakingExample,
        claiming: {
          ...example.claiming,
          paused: 'no-tab',
          left: [{ cycle: 148n, bond: null, manager: example.MANAGER }],
        },
      },
      { ...fixture.enrolled, intents: [example.sentClaim] },
    ),
  'staking-bonds': () => bonds(example.unstaked),
  'staking-bonds-invited': () => bonds(example.invited),
  'staking-bonds-uninvited': () => bonds(example.uninvited),
  'staking-form-bond': () =>
    alone(<EnterBondForm {...form} state={example.invited} bond={4n} ownSats={11_520_000n} />),
  'staking-form-move-bond': () => alone(<MoveBondForm {...form} state={example.bonded} />),
  'staking-form-stake': () => alone(<StakeForm {...form} state={example.unstaked} />),
  'staking-form-payout': () =>
    alone(
      <StakeForm
        {...form}
        state={{
          ...example.stakingExample,
          holder: { ...example.holder, payout: known(example.bitcoinPayout) },
        }}
      />,
    ),
  'staking-payout': () =>
    card(
      <PayoutCard
        state={example.keptByManager}
        address={fixture.ME}
        commands={tabCommands}
        onForm={() => {}}
      />,
    ),
  'staking-form-set-payout': () =>
    alone(<SetPayoutForm {...form} state={example.keptByManager} intents={[]} />),
  'staking-form-collect': () =>
    alone(<CollectForm {...form} state={example.keptByManager} intents={[]} />),
  'staking-form-change': () => alone(<StakeForm {...form} />),
  'staking-form-keep': () => alone(<StakeForm {...form} state={example.leaving} keep />),
  'staking-form-preparing': () => alone(<UnstakeForm {...form} state={example.preparingStake} />),
  'staking-form-unstake': () => alone(<UnstakeForm {...form} />),
  'staking-form-claim': () => alone(<ClaimForm {...form} intents={[]} />),
  'staking-form-withdraw': () => alone(<WithdrawForm {...form} state={example.bonded} />),
  'staking-form-withdraw-ended': () => alone(<WithdrawForm {...form} state={example.bondEnded} />),
}
