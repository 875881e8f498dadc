import { accountsItem } from '../../../src/app/dual-stacking/stored-items.ts'
import { storedForm } from '../../../src/app/stored/stored-item.ts'
import type { StacksCallRequest } from '../../../src/wallet/stacks/stacks-call-request.ts'
import { modelAnswers } from '../bitcoin-staking/model-node.ts'
import { alice, bob, type StakingBench } from '../staking-bench.ts'
import { createAccountHosts } from './account-hosts.ts'
import { startLife } from './background-life.ts'
import { createFakeBrowser } from './fake-browser.ts'
import { stacksScenario } from './signing-scenarios.ts'

/**
 * A background that follows Bitcoin Staking on a node that shows a bench, and what that node says
 * otherwise; Alice is selected, Bob has a wallet as well. `managers`: the kind of each.
 */
export async function startStakingLife(
  bench: StakingBench,
  managers: Readonly<Record<string, string>>,
) {
  const fees: Record<string, bigint> = Object.fromEntries(
    Object.keys(managers).map((name) => [name, 0n]),
  )
  const said: { lie: (path: string, truth: unknown) => unknown } = { lie: (_, truth) => truth }
  const answer = modelAnswers(bench, { managers, fees })
  const others = createAccountHosts({ nonce: 0 })
  const hosts: typeof fetch = async (input, init) => {
    const { pathname, search } = new URL(String(input))
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined
    const told = said.lie(pathname, answer(`${pathname}${search}`, body))
    return told === undefined ? others.fetch(input, init) : Response.json(told)
  }
  const list = [alice, bob].map((address) => ({
    address,
    label: null,
    kind: 'wallet' as const,
    walletId: 'leather',
  }))
  const fake = createFakeBrowser({
    ...stacksScenario.stored(),
    [accountsItem.key]: storedForm(accountsItem, { list, selected: alice, since: {} }),
  })
  const tabId = fake.openTab('https://page.example')
  const life = await startLife(fake, hosts)
  const { jobs } = fake.pageIn(tabId)
  const sign = (call: object, accepted: readonly string[] = ['ends-silently']) =>
    life.command({ type: 'staking/sign', call, accepted, tabId })
  await life.command({ type: 'staking/follow' })
  await life.command({ type: 'refresh' })
  return {
    bench,
    fees,
    said,
    fake,
    tabId,
    life,
    jobs,
    sign,
    intents: () => stacksScenario.intents(fake),
    asked: () => jobs.map((job) => (job as { request: StacksCallRequest }).request),
  }
}
