// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { StakingState } from '../../../../../src/app/bitcoin-staking/staking-state.ts'
import { known } from '../../../../../src/chain/known.ts'
import * as fixture from '../../../../../src/dev/gallery/fixtures.ts'
import { env } from '../../../../../src/dev/gallery/popup-scenes.tsx'
import * as example from '../../../../../src/dev/gallery/staking-fixtures.ts'
import { projectStaking } from '../../../../../src/protocol/bitcoin-staking/projection/project-staking.ts'
import { StakeForm } from '../../../../../src/ui/bitcoin-staking/forms/stake-form.tsx'
import type { StakingCall } from '../../../../../src/wallet/stacks/bitcoin-staking/staking-call.ts'
import { catalogue as say } from '../../../../../src/words/en/index.ts'
import { click, findControl, mount, settle, typeText } from '../../../../support/render.tsx'

const ADDRESS = 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'
const payout = {
  version: '0x04',
  hash: '0x751e76e8199196d454941c45d1b3a323f1433bd6',
  maxFeeSats: 900n,
  minClaimSats: null,
}
const accept = async () => ({ ok: true as const })
const sign = vi.fn(async (_call: StakingCall, _accepted: readonly string[]) => ({
  ok: true as const,
}))
beforeEach(() => vi.clearAllMocks())

const withPayout: StakingState = {
  ...example.stakingExample,
  holder: { ...example.holder, payout: known(payout) },
}
const show = (state: StakingState, change: Partial<Parameters<typeof StakeForm>[0]> = {}) =>
  mount(
    <StakeForm
      state={state}
      account={fixture.enrolled.accounts[0]!}
      commands={
        {
          sign,
          readManager: accept,
          project: async (question: Parameters<typeof projectStaking>[0]) =>
            projectStaking(question),
        } as never
      }
      env={{ ...env, network: 'mainnet' }}
      now={fixture.NOW}
      onBack={() => {}}
      {...change}
    />,
  )
const text = (root: HTMLElement) => root.textContent?.replace(/\s+/g, ' ') ?? ''
const field = (root: HTMLElement, label: string) =>
  findControl<HTMLInputElement>(root, label, 'input, textarea')
async function choose(root: HTMLElement, manager: string): Promise<void> {
  const select = root.querySelector('select')!
  await act(async () => {
    select.value = manager
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await settle()
}
async function choosePayout(root: HTMLElement, kind: 'sbtc' | 'bitcoin'): Promise<void> {
  await act(async () => root.querySelector<HTMLInputElement>(`input[value=${kind}]`)!.click())
  await settle()
}

/** What is unusual has to be agreed to: that the address is one's own. */
const agree = (root: HTMLElement) =>
  act(async () => root.querySelector<HTMLInputElement>('.check input')!.click())

describe('how rewards are paid', () => {
  it('is sent again as it is stored when a stake is changed', async () => {
    const root = await show(withPayout)
    expect(field(root, say['staking.payout.address']).value).toBe(ADDRESS)
    await typeText(field(root, say['staking.form.addedCycles']), '2')
    await agree(root)
    await click(root, say['staking.form.submit'])
    expect(sign).toHaveBeenCalledOnce()
    expect(sign.mock.calls[0]![0]).toMatchObject({ kind: 'change', addedCycles: 2n, payout })
  })

  it('goes along to another manager, unless that one pays in sBTC only', async () => {
    const many = { ...withPayout, managers: example.manyManagers.managers }
    const root = await show(many)
    await choose(root, example.OTHER_MANAGER)
    expect(field(root, say['staking.payout.address']).value).toBe(ADDRESS)
    const native = Object.keys(many.managers.read).find((each) => each.includes('native'))!
    await choose(root, native)
    expect(text(root)).toContain(say['staking.payout.notTaken'])
    expect(root.querySelector('input[value=bitcoin]')).toBeNull()
  })

  it('is deleted only after a person has agreed to that', async () => {
    const root = await show(withPayout)
    await choosePayout(root, 'sbtc')
    expect(text(root)).toContain(say['staking.blocker.payout-deleted'])
    const submit = findControl<HTMLButtonElement>(root, say['staking.form.submit'])
    expect(submit.disabled).toBe(true)
  })

  it('on Bitcoin names what it costs, and takes no address of elsewhere', async () => {
    const root = await show(example.stakingExample)
    await choosePayout(root, 'bitcoin')
    expect(text(root)).toContain(say['staking.payout.fee.kept'])
    await typeText(
      field(root, say['staking.payout.address']),
      'tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx',
    )
    expect(text(root)).toContain(say['staking.payout.address.bad'])
    const submit = findControl<HTMLButtonElement>(root, say['staking.form.submit'])
    expect(submit.disabled).toBe(true)
    await typeText(field(root, say['staking.payout.address']), ADDRESS)
    expect(text(root)).toContain('below 3,547 sats')
    await agree(root)
    await click(root, say['staking.form.submit'])
    expect(sign.mock.calls[0]![0]).toMatchObject({ payout: { ...payout, maxFeeSats: 3_000n } })
  })
})

it('begins with what was tried: what is missing of it is added', async () => {
  const root = await show(example.stakingExample, {
    begin: { microStx: 27_000_500_000n, cycles: 24n, manager: example.OTHER_MANAGER },
  })
  expect(field(root, say['staking.form.added']).value).toBe('2,000.5')
  expect(field(root, say['staking.form.addedCycles']).value).toBe('15')
  expect(root.querySelector('select')!.value).toBe(example.OTHER_MANAGER)
})
