import type { ComponentChildren } from 'preact'
import type { DuskCommands } from '../../app/hyperstaking/dusk-commands.ts'
import type { DuskPlan } from '../../app/hyperstaking/dusk-plan.ts'
import type { DuskReading } from '../../app/hyperstaking/dusk-reading.ts'
import type { DuskState } from '../../app/hyperstaking/dusk-state.ts'
import type { PoolHistory } from '../../app/hyperstaking/pool-history.ts'
import type { PoolSummary } from '../../app/hyperstaking/pool-summary.ts'
import { projectionInputOf, type Prospect } from '../../chain/dusk/prospect.ts'
import { known, unknown } from '../../chain/known.ts'
import { seeded } from '../../protocol/hyperstaking/chain/random.ts'
import { BLOCKS_PER_DAY } from '../../protocol/hyperstaking/core/epoch.ts'
import { namedAccount, namedContract } from '../../protocol/hyperstaking/core/ids.ts'
import { dusk } from '../../protocol/hyperstaking/core/units.ts'
import { projectDeposit as projectNow } from '../../protocol/hyperstaking/projection/project.ts'
import { ConsoleView } from '../../ui/console/console-view.tsx'
import { CallPlan } from '../../ui/hyperstaking/call-plan.tsx'
import { HyperstakingPage } from '../../ui/hyperstaking/hyperstaking-page.tsx'
import { HyperstakingView } from '../../ui/hyperstaking/hyperstaking-view.tsx'
import { OutlookReasons } from '../../ui/hyperstaking/outlook-details.tsx'
import { PoolForm } from '../../ui/hyperstaking/pool-form.tsx'
import type { DuskIntent } from '../../wallet/dusk/dusk-intent.ts'

const accept = async () => ({ ok: true as const })
let project: DuskCommands['project'] = async (input) => projectNow(input, seeded('gallery'))
/** Pools' projections come from here instead: the worker. */
export const projectPoolsWith = (next: DuskCommands['project']): void => void (project = next)
const commands: DuskCommands = {
  refresh: accept,
  connect: accept,
  cancelConnect: accept,
  disconnect: accept,
  choosePool: accept,
  check: accept,
  submit: accept,
  retry: accept,
  acceptFee: accept,
  dismiss: accept,
  stopWaiting: accept,
  saveSettings: accept,
  saveAlerts: accept,
  project: (input, signal) => project(input, signal),
}

const me = namedAccount('alice')
const account = {
  address: me,
  walletId: 'network.dusk.wallet',
  walletName: 'Dusk Wallet',
  others: 1,
}
const prospect: Prospect = {
  height: 4_600_321n,
  network: {
    othersActive: dusk(198_300_000n),
    others: 206,
    credits: 128,
    minimumStake: dusk(1000n),
  },
  keys: [{ value: dusk(2_812_400n), locked: dusk(31_207n), eligibility: 4_320n }],
  idle: 0n,
  policy: 'reinvest',
  routing: 'top-up',
  depositFee: 250_000n,
  rewardFee: 10_000_000n,
  referralRate: 5_000_000n,
  fees: 'contract',
}
const key = (
  change: Partial<Extract<PoolSummary['keys'], { known: true }>['value'][number]> = {},
) => ({
  account: namedAccount('key'),
  state: 'active' as const,
  value: dusk(2_812_400n),
  locked: dusk(31_207n),
  eligibility: 4_320n,
  reward: dusk(12n),
  faults: 0,
  hardFaults: 0,
  ...change,
})
const position = (lux: bigint): NonNullable<PoolSummary['position']> => ({
  value: known(lux),
  shares: known(lux),
  claimable: known(0n),
  income: known(dusk(18n)),
  referrer: known(null),
  referred: known({ accounts: 3, deposits: dusk(42_000n) }),
})
const pool = (change: Partial<PoolSummary> = {}): PoolSummary => ({
  id: namedContract(change.name ?? 'Liquid'),
  name: 'Liquid',
  kind: 'liquid',
  rate: known({ numerator: 5_366_833_972_489_941n, denominator: 3_553_557_929_448_253n }),
  open: known(true),
  paused: known(false),
  published: null,
  noDriver: false,
  fees: known({ deposit: 250_000n, reward: 10_000_000n, minimum: dusk(1n) }),
  keys: known([key()]),
  idle: known(dusk(740n)),
  position: position(dusk(12_480n) + 521_000_000n),
  prospect: known(prospect),
  ...change,
})
const told = unknown('not-offered')
const sozu = pool({
  name: 'Sozu',
  kind: 'sozu',
  paused: told,
  fees: told,
  idle: told,
  published: { deposit: 250_000n, reward: 10_000_000n, minimum: dusk(1000n) },
  prospect: known({ ...prospect, fees: 'published' }),
  position: { ...position(0n), shares: told },
})
const heldSozu = {
  ...sozu,
  open: known(false),
  idle: known(dusk(4n)),
  position: { ...position(dusk(4980n)), shares: told },
}
/** Of a pool whose shares gain a thousandth in three days. */
const history: PoolHistory = {
  days: Array.from({ length: 34 }, (_, index) => ({
    height: 4_600_321n - BigInt(34 - index) * 3n * BLOCKS_PER_DAY,
    numerator: 5_366_833_972_489_941n - BigInt(34 - index) * 5_366_833_972_489n,
    denominator: 3_553_557_929_448_253n,
  })),
  flows: [
    { height: 3_800_000n, direction: 'in', lux: dusk(5000n), shares: dusk(3297n) + 400_000_000n },
  ],
  complete: true,
}
const referral = pool({ name: 'Referral', kind: 'referral' })
const maturing = key({
  account: namedAccount('other'),
  state: 'maturing',
  value: dusk(402_000n),
  locked: 0n,
  eligibility: 4_605_120n,
})
const troubled = pool({
  name: 'Rotating',
  paused: known(true),
  keys: known([key({ state: 'maturing', eligibility: 4_605_120n, faults: 2 }), maturing]),
  prospect: known({ ...prospect, routing: 'rotation' }),
})
const reading = (pools: PoolSummary[], change: Partial<DuskReading> = {}): DuskReading => ({
  network: 'mainnet',
  account: me,
  height: 4_600_321n,
  final: 4_600_318n,
  nextEpoch: 4_600_800n,
  balance: known(dusk(5_201n)),
  callsOpen: known(true),
  minimumStake: known(dusk(1000n)),
  warnings: known([]),
  pools,
  readAt: 0,
  ...change,
})
const state = (change: Partial<DuskState> = {}): DuskState => ({
  settings: { network: 'mainnet', base: null, alerts: { rewards: null, below: null } },
  account,
  connection: null,
  reading: reading([pool(), referral, troubled, sozu]),
  problem: false,
  chosen: null,
  plan: null,
  intents: [],
  notices: [],
  places: [],
  watches: [],
  histories: {},
  page: 'https://pools.example/site/pool.html',
  ...change,
})
const intent = (change: Partial<DuskIntent>): DuskIntent => ({
  id: 'i',
  action: 'deposit',
  pool: { id: pool().id, name: 'Liquid' },
  lux: dusk(5000n),
  createdAt: 0,
  updatedAt: 0,
  tabId: 1,
  state: 'executed',
  failure: null,
  hash: 'ab'.repeat(32),
  gasSpent: null,
  problem: null,
  nonce: null,
  request: {
    network: 'mainnet',
    caip2: 'dusk:1',
    ownNodes: [],
    account: me,
    call: {
      kind: 'contract_call',
      privacy: 'public',
      contractId: `0x${pool().id}`,
      fnName: 'deposit',
      fnArgs: '0x',
      amount: '0',
      deposit: '1',
      gas: { limit: '1', price: '1' },
    },
  },
  ...change,
})
const plan = (change: Partial<DuskPlan>): DuskPlan => ({
  pool: pool().id,
  action: 'deposit',
  lux: dusk(5000n),
  referrer: null,
  exact: true,
  tried: false,
  verdict: 'passes',
  problems: [],
  doubts: [],
  gasAtMost: 500_000_000n,
  gasEstimate: known(27_400_000n),
  outcome: known({
    amount: dusk(5000n),
    shares: dusk(3310n),
    fee: dusk(12n) + 500_000_000n,
    feePublished: false,
  }),
  signs: {
    contract: pool().id,
    method: 'deposit',
    deposit: dusk(5000n),
    lux: dusk(5000n),
    shares: null,
    account: null,
  },
  ...change,
})
const tab = (children: ComponentChildren) => (
  <div class="app">
    <main class="main">{children}</main>
  </div>
)
/** A part of a screen, which has no heading of its own. */
const part = (children: ComponentChildren) =>
  tab(
    <>
      <h1 class="sr">Hyperstaking</h1>
      {children}
    </>,
  )
const view = (change: Partial<DuskState> = {}) =>
  tab(<HyperstakingView state={state(change)} commands={commands} />)
const connection = {
  id: 'c',
  tabId: 1,
  updatedAt: 0,
  stage: 'choose-wallet' as const,
  wallets: [
    { id: 'a', name: 'Dusk Wallet' },
    { id: 'b', name: 'Another wallet with a long name' },
  ],
  walletId: null,
  failure: null,
}
const notice = (kind: DuskState['notices'][number]['kind'], lux: bigint | null) => ({
  key: `${kind} ${lux}`,
  kind,
  pool: { id: pool().id, name: 'Liquid' },
  height: 4_600_100n,
  lux,
})

/** Hyperstaking in every state that a user can meet. */
export const hyperstakingScenes: Record<string, () => ComponentChildren> = {
  'hyper-first-run': () =>
    view({
      account: null,
      reading: reading([{ ...sozu, position: null }], { account: null, balance: null }),
    }),
  'hyper-choose-wallet': () => view({ account: null, connection, reading: null }),
  'hyper-position': () =>
    view({
      notices: [
        notice('reward', dusk(2n)),
        notice('warned', null),
        notice('slash', dusk(281_240n)),
        notice('paused', null),
      ],
    }),
  'hyper-referral': () => view({ chosen: referral.id }),
  'hyper-third-party': () => view({ chosen: sozu.id }),
  'hyper-history': () =>
    view({
      chosen: heldSozu.id,
      reading: reading([heldSozu], { callsOpen: known(true) }),
      histories: { [heldSozu.id]: history },
      notices: [notice('earned', dusk(12n)), notice('below', dusk(4980n)), notice('shaded', null)],
      places: [
        {
          pool: { id: heldSozu.id, name: 'Sozu' },
          height: 4_600_000n,
          cursor: null,
          earned: 0n,
          unread: { reason: 'offline', node: 'https://nodes.dusk.network' },
        },
      ],
      watches: [
        {
          pool: { id: heldSozu.id, name: 'Sozu' },
          from: 4_590_000n,
          next: 4_592_000n,
          until: 4_598_000n,
          keys: [],
          inactive: false,
          unread: null,
        },
      ],
    }),
  'hyper-withdraw': () =>
    tab(
      <PoolForm
        kind="withdraw"
        pool={heldSozu}
        reading={reading([heldSozu])}
        plan={null}
        signer={account.address}
        commands={commands}
        onBack={() => {}}
      />,
    ),
  'hyper-troubled': () =>
    view({
      chosen: troubled.id,
      reading: reading([pool(), troubled], {
        callsOpen: known(false),
        warnings: known(['version-differs', 'wrong-network']),
      }),
    }),
  'hyper-offline': () => view({ problem: true, reading: null, account: null }),
  'hyper-under-way': () =>
    view({
      intents: [
        intent({}),
        intent({ id: 'j', state: 'reverted', problem: 'pool-paused' }),
        intent({ id: 'k', state: 'failed', failure: 'wrong-network', hash: null }),
        intent({ id: 'l', state: 'asking', hash: null, host: 'page.example' }),
        intent({
          id: 'm',
          state: 'failed',
          failure: 'wrong-account',
          hash: null,
          answeredBy: namedAccount('bob'),
        }),
      ],
    }),
  'hyper-deposit': () =>
    tab(
      <PoolForm
        kind="deposit"
        pool={{ ...referral, position: position(0n) }}
        reading={reading([referral])}
        plan={null}
        signer={account.address}
        commands={commands}
        onBack={() => {}}
      />,
    ),
  'hyper-plan': () =>
    part(
      <>
        <CallPlan signer={account.address} plan={plan({})} />
        <CallPlan
          signer={account.address}
          plan={plan({ exact: false, tried: true, outcome: told })}
        />
        <CallPlan
          signer={account.address}
          plan={plan({ verdict: 'fails', problems: ['pool-paused', 'balance-too-low'] })}
        />
        <CallPlan
          signer={account.address}
          plan={plan({ verdict: 'fails', problems: ['below-minimum-deposit'] })}
          minimum={dusk(1n)}
        />
      </>,
    ),
  'hyper-reasons': () =>
    part(
      <div class="more">
        <h2>Liquid</h2>
        <OutlookReasons
          result={projectNow(
            projectionInputOf(prospect, {
              position: 0n,
              deposit: dusk(5000n),
              epochs: 120,
              runs: 20,
              referred: { deposits: dusk(42_000n), rate: 5_000_000n },
            }),
            seeded('reasons'),
          )}
          prospect={prospect}
          planned
        />
      </div>,
    ),
  'console-hyperstaking': () => (
    <ConsoleView
      sections={['cycle', 'hyperstaking']}
      selected="hyperstaking"
      onSelect={() => {}}
      title="Hyperstaking"
      facts="Mainnet"
    >
      <HyperstakingPage state={state({ chosen: referral.id })} commands={commands} />
    </ConsoleView>
  ),
}
