// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { StakingState } from '../../../../src/app/bitcoin-staking/staking-state.ts'
import { known } from '../../../../src/chain/known.ts'
import * as fixture from '../../../../src/dev/gallery/fixtures.ts'
import { env } from '../../../../src/dev/gallery/popup-scenes.tsx'
import * as example from '../../../../src/dev/gallery/staking-fixtures.ts'
import { BondsCard } from '../../../../src/ui/bitcoin-staking/bonds-card.tsx'
import { EnterBondForm } from '../../../../src/ui/bitcoin-staking/forms/enter-bond-form.tsx'
import { MoveBondForm } from '../../../../src/ui/bitcoin-staking/forms/move-bond-form.tsx'
import type { StakingCall } from '../../../../src/wallet/stacks/bitcoin-staking/staking-call.ts'
import { catalogue as say } from '../../../../src/words/en/index.ts'
import { click, findControl, mount, settle, typeText } from '../../../support/render.tsx'

const accept = async () => ({ ok: true as const })
const readBondOffer = vi.fn(accept)
const onEnter = vi.fn<(bond: bigint) => void>()
const sign = vi.fn(async (_call: StakingCall, _accepted: readonly string[]) => ({
  ok: true as const,
}))
beforeEach(() => vi.clearAllMocks())

const show = (state: StakingState, enter: typeof onEnter | undefined = onEnter) =>
  mount(<BondsCard state={state} commands={{ readBondOffer }} now={fixture.NOW} onEnter={enter} />)
const text = (root: HTMLElement) => root.textContent?.replace(/\s+/g, ' ') ?? ''
const form = {
  account: fixture.enrolled.accounts[0]!,
  commands: { sign, readManager: accept } as never,
  env: { ...env, network: 'mainnet' as const },
  now: fixture.NOW,
  onBack: () => {},
}
async function choose(root: HTMLElement, manager: string): Promise<void> {
  const select = root.querySelector('select')!
  await act(async () => {
    select.value = manager
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await settle()
}

describe('bonds that have not started', () => {
  it('show their terms, and ask only on request whether an address is invited', async () => {
    const root = await show(example.unstaked)
    expect(text(root)).toContain('Bond 4 starts')
    expect(text(root)).not.toContain('Bond 1')
    expect(text(root)).toContain('3.00%')
    await click(root, say['staking.bonds.ask'])
    expect(readBondOffer).toHaveBeenCalledExactlyOnceWith(4n)
  })

  it('let those enter who are invited', async () => {
    const root = await show(example.invited)
    expect(text(root)).toContain(`${say['staking.bonds.allowance']}0.5 sBTC`)
    await click(root, say['staking.action.enter-bond'])
    expect(onEnter).toHaveBeenCalledExactlyOnceWith(4n)
  })

  it('offer nothing to those who are not, or cannot sign', async () => {
    const root = await show(example.uninvited)
    expect(text(root)).toContain(say['staking.bonds.uninvited'])
    expect(root.querySelector('.btn')).toBeNull()
    const watching = await mount(
      <BondsCard state={example.invited} commands={{ readBondOffer }} now={fixture.NOW} />,
    )
    expect(watching.querySelector('.btn')).toBeNull()
  })

  it('are not mentioned when there are none', async () => {
    const { programme } = example
    const bonds = programme.bonds.known ? programme.bonds.value.slice(0, 1) : []
    const root = await show({
      ...example.unstaked,
      programme: { ...programme, bonds: known(bonds) },
    })
    expect(text(root)).toBe('')
  })
})

describe('entering a bond', () => {
  it('asks for what the bond needs, and for no more than one has and may', async () => {
    const root = await mount(
      <EnterBondForm {...form} state={example.invited} bond={4n} ownSats={11_520_000n} />,
    )
    const field = (label: string) => findControl<HTMLInputElement>(root, label)
    expect(field(say['staking.bonds.sats']).value).toBe('0.1152')
    // 100 sats are worth 300,000 uSTX, of which 5 % are needed.
    expect(field(say['staking.bonds.stx']).value).toBe('1,728')
    await choose(root, example.MANAGER)
    await act(async () => root.querySelector<HTMLInputElement>('.check input')?.click())
    await click(root, say['staking.form.submit'])
    expect(sign).toHaveBeenCalledOnce()
    expect(sign.mock.calls[0]![0]).toEqual({
      kind: 'enter-bond',
      bond: 4n,
      manager: example.MANAGER,
      sats: 11_520_000n,
      microStx: 1_728_000_000n,
      payout: null,
    })
  })

  it('with fewer STX than it needs is refused before a signature', async () => {
    const root = await mount(
      <EnterBondForm {...form} state={example.invited} bond={4n} ownSats={11_520_000n} />,
    )
    await choose(root, example.MANAGER)
    await typeText(findControl<HTMLInputElement>(root, say['staking.bonds.stx']), '1000')
    expect(text(root)).toContain('This bond needs 1,728 STX')
    const submit = findControl<HTMLButtonElement>(root, say['staking.form.submit'])
    expect(submit.disabled).toBe(true)
  })
})

it('a bond moves to another manager, and not to the same one', async () => {
  const root = await mount(<MoveBondForm {...form} state={example.bonded} />)
  await choose(root, example.MANAGER)
  expect(text(root)).toContain(say['staking.blocker.same-manager'])
  await choose(root, example.OTHER_MANAGER)
  await click(root, say['staking.form.submit'])
  expect(sign.mock.calls[0]![0]).toEqual({
    kind: 'move-bond',
    manager: example.OTHER_MANAGER,
    payout: null,
  })
})
