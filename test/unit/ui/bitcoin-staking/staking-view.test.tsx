// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import type { AppState } from '../../../../src/app/app-state.ts'
import type { StakingCommands } from '../../../../src/app/bitcoin-staking/staking-commands.ts'
import type { StakingState } from '../../../../src/app/bitcoin-staking/staking-state.ts'
import * as fixture from '../../../../src/dev/gallery/fixtures.ts'
import { commands, env } from '../../../../src/dev/gallery/popup-scenes.tsx'
import * as example from '../../../../src/dev/gallery/staking-fixtures.ts'
import { projectStaking } from '../../../../src/protocol/bitcoin-staking/projection/project-staking.ts'
import { StakingView } from '../../../../src/ui/bitcoin-staking/staking-view.tsx'
import { catalogue as say } from '../../../../src/words/en/index.ts'
import { click, mount, settle } from '../../../support/render.tsx'

const accept = vi.fn(async () => ({ ok: true as const }))
const staking: StakingCommands = {
  follow: accept,
  readManager: accept,
  readManagerRecord: accept,
  readBondOffer: accept,
  claimAll: accept,
  resumeClaims: accept,
  stopClaims: accept,
  sign: accept,
  verify: vi.fn(accept),
  reclaim: vi.fn(accept),
  hideComparison: vi.fn(accept),
  project: async (question) => projectStaking(question),
}

const show = async (
  state: StakingState,
  rewards: AppState['rewards'] = [],
  initialPlace?: 'claim' | 'rewards',
  app: Partial<AppState> = {},
) => {
  const root = await mount(
    <StakingView
      app={{ ...fixture.enrolled, rewards, ...app }}
      state={state}
      commands={staking}
      requests={{ ...commands, dismissNews: accept }}
      env={{ ...env, network: 'mainnet' }}
      now={fixture.NOW}
      start={{ commands, env, watchable: true, connecting: false }}
      initialPlace={initialPlace}
    />,
  )
  await settle()
  return root
}

describe('the tab of Bitcoin Staking', () => {
  it('shows what notifications told, with the action that follows', async () => {
    const root = await show(example.withNews)
    expect(root.textContent).toContain(say['staking-notice.claimable.title'])
    expect(root.textContent).toContain('38,000 sats')
    await click(root, say['notice.dismiss'])
    expect(accept).toHaveBeenCalledWith('a')
  })

  it('opens the form that a notification leads to', async () => {
    const root = await show(example.stakingExample, [], 'claim')
    expect(root.textContent).toContain(say['staking.claim.title'])
  })

  it('knows the manager that one has signed with, also once that was put away', async () => {
    const unfamiliar = say['staking.blocker.manager-unfamiliar'].split('{')[0]!
    const stranger = await show(example.stakingExample, [], 'claim')
    expect(stranger.textContent).toContain(unfamiliar)
    const putAway = [{ ...example.sentClaim, state: 'confirmed' as const }]
    const own = await show(example.stakingExample, [], 'claim', { putAway })
    expect(own.textContent).not.toContain(unfamiliar)
  })

  it('lists what was paid, and has a cycle verified', async () => {
    const root = await show(example.withRewards, [], 'rewards')
    expect(root.textContent).toContain(say['staking.rewards.sum'])
    const rows = [...root.querySelectorAll<HTMLElement>('.toggle')]
    expect(rows).toHaveLength(4)
    rows[1]!.click()
    await settle()
    await click(root, say['staking.rewards.verify'])
    expect(staking.verify).toHaveBeenCalledWith(146n)
  })

  it('says of what was kept at first which transaction paid it, with what', async () => {
    const { rewards } = example.keptByManager
    const [kept, paid] = rewards![fixture.ME]!.claims
    const { burnHeight, blockTime } = paid!
    const txid = `0x${'5d'.repeat(32)}`
    const by = { txid, sats: 37_973n, claims: 2, burnHeight, blockTime }
    const claims = [kept!, { ...paid!, payout: { kind: 'sbtc' as const, by } }]
    const state = {
      ...example.keptByManager,
      rewards: { [fixture.ME]: { ...example.rewards, claims } },
    }
    const root = await show(state, [], 'rewards')
    // What is kept has not been paid.
    expect(root.querySelector('.sum .big')!.textContent).toBe('18,986 sats')
    for (const row of root.querySelectorAll<HTMLElement>('.toggle')) row.click()
    await settle()
    expect(root.textContent).toContain(say['staking.rewards.paid.banked'])
    expect(root.textContent).toContain('37,973 sats: exactly the sum of 2 claims')
  })

  it('has a rejected payout returned, and shows what becomes of it', async () => {
    const root = await show(example.withRewards, [], 'rewards')
    root.querySelectorAll<HTMLElement>('.toggle')[1]!.click()
    await settle()
    expect(root.textContent).toContain('18,000 sats and the budget for the fee come back')
    await click(root, say['staking.rewards.reclaim'])
    expect(staking.reclaim).toHaveBeenCalledWith(example.rewards.claims[1]!.manager, 7n)
    expect(root.textContent).not.toContain(say['staking.rewards.sum'])
    const step = { kind: 'reclaim' as const, manager: example.MANAGER, request: 7n }
    const intent = fixture.intent({ action: 'call', step: { step, sats: 1n, drawnSats: 0n } })
    const ofMainnet = { ...intent.request, network: 'mainnet' as const }
    const after = await show(example.withRewards, [], undefined, {
      intents: [
        { ...intent, request: { ...ofMainnet, functionName: 'reclaim-failed-withdrawal' } },
      ],
    })
    expect(after.textContent).toContain(say['call.reclaim-failed-withdrawal'])
  })

  it('tells who only watches how anyone can have it returned', async () => {
    const accounts = fixture.enrolled.accounts.map((each) => ({
      ...each,
      kind: 'watch' as const,
    }))
    const root = await show(example.withRewards, [], 'rewards', { accounts })
    root.querySelectorAll<HTMLElement>('.toggle')[1]!.click()
    await settle()
    expect(root.textContent).toContain('reclaim-failed-withdrawal of the manager with request 7')
  })

  it('compares with Dual Stacking, in numbers of one’s own, until it is put away', async () => {
    const root = await show(example.unstaked, fixture.enrolled.rewards)
    expect(root.textContent).toContain(say['staking.compare'])
    expect(root.textContent).toContain('Your 3,210 STX')
    expect(root.textContent).toMatch(/Your 0\.1152 sBTC: nothing\./)
    await click(root, say['staking.compare.hide'])
    expect(staking.hideComparison).toHaveBeenCalled()
    const settings = { ...example.unstaked.settings, isComparisonHidden: true }
    const after = await show({ ...example.unstaked, settings }, fixture.enrolled.rewards)
    expect(after.textContent).not.toContain(say['staking.compare'])
  })

  it('compares nothing for someone who stakes already', async () => {
    const root = await show(example.stakingExample, fixture.enrolled.rewards)
    expect(root.textContent).not.toContain(say['staking.compare'])
  })
})
