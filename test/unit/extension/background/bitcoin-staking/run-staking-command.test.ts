import { Cl, cvToString } from '@stacks/transactions'
import { describe, expect, it, vi } from 'vitest'
import {
  stakingClaimsItem,
  stakingOffersItem,
} from '../../../../../src/app/bitcoin-staking/stored-items.ts'
import { accountsItem } from '../../../../../src/app/dual-stacking/stored-items.ts'
import {
  parseItem,
  storedForm,
  type StoredItem,
} from '../../../../../src/app/stored/stored-item.ts'
import type { StacksCallRequest } from '../../../../../src/wallet/stacks/stacks-call-request.ts'
import { createAccountHosts } from '../../../../support/background/account-hosts.ts'
import { startLife } from '../../../../support/background/background-life.ts'
import { createFakeBrowser } from '../../../../support/background/fake-browser.ts'
import { stacksScenario } from '../../../../support/background/signing-scenarios.ts'
import { modelAnswers } from '../../../../support/bitcoin-staking/model-node.ts'
import { alice, contract, STX, StakingBench, stranger } from '../../../../support/staking-bench.ts'

const manager = contract('m1')
const leg = (cycle: number) => ({ cycle: String(cycle), bond: null, manager })

/** A holder with two cycles to claim, and the background of an extension that follows her. */
async function start() {
  const bench = StakingBench.with('m1')
  bench.stake(alice, 60_000n * STX)
  for (const [half, sats] of [1_000_000n, 2_000_000n, 3_000_000n, 4_000_000n].entries()) {
    bench.mineTo(150n + 50n * BigInt(half))
    bench.distribute(sats)
  }
  for (const cycle of [1n, 2n]) bench.call('claim-rewards', [[], cycle], stranger, 'm1')
  const answer = modelAnswers(bench, { managers: { m1: 'reference' }, fees: { m1: 0n } })
  const others = createAccountHosts({ nonce: 0 })
  const hosts: typeof fetch = async (input, init) => {
    const { pathname, search } = new URL(String(input))
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined
    const told = answer(`${pathname}${search}`, body)
    return told === undefined ? others.fetch(input, init) : Response.json(told)
  }
  const account = { address: alice, label: null, kind: 'wallet' as const, walletId: 'leather' }
  const fake = createFakeBrowser({
    ...stacksScenario.stored(),
    [accountsItem.key]: storedForm(accountsItem, { list: [account], selected: alice, since: {} }),
  })
  const tabId = fake.openTab('https://page.example')
  const life = await startLife(fake, hosts)
  const { jobs } = fake.pageIn(tabId)
  await life.command({ type: 'staking/follow' })
  for (let pass = 0; pass < 3; pass++) await life.command({ type: 'refresh' })
  return {
    life,
    tabId,
    jobs,
    asked: () => jobs.map((job) => (job as { request: StacksCallRequest }).request),
    stored: <T>(item: StoredItem<T>): T => {
      const parsed = parseItem(item, fake.state.stored[item.key])
      if (!parsed.ok) throw new Error(`${item.key} does not parse`)
      return parsed.value
    },
  }
}

const claimed = ({ functionName, contract: called, args }: StacksCallRequest) => ({
  functionName,
  called,
  cycle: cvToString(Cl.deserialize(args[1]!)),
})

describe('all claims', () => {
  it('are asked of the wallet in turn, the next once the one before is sent', async () => {
    const { life, tabId, jobs, asked, stored } = await start()
    const legs = [leg(1), leg(2)]
    expect(await life.command({ type: 'staking/claimAll', legs, tabId })).toEqual({ ok: true })
    expect(asked().map(claimed)).toEqual([
      { functionName: 'claim-staker-rewards', called: manager, cycle: 'u1' },
    ])
    // A second window for the same is refused.
    expect(await life.command({ type: 'staking/claimAll', legs, tabId })).toMatchObject({
      code: 'already-asking',
    })
    await life.answer(tabId, jobs[0]!, stacksScenario.signed('ab'.repeat(32)))
    await vi.waitFor(() => expect(jobs).toHaveLength(2))
    expect(claimed(asked()[1]!).cycle).toBe('u2')
    await life.answer(tabId, jobs[1]!, stacksScenario.signed('cd'.repeat(32)))
    expect(stored(stakingClaimsItem)).toMatchObject({ waiting: [], left: [], paused: null })
    expect(jobs).toHaveLength(2)
  })

  it('leave out one whose manager is not the one that was shown', async () => {
    const { life, tabId, asked, stored } = await start()
    const other = { ...leg(1), manager: contract('m2') }
    await life.command({ type: 'staking/claimAll', legs: [other, leg(2)], tabId })
    expect(asked().map(claimed)).toMatchObject([{ cycle: 'u2' }])
    expect(stored(stakingClaimsItem)).toMatchObject({ left: [{ cycle: 1n }] })
  })

  it('are forgotten when they are stopped', async () => {
    const { life, tabId, stored } = await start()
    await life.command({ type: 'staking/claimAll', legs: [leg(1), leg(2)], tabId })
    expect(await life.command({ type: 'staking/stopClaims' })).toEqual({ ok: true })
    expect(stored(stakingClaimsItem)).toBeNull()
  })
})

it('what an address may put into a bond is kept for it, unknown or not', async () => {
  const { life, stored } = await start()
  expect(await life.command({ type: 'staking/readBondOffer', bond: '1' })).toEqual({ ok: true })
  expect(stored(stakingOffersItem)[alice]?.['1']).toMatchObject({
    bond: 1n,
    allowanceSats: { known: true, value: null },
    capacitySats: { known: false },
  })
})
