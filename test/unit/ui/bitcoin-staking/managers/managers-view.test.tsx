// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { StakingState } from '../../../../../src/app/bitcoin-staking/staking-state.ts'
import * as fixture from '../../../../../src/dev/gallery/fixtures.ts'
import * as example from '../../../../../src/dev/gallery/staking-fixtures.ts'
import { projectStaking } from '../../../../../src/protocol/bitcoin-staking/projection/project-staking.ts'
import {
  ManagersView,
  type ManagersViewProps,
} from '../../../../../src/ui/bitcoin-staking/managers/managers-view.tsx'
import { catalogue as say } from '../../../../../src/words/en/index.ts'
import { click, findControl, mount, settle, typeText } from '../../../../support/render.tsx'

const STX = 1_000_000n
const readManager = vi.fn(async (_manager: string) => ({ ok: true as const }))
const readManagerRecord = vi.fn(async (_manager: string) => ({ ok: true as const }))
const onChoose = vi.fn<(manager: string, microStx: bigint) => void>()
beforeEach(() => vi.clearAllMocks())

const show = (state: StakingState, change: Partial<ManagersViewProps> = {}) =>
  mount(
    <ManagersView
      state={state}
      commands={{
        project: async (question) => projectStaking(question),
        readManager,
        readManagerRecord,
      }}
      now={fixture.NOW}
      microStx={25_000n * STX}
      onBack={() => {}}
      onChoose={onChoose}
      {...change}
    />,
  )
const text = (root: Element) => root.textContent?.replace(/\s+/g, ' ') ?? ''
const names = (root: HTMLElement) =>
  [...root.querySelectorAll('.manager-name b')].map(({ textContent }) => textContent)
const tick = (root: HTMLElement, label: string) =>
  act(async () => {
    const labelled = [...root.querySelectorAll('label')].find((each) => text(each) === label)
    const box =
      labelled?.querySelector<HTMLInputElement>('input') ??
      root.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`)!
    box.checked = !box.checked
    box.dispatchEvent(new Event('change', { bubbles: true }))
  })
const withRead = (read: StakingState['managers']['read']): StakingState => ({
  ...example.manyManagers,
  managers: { ...example.manyManagers.managers, read },
})

describe('choosing a manager', () => {
  it('lists all of them by what the amount brings, and says what is unusual', async () => {
    const root = await show(example.manyManagers)
    expect(names(root)[0]).toBe('native-pool-signer-manager')
    const [, max500, own, small, closed] = [...root.querySelectorAll('.manager')].map(text)
    expect(max500).toMatch(/~[\d,]+ sats4\.00% fee/)
    expect(max500).toContain(say['staking.managers.flag.fee-rises'])
    expect(own).toContain(say['staking.managers.yours'])
    expect(small).toContain(say['staking.managers.flag.below-minimum'])
    expect(small).toContain(say['staking.managers.flag.unusual-fee'])
    expect(closed).toContain(say['staking.managers.rowFee.unknown'])
    expect(closed).not.toMatch(/~[\d,]+ sats|0 sats/)
  })

  it('sorts by what is chosen, and hides what a filter does not hold of', async () => {
    const root = await show(example.manyManagers)
    const select = root.querySelector('select')!
    await act(async () => {
      select.value = 'name'
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })
    expect(names(root)[0]).toBe('fastpool-max500-signer-manager')
    await tick(root, say['staking.managers.filter.large-enough'])
    expect(names(root)).toHaveLength(3)
    expect(text(root)).toContain('2, of which 1 because it is unknown')
  })

  it('asks anew for another amount', async () => {
    const root = await show(example.manyManagers)
    const before = text(root.querySelector('.manager-pay b')!)
    await typeText(findControl<HTMLInputElement>(root, say['staking.managers.amount']), '50,000')
    const after = text(root.querySelector('.manager-pay b')!)
    const sats = (shown: string) => Number(shown.replaceAll(/\D/g, ''))
    expect(sats(after) / sats(before)).toBeCloseTo(2, 2)
  })

  it('opens everything that is known of one, and loads what it has done', async () => {
    const root = await show(example.manyManagers)
    await act(async () => root.querySelectorAll<HTMLElement>('.manager-name')[1]!.click())
    const facts = [...root.querySelectorAll('.facts > div')].map(text)
    expect(facts).toHaveLength(10)
    expect(facts).toContain(
      `${say['staking.managers.claims']}${say['staking.managers.claims.bounded']}`,
    )
    expect(facts).toContain(`${say['staking.form.code']}known: max500`)
    expect(text(root)).toContain(example.OTHER_MANAGER)
    expect(readManagerRecord).toHaveBeenCalledExactlyOnceWith(example.OTHER_MANAGER)
  })

  it('tells how regularly one has claimed, and how its fee has changed', async () => {
    const root = await show(example.manyManagers)
    await act(async () => root.querySelectorAll<HTMLElement>('.manager-name')[2]!.click())
    expect(text(root)).toContain('5.00% → 4.95%')
    expect(text(root)).toContain('in 12 of 14 halves')
    // A record of the same day is not loaded again.
    expect(readManagerRecord).not.toHaveBeenCalled()
  })

  it('sets two side by side; a third takes the place of the first', async () => {
    const root = await show(example.manyManagers)
    const compareText = (name: string) => say['staking.managers.compareOne'].replace('{name}', name)
    await tick(root, compareText('signer-manager'))
    expect(root.querySelector('table')).toBeNull()
    await tick(root, compareText('stacks-labs'))
    const heads = () => [...root.querySelectorAll('thead th')].map(text)
    expect(heads().join(' ')).toMatch(/^signer-manager.*stacks-labs/)
    expect(text(root.querySelector('table')!)).toContain('lacks 18,600 STX')
    await tick(root, compareText('native-pool-signer-manager'))
    expect(heads().join(' ')).not.toMatch(/^signer-manager/)
    await click(root, say['staking.managers.clear'])
    expect(root.querySelector('table')).toBeNull()
  })

  it('goes to the form with the manager and the amount', async () => {
    const root = await show(example.manyManagers)
    await typeText(findControl<HTMLInputElement>(root, say['staking.managers.amount']), '30000')
    await act(async () => root.querySelectorAll<HTMLElement>('.manager-name')[1]!.click())
    await click(root, say['staking.managers.move'])
    expect(onChoose).toHaveBeenCalledExactlyOnceWith(example.OTHER_MANAGER, 30_000n * STX)
  })

  it('offers nothing to sign to someone who only looks', async () => {
    const root = await show(example.manyManagers, { onChoose: undefined })
    await act(async () => root.querySelectorAll<HTMLElement>('.manager-name')[1]!.click())
    expect(text(root)).not.toContain(say['staking.managers.move'])
  })
})

describe('loading', () => {
  it('takes one manager after another, and says how far it is', async () => {
    let finish = () => {}
    readManager.mockImplementation(
      () => new Promise((resolve) => (finish = () => resolve({ ok: true }))),
    )
    const root = await show(withRead({}))
    expect(readManager.mock.calls).toEqual([[example.MANAGER]])
    expect(text(root)).toContain('0 of 5 loaded')
    finish()
    await settle()
    expect(readManager.mock.calls).toEqual([[example.MANAGER], [example.OTHER_MANAGER]])
  })

  it('stops at a refusal, and goes on when it is told to', async () => {
    readManager.mockResolvedValue({ ok: false, code: 'no-answer' } as never)
    const root = await show(withRead({}))
    expect(readManager).toHaveBeenCalledTimes(1)
    expect(text(root)).toContain('5 managers are not loaded.')
    await click(root, say['action.checkAgain'])
    expect(readManager).toHaveBeenCalledTimes(2)
  })

  it('does not repeat by itself what hosts left open', async () => {
    readManager.mockResolvedValue({ ok: true })
    const root = await show(withRead({}))
    for (let turn = 0; turn < 5; turn++) await settle()
    expect(readManager).toHaveBeenCalledTimes(5)
    expect(text(root)).toContain(say['staking.managers.silent'])
  })
})
