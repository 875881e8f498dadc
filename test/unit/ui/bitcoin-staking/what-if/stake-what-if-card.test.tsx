// @vitest-environment happy-dom
import { useState } from 'preact/hooks'
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { StakingState } from '../../../../../src/app/bitcoin-staking/staking-state.ts'
import type { TriedStake } from '../../../../../src/app/bitcoin-staking/tried-stake.ts'
import { known } from '../../../../../src/chain/known.ts'
import * as fixture from '../../../../../src/dev/gallery/fixtures.ts'
import * as example from '../../../../../src/dev/gallery/staking-fixtures.ts'
import { projectStaking } from '../../../../../src/protocol/bitcoin-staking/projection/project-staking.ts'
import { StakeWhatIfCard } from '../../../../../src/ui/bitcoin-staking/what-if/stake-what-if-card.tsx'
import { catalogue as say } from '../../../../../src/words/en/index.ts'
import { createFormat } from '../../../../../src/words/format/format.ts'
import { click, findControl, mount, settle, typeText } from '../../../../support/render.tsx'

const STX = 1_000_000n
const f = createFormat('en', 'sats')
const readManager = vi.fn(async () => ({ ok: true as const }))
const onStake = vi.fn<(tried: TriedStake) => void>()
const onManagers = vi.fn<(microStx: bigint) => void>()
beforeEach(() => vi.clearAllMocks())

function Shown({ state, signs }: { state: StakingState; signs: boolean }) {
  const [input, setInput] = useState<Partial<TriedStake>>({})
  return (
    <StakeWhatIfCard
      state={state}
      commands={{ project: async (question) => projectStaking(question), readManager }}
      now={fixture.NOW}
      microStx={3_210n * STX}
      input={input}
      onChange={setInput}
      onManagers={onManagers}
      {...(signs && { onStake })}
    />
  )
}
const show = (state: StakingState, signs = true) => mount(<Shown state={state} signs={signs} />)
const text = (root: HTMLElement) => root.textContent?.replace(/\s+/g, ' ') ?? ''

async function tryStx(root: HTMLElement, stx: string): Promise<void> {
  const label = [...root.querySelectorAll('label')].find(
    ({ textContent }) => textContent === say['staking.whatIf.stx'],
  )!
  await typeText(root.querySelector<HTMLInputElement>(`#${label.htmlFor}`)!, stx)
}

describe('trying a stake', () => {
  it('shows the range per half, cycle and year, and how many halves it is from', async () => {
    const root = await show(example.stakingExample)
    const facts = [...root.querySelectorAll('.outlook > div')].map((row) =>
      text(row as HTMLElement),
    )
    expect(facts[0]).toMatch(/^Per half~[\d,]+ sats[\d,]+ sats to [\d,]+ sats$/)
    expect(facts[1]).toMatch(/^Per cycle/)
    expect(facts[2]).toMatch(/^Per year/)
    expect(facts[3]).toMatch(/^In 9 cycles, until /)
    expect(facts[4]).toBe('Manager’s fee4.95%, already taken off')
    expect(text(root)).toContain('the last 14 halves')
  })

  it('says what more STX bring against now, and opens the form with exactly that', async () => {
    const root = await show(example.stakingExample)
    expect(text(root)).not.toContain(say['staking.whatIf.change'])
    expect(root.querySelector('circle.what')).toBeNull()
    await tryStx(root, '40000')
    expect(text(root)).toMatch(/\+[\d,]+ sats per cycle compared with now, from cycle 149/)
    expect(root.querySelector('circle.you')).not.toBeNull()
    expect(root.querySelector('circle.what')).not.toBeNull()
    await click(root, say['staking.whatIf.change'])
    expect(onStake).toHaveBeenCalledExactlyOnceWith({
      microStx: 40_000n * STX,
      cycles: 9n,
      manager: example.MANAGER,
    })
  })

  it('goes back to the present stake on reset', async () => {
    const root = await show(example.stakingExample)
    await tryStx(root, '40000')
    await click(root, say['whatIf.reset'])
    expect(text(root)).toContain(say['staking.whatIf.invite'])
  })

  it('refuses what the chain would: a smaller stake', async () => {
    const root = await show(example.stakingExample)
    await tryStx(root, '10000')
    expect(text(root)).toContain(say['staking.whatIf.fewer-stx'])
    const change = findControl<HTMLButtonElement>(root, say['staking.whatIf.change'])
    expect(change.disabled).toBe(true)
  })

  it('before a manager is chosen takes no fee off, and says so', async () => {
    const root = await show(example.unstaked)
    expect(text(root)).toContain(say['staking.whatIf.fee.none'])
    expect(text(root)).toContain('Earns from cycle 149')
  })

  it('loads a manager that is chosen, and shows no figure as its own before', async () => {
    const { [example.OTHER_MANAGER]: _, ...read } = example.unstaked.managers.read
    const root = await show({
      ...example.unstaked,
      managers: { ...example.unstaked.managers, read },
    })
    const select = root.querySelector('select')!
    await act(async () => {
      select.value = example.OTHER_MANAGER
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await settle()
    expect(readManager).toHaveBeenCalledExactlyOnceWith(example.OTHER_MANAGER)
    expect(text(root)).toContain(say['staking.form.manager.reading'])
  })

  it('warns of a manager with which a stake would earn nothing', async () => {
    const root = await show(example.smallManagerOnly)
    const select = root.querySelector('select')!
    await act(async () => {
      select.value = example.SMALL_MANAGER
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await settle()
    expect(root.querySelector('.notice.bad')?.textContent).toContain(f.stx(15_390n * STX, 'reach'))
    expect(root.querySelector('svg')).not.toBeNull()
  })

  it('promises nothing before halves were calculated', async () => {
    const root = await show({ ...example.unstaked, income: known([]) })
    expect(text(root)).toContain(say['staking.whatIf.tooEarly'])
    expect(root.querySelector('svg')).toBeNull()
    await act(async () => {
      const details = root.querySelector('details')!
      details.open = true
      details.dispatchEvent(new Event('toggle'))
    })
    expect(text(root)).toContain(say['staking.assumption.unknown-income'])
  })

  it('shows what is unknown as unknown', async () => {
    const root = await show(example.unknownFigures)
    await click(root, say['unknown.label'])
    expect(text(root)).toContain(say['unknown.offline'])
    expect(root.querySelector('input')).toBeNull()
  })

  it('shows all managers for the STX that are tried', async () => {
    const root = await show(example.stakingExample)
    await tryStx(root, '40000')
    await click(root, say['staking.managers.open'])
    expect(onManagers).toHaveBeenCalledExactlyOnceWith(40_000n * STX)
  })

  it('only looks for someone who cannot sign', async () => {
    const root = await show(example.unstaked, false)
    expect(text(root)).not.toContain(say['staking.whatIf.stake'])
  })
})
