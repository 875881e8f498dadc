// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { StakingState } from '../../../../src/app/bitcoin-staking/staking-state.ts'
import * as fixture from '../../../../src/dev/gallery/fixtures.ts'
import { env } from '../../../../src/dev/gallery/popup-scenes.tsx'
import * as example from '../../../../src/dev/gallery/staking-fixtures.ts'
import { CollectForm } from '../../../../src/ui/bitcoin-staking/forms/collect-form.tsx'
import { SetPayoutForm } from '../../../../src/ui/bitcoin-staking/forms/set-payout-form.tsx'
import { PayoutCard } from '../../../../src/ui/bitcoin-staking/payout-card.tsx'
import type { StakingCall } from '../../../../src/wallet/stacks/bitcoin-staking/staking-call.ts'
import { catalogue as say } from '../../../../src/words/en/index.ts'
import { click, findControl, mount, settle, typeText } from '../../../support/render.tsx'

const ok = async () => ({ ok: true as const })
const sign = vi.fn(async (_call: StakingCall, _accepted: readonly string[]) => ok())
const readManager = vi.fn(ok)
const onForm = vi.fn()
beforeEach(() => vi.clearAllMocks())

const form = {
  account: fixture.enrolled.accounts[0]!,
  commands: { sign, readManager } as never,
  env: { ...env, network: 'mainnet' as const },
  now: fixture.NOW,
  onBack: () => {},
  intents: [],
}
const card = (state: StakingState, change: object = { onForm }) =>
  mount(<PayoutCard state={state} address={fixture.ME} commands={{ readManager }} {...change} />)
const agree = (root: HTMLElement) =>
  act(async () => root.querySelector<HTMLInputElement>('.check input')!.click())
const submit = (root: HTMLElement) =>
  findControl<HTMLButtonElement>(root, say['staking.form.submit'])

describe('payouts without a stake', () => {
  it('are offered where the manager takes them, with what it keeps until then', async () => {
    const root = await card(example.keptByManager)
    expect(root.textContent).toContain('37,973 sats')
    await click(root, say['staking.action.collect'])
    await click(root, say['staking.action.set-payout'])
    expect(onForm.mock.calls).toEqual([['collect'], ['set-payout']])
  })

  it('are not offered by a manager that takes them with a stake only', async () => {
    expect((await card(example.stakingExample)).textContent).toBe('')
  })

  it('are no action of someone who only watches', async () => {
    const root = await card(example.keptByManager, {})
    expect(root.textContent).toContain('37,973 sats')
    expect(root.querySelector('button')).toBeNull()
  })

  it('need a manager of the past to be read that still keeps something', async () => {
    await card({
      ...example.keptByManager,
      holder: example.holder,
      managers: { registered: null, read: {} },
    })
    expect(readManager.mock.calls).toEqual([[example.OTHER_MANAGER]])
  })
})

describe('another payout setting', () => {
  it('begins with the stored one, which is not paid for twice', async () => {
    const root = await mount(<SetPayoutForm {...form} state={example.keptByManager} />)
    expect(root.textContent).toContain(say['staking.blocker.payout-unchanged'])
    expect(submit(root).disabled).toBe(true)
  })

  it('is sent once its address is agreed to, with nothing that moves', async () => {
    const root = await mount(<SetPayoutForm {...form} state={example.keptByManager} />)
    await typeText(findControl<HTMLInputElement>(root, say['staking.payout.fee']), '4000')
    expect(root.textContent).toContain(say['staking.moves.none'])
    expect(root.textContent).toContain(say['staking.undo.set-payout'])
    expect(submit(root).disabled).toBe(true)
    await agree(root)
    await click(root, say['staking.form.submit'])
    expect(sign.mock.calls[0]![0]).toEqual({
      kind: 'set-payout',
      manager: example.OTHER_MANAGER,
      payout: { ...example.bitcoinPayout, maxFeeSats: 4_000n, minClaimSats: 10_000n },
    })
    expect(sign.mock.calls[0]![1]).toEqual(['payout-kept', 'manager-unfamiliar'])
  })

  it('as sBTC deletes the address, and says so', async () => {
    const root = await mount(<SetPayoutForm {...form} state={example.keptByManager} />)
    await act(async () => root.querySelector<HTMLInputElement>('input[value=sbtc]')!.click())
    await settle()
    expect(root.textContent).toContain(say['staking.blocker.payout-deleted'])
    expect(root.textContent).toContain('clear-payout-config')
    await agree(root)
    await click(root, say['staking.form.submit'])
    expect(sign.mock.calls[0]![0]).toMatchObject({ kind: 'set-payout', payout: null })
  })
})

it('what a manager keeps is asked for, at least as much as is known', async () => {
  const root = await mount(<CollectForm {...form} state={example.keptByManager} />)
  expect(root.textContent).toContain('37,973 sats or more')
  expect(submit(root).disabled).toBe(true)
  await agree(root)
  await click(root, say['staking.form.submit'])
  expect(sign).toHaveBeenCalledWith({ kind: 'collect', manager: example.OTHER_MANAGER }, [
    'manager-unfamiliar',
  ])
})

it('what is too little for a payout on Bitcoin is not asked for', async () => {
  const { holder } = example.keptByManager
  const large = { ...example.bitcoinPayout, maxFeeSats: 38_000n, minClaimSats: 39_000n }
  const state = {
    ...example.keptByManager,
    holder: { ...holder!, payout: { known: true as const, value: large } },
  }
  const root = await mount(<CollectForm {...form} state={state} />)
  expect(root.textContent).toContain(say['staking.refusal.dust'])
  expect(submit(root).disabled).toBe(true)
})
