import { describe, expect, it } from 'vitest'
import { duskItem } from '../../../../../src/app/hyperstaking/stored-items.ts'
import { parseItem } from '../../../../../src/app/stored/stored-item.ts'
import { startLife } from '../../../../support/background/background-life.ts'
import { createFakeBrowser } from '../../../../support/background/fake-browser.ts'
import { duskScenario } from '../../../../support/background/signing-scenarios.ts'

const here = { id: 'dusk-1', name: 'Dusk Wallet', product: 'dusk.wallet' }
const other = { id: 'dusk-2', name: 'Other', product: 'other.wallet' }

describe('a Dusk wallet, whose id is good for one page', () => {
  const start = async (wallets = [here], ...intents: object[]) => {
    const fake = createFakeBrowser(duskScenario.stored(...intents))
    const tabId = fake.openTab('https://page.example')
    const page = fake.pageIn(tabId)
    page.duskWallets = wallets
    const life = await startLife(fake)
    const connect = (walletId: string | null) =>
      life.command({ type: 'dusk/connect', walletId, tabId })
    return { fake, tabId, page, life, connect, connection: () => duskScenario.connection(fake) }
  }

  it('is asked when it is the only one, though another page had the chosen id', async () => {
    const { page, connect } = await start()
    await connect('of another page')
    expect(page.jobs).toMatchObject([{ kind: 'dusk-connect', walletId: 'dusk-1' }])
  })

  it('is chosen again where several have other ids', async () => {
    const { page, connect, connection } = await start([here, other])
    await connect('of another page')
    expect(connection()).toMatchObject({ stage: 'choose-wallet', wallets: [here, other] })
    expect(page.jobs).toEqual([])
  })

  it('is not asked while another one uses its id', async () => {
    const { page, connect, connection } = await start([{ ...here, conflict: true } as typeof here])
    await connect('dusk-1')
    expect(connection()).toMatchObject({ stage: 'choose-wallet' })
    expect(page.jobs).toEqual([])
  })

  it('is remembered by what it claims to be', async () => {
    const { fake, tabId, page, life, connect } = await start([here, other])
    await connect('dusk-2')
    await life.answer(tabId, page.jobs[0]!, {
      result: 'connected',
      addresses: duskScenario.given,
    })
    expect(parseItem(duskItem, fake.state.stored['dusk'])).toMatchObject({
      value: {
        account: {
          address: duskScenario.given[0],
          walletId: 'other.wallet',
          walletName: 'Other',
          others: 1,
        },
      },
    })
  })

  it('signs where it is the only one of the remembered product', async () => {
    const failed = { state: 'failed', failure: 'rejected' }
    const { tabId, page, life } = await start([other, here], failed)
    await life.command({ type: 'dusk/retry', intentId: 'i1', tabId })
    expect(page.jobs).toMatchObject([{ kind: 'dusk-call', walletId: 'dusk-1' }])
  })
})
