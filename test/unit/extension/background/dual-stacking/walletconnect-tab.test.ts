import { describe, expect, it } from 'vitest'
import { accountsItem } from '../../../../../src/app/dual-stacking/stored-items.ts'
import { initialSettings } from '../../../../../src/app/settings.ts'
import { settingsItem } from '../../../../../src/app/stored/shared-items.ts'
import { storedForm } from '../../../../../src/app/stored/stored-item.ts'
import { builtInDeployments } from '../../../../../src/chain/stacks/deployments.ts'
import { createAccountHosts } from '../../../../support/background/account-hosts.ts'
import { startLife } from '../../../../support/background/background-life.ts'
import { createFakeBrowser } from '../../../../support/background/fake-browser.ts'
import { stacksScenario } from '../../../../support/background/signing-scenarios.ts'

const MAINNET = 'SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7'
const mainnet = builtInDeployments.find(
  ({ network, supersededBy }) => network === 'mainnet' && supersededBy === null,
)!
const question = { type: 'walletconnect/task' }

/** Mainnet, with a project id of the user's own, and an account whose wallet is another device. */
async function start(projectId: string | null = ' project ') {
  const fake = createFakeBrowser({
    ...stacksScenario.stored(),
    settings: storedForm(settingsItem, {
      ...initialSettings(),
      deployment: mainnet.id,
      walletConnectProjectId: projectId,
    }),
    accounts: storedForm(accountsItem, {
      list: [{ address: MAINNET, label: null, kind: 'wallet', walletId: 'walletconnect' }],
      selected: MAINNET,
      since: {},
    }),
  })
  const hosts = createAccountHosts()
  const life = await startLife(fake, (...request) => hosts.fetch(...request))
  return { fake, life, hosts, ownTab: () => [...fake.state.tabs.keys()].at(-1)! }
}

describe('a wallet on another device', () => {
  it('is connected from a tab of our own, which asks for its job', async () => {
    const { fake, life, ownTab } = await start()
    await life.command({ type: 'connect', walletId: 'walletconnect', tabId: null })
    expect(stacksScenario.connection(fake)).toMatchObject({ stage: 'asking', tabId: ownTab() })
    const task = await life.commandFromTab(ownTab(), question)
    expect(task).toMatchObject({
      projectId: 'project',
      job: { kind: 'connect', walletId: 'walletconnect', network: 'mainnet' },
    })
    const other = fake.openTab('https://page.example')
    expect(await life.commandFromTab(other, question)).toBeNull()
  })

  it('is asked to sign from a tab of our own, even where a page could be asked', async () => {
    const { fake, life, ownTab } = await start()
    const page = fake.openTab('https://page.example')
    expect(await life.command({ type: 'optOut', tabId: page })).toEqual({ ok: true })
    expect(fake.pageIn(page).jobs).toEqual([])
    expect(stacksScenario.intents(fake)).toMatchObject([{ state: 'asking', tabId: ownTab() }])
    expect(await life.commandFromTab(ownTab(), question)).toMatchObject({
      job: { kind: 'call', request: { account: MAINNET, functionName: 'opt-out' } },
    })
  })

  it('opens no tab for a request that is dismissed while the account is looked at', async () => {
    const { fake, life, hosts } = await start()
    const answer = hosts.fetch
    hosts.fetch = async (...request) => {
      const [intent] = stacksScenario.intents(fake)
      if (intent) await life.command(stacksScenario.command('dismiss', { intentId: intent.id }))
      return answer(...request)
    }
    await life.command({ type: 'optOut', tabId: null })
    expect(stacksScenario.intents(fake)).toMatchObject([{ state: 'failed', dismissed: true }])
    expect(fake.state.tabs.size).toBe(0)
  })

  it('is not asked for what is dismissed while its tab opens', async () => {
    const { fake, life, ownTab } = await start()
    fake.state.beforeTab = () => {
      const [intent] = stacksScenario.intents(fake)
      return life.command(stacksScenario.command('dismiss', { intentId: intent!.id }))
    }
    await life.command({ type: 'optOut', tabId: null })
    expect(stacksScenario.intents(fake)).toMatchObject([{ state: 'failed', dismissed: true }])
    expect(await life.commandFromTab(ownTab(), question)).toBeNull()
  })

  it('is waited for as long as its tab is open, whatever becomes of the background', async () => {
    const { fake, life, ownTab } = await start()
    await life.command({ type: 'optOut', tabId: null })
    life.kill()
    const next = await startLife(fake)
    await next.command({ type: 'dismissNews', key: 'none' })
    expect(stacksScenario.intents(fake)).toMatchObject([{ state: 'asking' }])
    next.kill()
    fake.state.tabs.delete(ownTab())
    const last = await startLife(fake)
    await last.command({ type: 'dismissNews', key: 'none' })
    expect(stacksScenario.intents(fake)).toMatchObject([
      { state: 'failed', failure: 'interrupted' },
    ])
  })

  it('is not offered without a project id', async () => {
    const { fake, life } = await start(null)
    await life.command({ type: 'connect', walletId: 'walletconnect', tabId: null })
    expect(stacksScenario.connection(fake)).toMatchObject({
      stage: 'failed',
      failure: 'wallet-missing',
    })
    await life.command({ type: 'optOut', tabId: null })
    expect(stacksScenario.intents(fake)).toMatchObject([
      { state: 'failed', failure: 'wallet-missing' },
    ])
    expect(fake.state.tabs.size).toBe(0)
  })

  it('is offered next to the wallets of a page, alone where none can be asked', async () => {
    const { fake, life } = await start()
    const page = fake.openTab('https://page.example')
    await life.command({ type: 'connect', walletId: null, tabId: page })
    expect(stacksScenario.connection(fake)).toMatchObject({
      stage: 'choose-wallet',
      wallets: [{ id: 'leather' }, { id: 'walletconnect' }],
    })
    await life.command({ type: 'connect', walletId: null, tabId: null })
    expect(stacksScenario.connection(fake)).toMatchObject({
      stage: 'choose-wallet',
      wallets: [{ id: 'walletconnect' }],
    })
  })
})
