// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { known, unknown } from '../../../src/chain/schema.ts'
import { namedAccount, namedContract } from '../../../src/protocol/hyperstaking/core/ids.ts'
import { dusk } from '../../../src/protocol/hyperstaking/core/units.ts'
import { HyperView } from '../../../src/ui/hyper/hyper-view.tsx'
import type { DuskCommands, DuskReading, DuskState, PoolView } from '../../../src/ui/hyper/state.ts'
import { catalogue as say } from '../../../src/ui/messages/en/index.ts'
import { click, control, mount, type } from './render.tsx'

const accepted = vi.fn(async () => ({ ok: true as const }))
const commands = new Proxy({}, { get: () => accepted }) as unknown as DuskCommands
const account = { address: namedAccount('alice'), walletId: 'w', walletName: 'A wallet' }

const pool = (change: Partial<PoolView> = {}): PoolView => ({
  id: namedContract('liquid pool'), name: 'Liquid', kind: 'liquid', rate: known({ numerator: 3n, denominator: 2n }), paused: known(false),
  fees: known({ deposit: 250_000n, reward: 10_000_000n, minimum: 0n }), keys: known([]), idle: known(0n),
  position: { value: known(dusk(1234n)), shares: known(dusk(1000n)), claimable: known(0n), income: known(0n) }, outlook: unknown('not-offered'), ...change,
})
const reading = (change: Partial<DuskReading> = {}): DuskReading => ({
  network: 'local', account: account.address, height: 100n, nextEpoch: 2160n, balance: known(dusk(50n)), callsOpen: known(true), warnings: known([]), pools: [pool()], readAt: 0, ...change,
})
const state = (change: Partial<DuskState> = {}): DuskState => ({
  settings: { network: 'local', base: null }, account, connection: null, reading: reading(), problem: false, chosen: null, plan: null, intents: [], notices: [], ...change,
})
const show = (change: Partial<DuskState> = {}) => mount(<HyperView state={state(change)} commands={commands} />)

describe('the Hyperstaking tab', () => {
  it('leads with what the position is worth, and says that the pool is a third party’s', async () => {
    const root = await show()
    expect(root.querySelector('.big')?.textContent).toBe('1,234 DUSK')
    expect(root.textContent).toContain(say['hyper.thirdParty.text'])
    expect(root.textContent).toContain('1.5 DUSK')
  })

  it('shows what it does not know as unknown, with the reason, never as zero or open', async () => {
    const none = unknown('not-offered')
    const blind = pool({ kind: 'sozu', rate: none, paused: none, fees: none, keys: none, idle: none, position: { value: none, shares: none, claimable: none, income: none } })
    const root = await show({ reading: reading({ pools: [blind], callsOpen: unknown('offline'), balance: unknown('offline') }) })
    expect(root.querySelector('.big')?.textContent).toBe('—')
    for (const row of root.querySelectorAll('.facts dd')) expect(row.textContent).toBe('—')
    expect(root.textContent).not.toContain('0 DUSK')
    expect(root.textContent).not.toContain(say['hyper.health.open'])
  })

  it('warns when the network takes no calls, when it differs from the model, and when it cannot be reached', async () => {
    const root = await show({ problem: true, reading: reading({ callsOpen: known(false), warnings: known(['version-differs']) }) })
    for (const key of ['hyper.closed', 'hyper.warning.version-differs', 'hyper.offline'] as const) expect(root.textContent).toContain(say[key])
    expect((await show({ problem: true, reading: null })).textContent).toContain(say['hyper.offline.never'])
  })

  it('offers the choice between several wallets', async () => {
    accepted.mockClear()
    const connection = {
      id: 'c', tabId: 1, updatedAt: 0, stage: 'choose-wallet' as const, wallets: [{ id: 'a', name: 'Dusk Wallet' }, { id: 'b', name: 'Other' }], walletId: null, failure: null,
    }
    const root = await show({ account: null, connection, reading: null })
    await click(root, 'Other')
    expect(accepted).toHaveBeenCalledWith('b')
  })

  it('opens the wallet only for a checked amount, after the risk was read', async () => {
    const root = await show({
      plan: {
        pool: pool().id, action: 'deposit', lux: dusk(10n), exact: true, verdict: 'passes', problems: [], gasAtMost: 500_000_000n, gasEstimate: known(20_000_000n),
        outcome: known({ amount: dusk(10n), shares: 1n, fee: 25_000_000n }), outlook: null,
      },
    })
    await click(root, say['hyper.deposit'])
    expect(root.textContent).toContain(say['hyper.risk.pause'])
    const submit = () => control<HTMLButtonElement>(root, say['hyper.submit'])
    expect(submit().disabled).toBe(true)
    await type(control<HTMLInputElement>(root, say['hyper.amount']), '10')
    expect(root.textContent).toContain(say['hyper.passes.exact'])
    expect(submit().disabled).toBe(true)
    await act(async () => root.querySelector<HTMLInputElement>('[type=checkbox]')!.click())
    expect(submit().disabled).toBe(false)
    await type(control<HTMLInputElement>(root, say['hyper.amount']), '11')
    expect(submit().disabled).toBe(true)
  })

  it('says why a call would fail instead of opening the wallet', async () => {
    const root = await show({
      plan: {
        pool: pool().id, action: 'withdraw', lux: dusk(9999n), exact: true, verdict: 'fails', problems: ['position-too-small'], gasAtMost: 1n, gasEstimate: unknown('not-offered'),
        outcome: unknown('not-offered'), outlook: null,
      },
    })
    await click(root, say['hyper.withdraw'])
    await type(control<HTMLInputElement>(root, say['hyper.amount']), '9999')
    expect(root.textContent).toContain(say['hyper.problem.position-too-small'])
    expect(control<HTMLButtonElement>(root, say['hyper.submit']).disabled).toBe(true)
  })
})
