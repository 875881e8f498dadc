import type { ComponentChildren } from 'preact'
import type { AppState } from '../../app/app-state.ts'
import type { Commands } from '../../app/commands.ts'
import { familiarAddresses } from '../../app/dual-stacking/familiar-addresses.ts'
import type { Environment } from '../../app/environment.ts'
import { known, unknown } from '../../chain/known.ts'
import { checkAddress } from '../../chain/stacks/check-address.ts'
import { project as projectNow } from '../../protocol/dual-stacking/projection/project.ts'
import { AccountsView } from '../../ui/accounts/accounts-view.tsx'
import { ChangeRewardAddressForm } from '../../ui/dual-stacking/forms/change-reward-address-form.tsx'
import { EnrollForm } from '../../ui/dual-stacking/forms/enroll-form.tsx'
import { OptOutForm } from '../../ui/dual-stacking/forms/opt-out-form.tsx'
import { GuideView } from '../../ui/guide/guide-view.tsx'
import type { ProjectFigures } from '../../ui/hooks/use-figures.ts'
import { PanelFrame } from '../../ui/panel/panel-frame.tsx'
import { type PopupViewProps, PopupView } from '../../ui/popup/popup-view.tsx'
import {
  SettingsElsewhere,
  SettingsView,
  type SettingsViewProps,
} from '../../ui/settings/settings-view.tsx'
import * as fixture from './fixtures.ts'

const placement = { onMove() {}, onHeight() {}, onClose() {} }
const accept = async () => ({ ok: true as const })
export const commands: Commands = {
  connect: accept,
  chooseAccount: accept,
  cancelConnect: accept,
  openPanel: accept,
  disconnect: accept,
  watch: accept,
  select: accept,
  refresh: accept,
  enroll: accept,
  optOut: accept,
  changeRewardAddress: accept,
  retry: accept,
  acceptFee: accept,
  dismiss: accept,
  stopWaiting: accept,
  switchAccount: accept,
  saveSettings: accept,
  readCycle: accept,
  verifyCycle: accept,
  stopVerifying: accept,
  dismissNews: accept,
  nameAccount: accept,
}
export const env: Environment = {
  network: 'devnet',
  contract: `${fixture.OTHER}.dual-stacking-v1`,
  successor: { id: 'mainnet-v3_0_0', label: 'v3.0.0' },
  canCheck: true,
  walletHost: 'app.example',
  checkAddress: (text) => checkAddress(text, 'mainnet'),
  transactionUrl: (txid) => `https://explorer.example/${txid}`,
  contracts: [
    { programme: 'dual', id: `${fixture.OTHER}.dual-stacking-v1`, url: 'https://explorer.example' },
  ],
  version: '0.1.0',
  signingPage: 'https://sign.example/',
  isPinned: async () => true,
  openConsole: () => {},
  openWelcome: () => {},
}
export const deployments: SettingsViewProps['deployments'] = [
  { id: 'mainnet-v3_0_0', name: 'Mainnet v3.0.0', target: { network: 'mainnet' } },
  { id: 'mainnet-v2', name: 'Mainnet v2', target: { network: 'mainnet' }, isEarlier: true },
  { id: 'embedded-v1', name: 'Local demo network · v1', target: { network: 'devnet' } },
]
let project: ProjectFigures = async (request) => projectNow(request)
/** Projections come from here instead: the worker, where there is one. */
export const projectWith = (next: ProjectFigures): void => void (project = next)

const popup = (
  state: AppState,
  network: Environment['network'] = 'devnet',
  more: Partial<PopupViewProps> = {},
) => (
  <PopupView
    {...more}
    state={state}
    commands={commands}
    project={project}
    env={{ ...env, network }}
    now={fixture.NOW}
    deployments={deployments}
    onErase={accept}
  />
)
const custom = {
  rows: [
    {
      id: 'custom-1',
      name: 'My own contract',
      target: { network: 'testnet' as const, contract: `${fixture.OTHER}.mine`, apiBases: [] },
    },
  ],
  isEmbeddedOffered: false,
  onAdd: async () => ({ ok: false as const, problem: 'exists' as const }),
  onRemove: accept,
}
const form = {
  account: fixture.enrolled.accounts[0]!,
  network: fixture.network,
  reading: fixture.reading,
  familiar: familiarAddresses(fixture.enrolled),
  env,
  commands,
  now: fixture.NOW,
  onBack: () => {},
}
const fresh = fixture.notEnrolled.readings[fixture.ME]!
const alone = (children: ComponentChildren) => (
  <div class="app">
    <main class="main">{children}</main>
  </div>
)
const withIntent = (change: Parameters<typeof fixture.intent>[0], state = fixture.notEnrolled) =>
  popup({ ...state, intents: [fixture.intent(change)] })
const another = { failure: 'wrong-account', answeredBy: fixture.OTHER } as const
const nobody: AppState = {
  ...fixture.enrolled,
  accounts: [],
  selected: null,
  readings: {},
  rewards: [],
}
const connecting = (change: Partial<NonNullable<AppState['connection']>>) =>
  popup({
    ...nobody,
    connection: {
      id: 'c',
      tabId: 1,
      updatedAt: fixture.NOW,
      stage: 'asking',
      wallets: [],
      walletId: 'leather',
      addresses: [],
      failure: null,
      ...change,
    },
  })

/** Every view in every state that a user can meet. */
export const popupScenes: Record<string, () => ComponentChildren> = {
  enrolled: () => popup({ ...fixture.enrolled, cycleRecords: fixture.records }),
  'not-enrolled': () => popup(fixture.notEnrolled),
  joining: () => popup(fixture.withReading({ enrolledThisCycle: known(false) })),
  leaving: () => popup(fixture.withReading({ enrolledNextCycle: known(false) })),
  blacklisted: () =>
    popup(fixture.withReading({ blacklisted: known(true), enrolledNextCycle: known(false) })),
  'no-sbtc': () =>
    popup(
      fixture.withReading(
        { sats: known(0n), enrolledThisCycle: known(false), enrolledNextCycle: known(false) },
        { ...fixture.enrolled, rewards: [] },
      ),
    ),
  maximum: () => popup(fixture.withReading({ lockedMicroStx: known(30_000_000_000n) })),
  large: () =>
    popup(
      fixture.withReading({
        sats: known(2_100_000_000_000n),
        lockedMicroStx: known(1_204_000_000_000_000n),
      }),
      'mainnet',
    ),
  'pool-limits': () => popup(fixture.withNetwork({ poolSats: known(31_000_000n) })),
  'watch-only': () =>
    popup({
      ...fixture.enrolled,
      accounts: [fixture.watch],
      selected: fixture.watch.address,
      readings: { [fixture.watch.address]: { ...fixture.reading, address: fixture.watch.address } },
    }),
  'other-network': () =>
    popup(
      {
        ...fixture.enrolled,
        accounts: [{ ...fixture.enrolled.accounts[0]!, address: fixture.ELSEWHERE }],
        selected: fixture.ELSEWHERE,
        readings: {},
      },
      'mainnet',
    ),
  'first-run': () => popup({ ...nobody, network: null }),
  'first-reading': () => popup(fixture.nothingRead),
  unknown: () => popup(fixture.unknownValues, 'mainnet'),
  offline: () =>
    popup({
      ...fixture.withNetwork({ readAt: fixture.NOW - 7_500_000 }),
      refresh: {
        startedAt: fixture.NOW - 2000,
        finishedAt: fixture.NOW - 1000,
        problem: 'offline',
        retryAt: null,
        requestsLeft: null,
      },
    }),
  'rate-limited': () =>
    popup({
      ...fixture.enrolled,
      refresh: {
        startedAt: null,
        finishedAt: fixture.NOW - 1000,
        problem: 'rate-limited',
        retryAt: Date.now() + 40_000,
        requestsLeft: null,
      },
    }),
  superseded: () =>
    popup(fixture.withNetwork({ writable: { ok: false, reason: 'superseded' } }), 'mainnet'),
  'ratio-phase': () =>
    popup(
      fixture.withNetwork({
        burnHeight: 936_850 + 1960,
        cycle: known({
          ...(fixture.network.cycle.known ? fixture.network.cycle.value : null!),
          snapshotIndex: 13,
          snapshotHeight: 936_850 + 1950,
          phase: 'concluded',
        }),
      }),
    ),
  'no-golden-ratio': () =>
    popup(fixture.withNetwork({ goldenRatios: known([]) }, fixture.notEnrolled)),
  'no-cycle': () => popup(fixture.withNetwork({ cycle: unknown('not-offered') })),
  'short-cycle': () =>
    popup(
      fixture.withNetwork({
        burnHeight: 107,
        cycle: known({
          id: 1,
          startHeight: 100,
          nextStartHeight: 110,
          snapshotsPerCycle: 2,
          blocksPerSnapshot: 5,
          bufferBlocks: 0,
          snapshotIndex: 1,
          snapshotHeight: 105,
          capturedCount: 1,
          participantsCount: 3,
          phase: 'snapshots',
        }),
      }),
    ),
  'connect-looking': () => connecting({ stage: 'looking' }),
  'connect-asking': () => connecting({}),
  'connect-waiting-tab': () => connecting({ stage: 'waiting-tab' }),
  'connect-wallets': () =>
    connecting({
      stage: 'choose-wallet',
      wallets: [
        { id: 'leather', name: 'Leather' },
        { id: 'xverse', name: 'Xverse' },
      ],
    }),
  'connect-accounts': () =>
    connecting({ stage: 'choose-account', addresses: [fixture.ME, fixture.OTHER] }),
  'connect-failed': () => connecting({ stage: 'failed', failure: 'wallet-missing' }),
  'sign-waiting': () => withIntent({}),
  'sign-waiting-address': () => withIntent({ host: 'app.example', addressFirst: true }),
  'sign-shows-other': () => withIntent({ state: 'failed', ...another }),
  'sign-other-account': () =>
    withIntent({ state: 'refused', txid: '0xabcdef', broadcast: 'confirmed', ...another }),
  'sign-pending': () => withIntent({ state: 'submitted', txid: '0xabcdef' }),
  'sign-confirmed': () =>
    withIntent(
      { state: 'confirmed', txid: '0xabcdef' },
      fixture.withReading({ enrolledThisCycle: known(false) }),
    ),
  'sign-rejected': () => withIntent({ state: 'failed', failure: 'rejected' }),
  'sign-failed': () => withIntent({ state: 'failed', failure: 'wrong-account' }),
  'sign-refused': () =>
    withIntent({ state: 'refused', failure: 'result-mismatch', txid: '0xabcdef' }),
  'sign-aborted': () => withIntent({ state: 'aborted', txid: '0xabcdef', contractError: 104 }),
  'sign-dropped': () => withIntent({ state: 'dropped', txid: '0xabcdef' }),
  enroll: () => alone(<EnrollForm {...form} reading={fresh} />),
  'enroll-blocked': () =>
    alone(
      <EnrollForm
        {...form}
        reading={{ ...fresh, sats: known(4_000n), balanceMicroStx: known(0n) }}
      />,
    ),
  change: () => alone(<ChangeRewardAddressForm {...form} />),
  'opt-out': () => alone(<OptOutForm {...form} />),
  accounts: () =>
    alone(
      <AccountsView
        accounts={fixture.enrolled.accounts}
        selected={fixture.ME}
        readings={fixture.enrolled.readings}
        commands={commands}
        env={env}
        watching
        onBack={() => {}}
      />,
    ),
  'panel-settings': () => (
    <PanelFrame {...placement}>
      {alone(<SettingsElsewhere onOpen={() => {}} onBack={() => {}} />)}
    </PanelFrame>
  ),
  panel: () => (
    <PanelFrame {...placement}>{popup(fixture.enrolled, 'devnet', { embedded: true })}</PanelFrame>
  ),
  'reward-day': () => {
    const [latest, ...older] = fixture.payments
    const today = { ...latest!, blockTime: known(fixture.NOW / 1000 - 7200) }
    return popup({
      ...fixture.enrolled,
      rewards: [today, ...older],
      announcedRewards: [today.key],
    })
  },
  news: () => popup({ ...fixture.enrolled, news: fixture.news }),
  guide: () => (
    <GuideView
      state={{ accounts: [] }}
      settings={fixture.sampleSettings}
      project={(...question) => project(...question)}
      network={null}
      commands={commands}
      env={env}
    />
  ),
  'guide-mainnet': () => (
    <GuideView
      state={fixture.enrolled}
      settings={fixture.sampleSettings}
      project={(...question) => project(...question)}
      network={{ ...fixture.network, life: 'ended' }}
      commands={commands}
      env={{ ...env, network: 'mainnet' }}
    />
  ),
  settings: () =>
    alone(
      <SettingsView
        settings={fixture.sampleSettings}
        deployments={deployments}
        commands={commands}
        onErase={accept}
        onBack={() => {}}
        dusk={{ settings: { network: 'mainnet', base: null }, save: accept }}
        about={env}
        openConsole={() => {}}
        openWelcome={() => {}}
        readDiagnostics={async () => 'Twinstack'}
        custom={custom}
      />,
    ),
  'settings-advanced': () =>
    alone(
      <SettingsView
        startAt="api-key"
        settings={fixture.sampleSettings}
        deployments={deployments}
        commands={commands}
        onErase={accept}
        onBack={() => {}}
        about={env}
        openConsole={() => {}}
        openWelcome={() => {}}
        readDiagnostics={async () => 'Twinstack'}
        custom={custom}
      />,
    ),
  rewards: () =>
    popup(
      { ...fixture.enrolled, refresh: { ...fixture.enrolled.refresh, requestsLeft: 12 } },
      'devnet',
      { initialTab: 'rewards' },
    ),
  'rewards-records': () =>
    popup(
      {
        ...fixture.enrolled,
        cycleRecords: fixture.records,
        verification: fixture.sampleVerification,
      },
      'devnet',
      { initialTab: 'rewards' },
    ),
  'rewards-empty': () =>
    popup({ ...fixture.enrolled, rewards: [] }, 'devnet', { initialTab: 'rewards' }),
}
