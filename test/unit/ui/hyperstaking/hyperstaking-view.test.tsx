// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { describe, expect, it, vi } from 'vitest'
import type { DuskCommands } from '../../../../src/app/hyperstaking/dusk-commands.ts'
import type { DuskReading } from '../../../../src/app/hyperstaking/dusk-reading.ts'
import type { DuskState } from '../../../../src/app/hyperstaking/dusk-state.ts'
import type { PoolSummary } from '../../../../src/app/hyperstaking/pool-summary.ts'
import { parseReferrer } from '../../../../src/app/hyperstaking/referral-link.ts'
import type { Prospect } from '../../../../src/chain/dusk/prospect.ts'
import { known, unknown } from '../../../../src/chain/known.ts'
import { seeded } from '../../../../src/protocol/hyperstaking/chain/random.ts'
import { namedAccount, namedContract } from '../../../../src/protocol/hyperstaking/core/ids.ts'
import { dusk } from '../../../../src/protocol/hyperstaking/core/units.ts'
import type { ProjectionInput } from '../../../../src/protocol/hyperstaking/projection/input.ts'
import { projectDeposit } from '../../../../src/protocol/hyperstaking/projection/project.ts'
import { HyperstakingView } from '../../../../src/ui/hyperstaking/hyperstaking-view.tsx'
import { createDuskIntent } from '../../../../src/wallet/dusk/create-dusk-intent.ts'
import type { DuskRequest } from '../../../../src/wallet/dusk/dusk-request.ts'
import { catalogue as say } from '../../../../src/words/en/index.ts'
import { click, findControl, mount, typeText } from '../../../support/render.tsx'

const accepted = vi.fn(async () => ({ ok: true as const }))
const projected = async (input: ProjectionInput) =>
  projectDeposit({ ...input, runs: 10 }, seeded('test'))
const commands = new Proxy(
  {},
  { get: (_, name) => (name === 'project' ? projected : accepted) },
) as unknown as DuskCommands
const account = { address: namedAccount('alice'), walletId: 'w', walletName: 'A wallet', others: 0 }

const active = {
  account: namedAccount('key'),
  state: 'active' as const,
  value: dusk(2_812_400n),
  locked: 0n,
  eligibility: 4_320n,
  reward: 0n,
  faults: 0,
  hardFaults: 0,
}
const pool = (change: Partial<PoolSummary> = {}): PoolSummary => ({
  id: namedContract('liquid pool'),
  name: 'Liquid',
  kind: 'liquid',
  rate: known({ numerator: 3n, denominator: 2n }),
  open: known(true),
  paused: known(false),
  published: null,
  noDriver: false,
  fees: known({ deposit: 250_000n, reward: 10_000_000n, minimum: 0n }),
  keys: known([]),
  idle: known(0n),
  position: {
    value: known(dusk(1234n)),
    shares: known(dusk(1000n)),
    claimable: known(0n),
    income: known(0n),
    referrer: known(null),
    referred: known({ accounts: 0, deposits: 0n }),
  },
  prospect: unknown('not-offered'),
  ...change,
})
const reading = (change: Partial<DuskReading> = {}): DuskReading => ({
  network: 'local',
  account: account.address,
  height: 100n,
  final: 97n,
  nextEpoch: 2160n,
  balance: known(dusk(50n)),
  callsOpen: known(true),
  minimumStake: known(dusk(1000n)),
  warnings: known([]),
  pools: [pool()],
  readAt: 0,
  ...change,
})
const state = (change: Partial<DuskState> = {}): DuskState => ({
  settings: { network: 'local', base: null, alerts: { rewards: null, below: null } },
  account,
  connection: null,
  reading: reading(),
  problem: false,
  chosen: null,
  plan: null,
  intents: [],
  notices: [],
  places: [],
  watches: [],
  histories: {},
  page: null,
  ...change,
})
const prospect: Prospect = {
  height: 21_600n,
  network: {
    othersActive: dusk(200_000_000n),
    others: 200,
    credits: 128,
    minimumStake: dusk(1000n),
  },
  keys: [{ value: dusk(1_000_000n), locked: dusk(50n), eligibility: 4320n }],
  idle: 0n,
  policy: 'reinvest',
  routing: 'top-up',
  depositFee: 250_000n,
  rewardFee: 10_000_000n,
  referralRate: 5_000_000n,
  fees: 'contract',
}
const request: DuskRequest = {
  network: 'local',
  caip2: 'dusk:0',
  ownNodes: [],
  account: account.address,
  call: {
    kind: 'contract_call',
    privacy: 'public',
    contractId: `0x${namedContract('liquid pool')}`,
    fnName: 'deposit',
    fnArgs: '0x00',
    amount: '0',
    deposit: String(dusk(10n)),
    gas: { limit: '1', price: '1' },
  },
}
const show = (change: Partial<DuskState> = {}) =>
  mount(<HyperstakingView state={state(change)} commands={commands} />)

describe('the Hyperstaking tab', () => {
  it('leads with the position’s value, and says that the pool is a third party’s', async () => {
    const root = await show()
    expect(root.querySelector('.big')?.textContent).toBe('1,234 DUSK')
    expect(root.textContent).toContain(say['hyper.thirdParty.text'])
    const figures = [...root.querySelectorAll('details')].at(-1)!
    await act(async () => {
      figures.open = true
      figures.dispatchEvent(new Event('toggle'))
    })
    expect(figures.textContent).toContain('1.5 DUSK')
  })

  it('shows what it does not know as unknown, with the reason, never as zero or open', async () => {
    const none = unknown('not-offered')
    const blind = pool({
      kind: 'sozu',
      rate: none,
      paused: none,
      fees: none,
      keys: none,
      idle: none,
      position: {
        value: none,
        shares: none,
        claimable: none,
        income: none,
        referrer: none,
        referred: none,
      },
    })
    const root = await show({
      reading: reading({
        pools: [blind],
        callsOpen: unknown('offline'),
        balance: unknown('offline'),
      }),
    })
    expect(root.querySelector('.big')?.textContent).toBe('—')
    for (const row of root.querySelectorAll('.facts dd')) expect(row.textContent).toBe('—')
    expect(root.textContent).not.toContain('0 DUSK')
    expect(root.textContent).not.toContain(say['hyper.health.open'])
  })

  it('warns when calls are off, or the network differs or is unreachable', async () => {
    const root = await show({
      problem: true,
      reading: reading({ callsOpen: known(false), warnings: known(['version-differs']) }),
    })
    for (const key of ['hyper.closed', 'hyper.warning.version-differs', 'hyper.offline'] as const)
      expect(root.textContent).toContain(say[key])
    expect((await show({ problem: true, reading: null })).textContent).toContain(
      say['hyper.offline.never'],
    )
  })

  it('offers the choice between several wallets, and says which names are the page’s', async () => {
    accepted.mockClear()
    const connection = {
      id: 'c',
      tabId: 1,
      updatedAt: 0,
      stage: 'choose-wallet' as const,
      wallets: [
        { id: 'a', name: 'Dusk Wallet', product: 'network.dusk.wallet' },
        { id: 'b', name: 'Other', product: 'other.wallet' },
        // As an earlier version stored it.
        {
          id: 'c',
          name: `Open\u202e it${'\u0301'.repeat(9)} at evil.example to restore`,
          product: 'x',
        },
      ],
      walletId: null,
      failure: null,
    }
    const root = await show({ account: null, connection, reading: null })
    expect([...root.querySelectorAll('.choice')].map((each) => each.textContent)).toEqual([
      'Dusk Wallet',
      '“Other”, as the page calls it',
      '“Open it\u0301\u0301 at evil.example to…”, as the page calls it',
    ])
    await click(root, '“Other”, as the page calls it')
    expect(accepted).toHaveBeenCalledWith('b')
  })

  it('opens the wallet only for a checked amount, after the risk was read', async () => {
    const root = await show({
      plan: {
        pool: pool().id,
        action: 'deposit',
        lux: dusk(10n),
        referrer: null,
        exact: true,
        tried: false,
        verdict: 'passes',
        problems: [],
        doubts: [],
        gasAtMost: 500_000_000n,
        gasEstimate: known(20_000_000n),
        outcome: known({ amount: dusk(10n), shares: 1n, fee: 25_000_000n, feePublished: false }),
        signs: {
          contract: 'ab'.repeat(32),
          method: 'deposit',
          deposit: dusk(10n),
          lux: dusk(10n),
          shares: null,
          account: null,
        },
      },
    })
    await click(root, say['hyper.deposit'])
    expect(root.textContent).toContain(say['hyper.risk.pause'])
    const submit = () => findControl<HTMLButtonElement>(root, say['hyper.submit'])
    expect(submit().disabled).toBe(true)
    await typeText(findControl<HTMLInputElement>(root, say['hyper.amount']), '10')
    // Contract and function, as the bytes say them, before anything is signed.
    expect(root.textContent).toContain('ab'.repeat(32))
    expect([...root.querySelectorAll('dd code')].map((each) => each.textContent)).toEqual([
      'deposit',
    ])
    // Who has to sign, which a wallet chooses by itself.
    expect(root.textContent).toContain(account.address)
    expect(root.textContent).toContain(say['window.other'])
    expect(root.textContent).toContain(say['hyper.passes.exact'])
    expect(submit().disabled).toBe(true)
    await act(async () => root.querySelector<HTMLInputElement>('[type=checkbox]')!.click())
    expect(submit().disabled).toBe(false)
    await typeText(findControl<HTMLInputElement>(root, say['hyper.amount']), '11')
    expect(submit().disabled).toBe(true)
  })

  it('names who has to sign while the wallet is waited for, and who did instead', async () => {
    const call = { action: 'deposit' as const, pool: pool(), lux: dusk(10n), request }
    const asking = { ...createDuskIntent('i', call, 0), state: 'asking' as const, nonce: 'n' }
    const waiting = await show({ intents: [{ ...asking, host: 'page.example' }] })
    expect(waiting.textContent).toContain(account.address)
    expect(waiting.textContent).toContain(request.call.contractId)
    expect(waiting.textContent).toContain(say['window.from.host'].replace('{host}', 'page.example'))
    const bob = namedAccount('bob')
    const failed = { ...asking, state: 'failed' as const, failure: 'wrong-account' as const }
    const other = await show({ intents: [{ ...failed, answeredBy: bob }] })
    expect(other.textContent).toContain(say['activity.shows-other.text'])
    expect(other.textContent).toContain(bob)
    expect(other.textContent).toContain(account.address)
  })

  it('names who has to sign where the wallet opens without a form', async () => {
    const { position } = pool()
    const earned = pool({ position: { ...position!, claimable: known(dusk(1n)) } })
    const root = await show({ reading: reading({ pools: [earned] }) })
    expect(root.textContent).toContain(account.address)
  })

  it('says why a call would fail instead of opening the wallet', async () => {
    const root = await show({
      plan: {
        pool: pool().id,
        action: 'withdraw',
        lux: dusk(9999n),
        referrer: null,
        exact: true,
        tried: false,
        verdict: 'fails',
        problems: ['position-too-small'],
        doubts: [],
        gasAtMost: 1n,
        gasEstimate: unknown('not-offered'),
        outcome: unknown('not-offered'),
        signs: null,
      },
    })
    await click(root, say['hyper.withdraw'])
    await typeText(findControl<HTMLInputElement>(root, say['hyper.amount']), '9999')
    expect(root.textContent).toContain(say['hyper.problem.position-too-small'])
    expect(findControl<HTMLButtonElement>(root, say['hyper.submit']).disabled).toBe(true)
  })

  it('gives expected earnings, their range, and the assumptions', async () => {
    const root = await show({
      reading: reading({ pools: [pool({ prospect: known({ ...prospect, fees: 'published' }) })] }),
    })
    await vi.waitFor(() =>
      expect(root.querySelector('.amber')?.textContent).toMatch(/^~\d+(\.\d+)? DUSK$/),
    )
    expect(root.textContent).toMatch(/90% of outcomes: [\d.]+ DUSK to [\d.]+ DUSK/)
    await act(async () => {
      root.querySelector('details')!.open = true
      root.querySelector('details')!.dispatchEvent(new Event('toggle'))
    })
    expect(root.textContent).toContain(say['hyper.assume.no-slashes'])
    expect(root.textContent).toContain(
      say['hyper.slash.warned'].replace('{fault}', say['hyper.slash.soft'].replace('{fault}', '1')),
    )
    expect(root.textContent).toContain(
      'calculated with the published 0.25% on deposits and 10% on rewards',
    )
    expect(root.textContent).not.toContain('{')
    const month = root.querySelector('.amber')!.textContent
    await act(async () => root.querySelectorAll<HTMLInputElement>('[type=radio]')[1]!.click())
    await vi.waitFor(() =>
      expect(root.querySelector('.amber')?.textContent ?? month).not.toBe(month),
    )
  })

  it('gives a referral link, and what referring has earned', async () => {
    const referral = pool({
      kind: 'referral',
      name: 'Referral',
      prospect: known(prospect),
      position: {
        value: known(dusk(10n)),
        shares: known(1n),
        claimable: known(0n),
        income: known(dusk(3n)),
        referrer: known(null),
        referred: known({ accounts: 2, deposits: dusk(700n) }),
      },
    })
    const root = await show({
      reading: reading({ pools: [referral] }),
      page: 'https://pools.example/site/pool.html',
    })
    const shown = (element: HTMLElement) => element.querySelector<HTMLElement>('p[title]')!.title
    const link = new URL(shown(root))
    expect(link.origin + link.pathname).toBe('https://pools.example/site/pool.html')
    expect(Object.fromEntries(link.searchParams)).toEqual({
      network: 'local',
      pool: referral.id,
      referrer: account.address,
    })
    expect(root.textContent).toContain('3 DUSK')
    expect(root.textContent).toContain('2, with 700 DUSK in the pool')
    expect(parseReferrer(link.href)).toBe(account.address)
    expect(parseReferrer('https://pools.example/?referrer=nobody')).toBeNull()
    const alone = await show({ reading: reading({ pools: [referral] }) })
    expect(shown(alone)).toBe(account.address)
  })

  it('takes a referrer with the first deposit only, and no text that is not one', async () => {
    const first = pool({
      kind: 'referral',
      prospect: known(prospect),
      position: {
        value: known(0n),
        shares: known(0n),
        claimable: known(0n),
        income: known(0n),
        referrer: known(null),
        referred: known({ accounts: 0, deposits: 0n }),
      },
    })
    const root = await show({ reading: reading({ pools: [first] }) })
    await click(root, say['hyper.deposit'])
    await typeText(findControl<HTMLInputElement>(root, say['hyper.amount']), '10')
    await typeText(findControl<HTMLInputElement>(root, say['hyper.referrer']), 'nobody')
    expect(root.textContent).toContain(say['hyper.referrer.bad'])
    accepted.mockClear()
    await typeText(findControl<HTMLInputElement>(root, say['hyper.referrer']), namedAccount('bob'))
    await vi.waitFor(() =>
      expect(accepted).toHaveBeenCalledWith(first.id, 'deposit', dusk(10n), namedAccount('bob')),
    )
    const joined = { ...first, position: { ...first.position!, value: known(dusk(1n)) } }
    const later = await show({ reading: reading({ pools: [joined] }) })
    await click(later, say['hyper.deposit'])
    expect(later.textContent).not.toContain(say['hyper.referrer'])
  })
})

describe('choosing a pool', () => {
  it('tells the yearly rate of each, and which takes no deposits', async () => {
    const root = await show({
      reading: reading({
        pools: [
          pool({ prospect: known(prospect) }),
          pool({ id: 'paused', paused: known(true), prospect: known(prospect) }),
        ],
      }),
    })
    await vi.waitFor(() => expect(root.querySelectorAll('option')[1]?.textContent).toContain('APR'))
    const [open, paused] = [...root.querySelectorAll('option')].map(
      ({ textContent }) => textContent,
    )
    expect(open).toMatch(/ · [\d.]+% APR$/)
    expect(paused).toMatch(/ · [\d.]+% APR · deposits paused$/)
  })

  it('says in a line how the pool is, and holds the figures behind it', async () => {
    const line = async (change: Partial<PoolSummary> = {}) => {
      const staked = { keys: known([active]), ...change }
      return (await show({ reading: reading({ pools: [pool(staked)] }) })).textContent
    }
    expect(await line()).toContain(`${say['hyper.health.well']} · `)
    const faulty = { keys: known([{ ...active, faults: 1, hardFaults: 2 }]) }
    expect(await line(faulty)).toContain('faults: 3')
    expect(await line({ paused: known(true) })).toContain(`${say['hyper.health.ill']} · `)
    expect(await line({ keys: unknown('offline') })).toContain(`${say['hyper.health.unsure']} · `)
  })
})
