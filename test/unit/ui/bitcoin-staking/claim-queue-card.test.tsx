// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ClaimQueue } from '../../../../src/app/bitcoin-staking/claim-queue.ts'
import * as fixture from '../../../../src/dev/gallery/fixtures.ts'
import { commands as popupCommands, env } from '../../../../src/dev/gallery/popup-scenes.tsx'
import * as example from '../../../../src/dev/gallery/staking-fixtures.ts'
import { ClaimQueueCard } from '../../../../src/ui/bitcoin-staking/claim-queue-card.tsx'
import { ClaimForm } from '../../../../src/ui/bitcoin-staking/forms/claim-form.tsx'
import { catalogue as say } from '../../../../src/words/en/index.ts'
import { click, findControl, mount } from '../../../support/render.tsx'

const accept = async () => ({ ok: true as const })
const resumeClaims = vi.fn(accept)
const stopClaims = vi.fn(accept)
const claimAll = vi.fn(accept)
beforeEach(() => vi.clearAllMocks())

const show = (change: Partial<ClaimQueue>, intents = [example.sentClaim]) =>
  mount(
    <ClaimQueueCard
      state={{ ...example.stakingExample, claiming: { ...example.claiming, ...change } }}
      intents={intents}
      commands={{ resumeClaims, stopClaims }}
      network="mainnet"
      now={fixture.NOW}
    />,
  )
const text = (root: HTMLElement) => root.textContent?.replace(/\s+/g, ' ') ?? ''

describe('claims one after another', () => {
  it('show how far they are, and for which one the wallet is asked', async () => {
    const root = await show({})
    expect(text(root)).toContain('1 of 2 sent')
    expect(text(root)).toContain(say['staking.claim.asking'].replace('{cycle}', '147'))
    const bar = root.querySelector('[role=progressbar]')!
    expect(bar.getAttribute('aria-valuenow')).toBe('1')
    await click(root, say['staking.claim.stop'])
    expect(stopClaims).toHaveBeenCalledOnce()
    expect(text(root)).not.toContain(say['staking.claim.continue'])
  })

  it('go on when they are told to, and say why they stand still', async () => {
    const root = await show({ paused: 'no-tab' })
    expect(text(root)).toContain(say['commands.no-tab'])
    await click(root, say['staking.claim.continue'])
    expect(resumeClaims).toHaveBeenCalledOnce()
  })

  it('name what was left out, with the reason', async () => {
    const root = await show({ left: [{ cycle: 148n, bond: null, manager: example.MANAGER }] })
    expect(text(root)).toContain(`Cycle 148: ${say['staking.refusal.manager-has-not-claimed']}`)
  })

  it('can be put away when all are sent', async () => {
    const root = await show({ waiting: [] })
    expect(text(root)).toContain(say['staking.claim.sent'])
    findControl(root, say['activity.dismiss'])
  })
})

describe('the form of claims', () => {
  const onBack = vi.fn()
  const form = (claiming: ClaimQueue | null) => (
    <ClaimForm
      state={{ ...example.stakingExample, claiming }}
      account={fixture.enrolled.accounts[0]!}
      commands={{ ...popupCommands, claimAll, readManager: accept } as never}
      env={{ ...env, network: 'mainnet' }}
      now={fixture.NOW}
      onBack={onBack}
      intents={[]}
    />
  )
  const findAll = (root: HTMLElement) =>
    [...root.querySelectorAll('button')].find(({ textContent }) =>
      textContent?.startsWith('Claim all 2: '),
    )!
  const agree = (root: HTMLElement) =>
    act(async () => root.querySelector<HTMLInputElement>('.check input')!.click())

  it('claims all that can be, the oldest first, with one click', async () => {
    const root = await mount(form(null))
    // The manager is one that a server names: nothing was signed with it yet.
    expect(findAll(root).disabled).toBe(true)
    await agree(root)
    await click(root, findAll(root).textContent!)
    expect(claimAll).toHaveBeenCalledExactlyOnceWith([
      { cycle: 146n, bond: null, manager: example.MANAGER },
      { cycle: 147n, bond: null, manager: example.MANAGER },
    ])
    expect(onBack).toHaveBeenCalledOnce()
  })

  it('gives way to the claims that have begun before its command is answered', async () => {
    let answer = () => {}
    claimAll.mockReturnValueOnce(new Promise((resolve) => (answer = () => resolve({ ok: true }))))
    const root = await mount(form(null))
    await agree(root)
    await click(root, findAll(root).textContent!)
    await mount(form(example.claiming), root)
    expect(onBack).not.toHaveBeenCalled()
    await act(async () => answer())
    expect(onBack).toHaveBeenCalledOnce()
  })
})
