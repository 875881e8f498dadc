import { getAddressFromPrivateKey } from '@stacks/transactions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cycleRecordsItem, ledgerItem } from '../../../src/app/dual-stacking/stored-items.ts'
import { initialSettings } from '../../../src/app/settings.ts'
import { settingsItem } from '../../../src/app/stored/shared-items.ts'
import { parseItem, storedForm } from '../../../src/app/stored/stored-item.ts'
import { userAccounts, type DevnetAccount } from '../../../src/dev/network/accounts.ts'
import { demoParticipants } from '../../../src/dev/network/demo/people.ts'
import { createFamilies } from '../../../src/dev/network/families/families.ts'
import { createNetwork, type Network } from '../../../src/dev/network/index.ts'
import { startLife } from '../../support/background/background-life.ts'
import { createFakeBrowser } from '../../support/background/fake-browser.ts'
import { startMainnetHost, type MainnetHost } from '../../support/mainnet-host.ts'

// Mainnet's programme has ended with v3; what v1 and v2 paid is verified by their own records.

const ofV1 = demoParticipants()[0]!.account
const [ofV2, other] = userAccounts as [DevnetAccount, DevnetAccount]
const addressOf = ({ key }: DevnetAccount) => getAddressFromPrivateKey(key, 'mainnet')
let network: Network
let host: MainnetHost

beforeAll(async () => {
  network = await createNetwork({
    demo: { snapshots: 2, blocksPerSnapshot: 2 },
    contract: 'v1',
    keeper: false,
    blockIntervalMs: 0,
  })
  await network.control.runTo('finalize-reward-distribution')
  for (const { address } of [ofV2, other]) await network.control.faucetSbtc(address, 20_000_000n)
  const families = await createFamilies(network.node)
  await families.v2.open([{ account: ofV2, defiSats: 5_000_000n }, { account: other }])
  await families.v2.runTo('finalize-reward-distribution')
  await network.control.mineBurn(7)
  const people = [ofV1, ofV2, other]
  host = await startMainnetHost(
    network.url,
    people.map((account) => ({ mainnet: addressOf(account), embedded: account.address })),
  )
})
afterAll(async () => {
  await host?.close()
  await network?.close()
})

describe.each([
  ['mainnet-v1', ofV1],
  ['mainnet-v2_1_0', ofV2],
])('a reward of %s', (deployment, account) => {
  it.each([true, false])(
    'is verified by that contract, with deprecated paths served: %s',
    async (isServed) => {
      network.control.setDeprecatedPaths(isServed)
      const address = addressOf(account)
      const fake = createFakeBrowser({
        settings: storedForm(settingsItem, {
          ...initialSettings(),
          deployment: 'mainnet-v3_0_0',
          apiBases: [host.url],
        }),
      })
      const life = await startLife(fake, fetch)
      expect(await life.command({ type: 'watch', address })).toMatchObject({ ok: true })
      const payment = await fake.until(() => {
        const ledger = parseItem(ledgerItem, fake.state.stored['ledger'])
        const paid = ledger.ok ? Object.values(ledger.value).map((entry) => entry.payment) : []
        return paid.find((each) => each.deployment === deployment)
      })
      expect(payment).toMatchObject({ cycle: { value: 0 }, enrolledAddress: address })
      expect(await life.command({ type: 'verifyCycle', cycle: 0, deployment })).toEqual({
        ok: true,
      })
      const { audit, rewardSats } = await fake.until(() => {
        const records = parseItem(cycleRecordsItem, fake.state.stored['cycleRecords'])
        const record = records.ok && records.value.find((each) => each.deployment === deployment)
        return record && record.audit ? record : null
      })
      expect(audit).toMatchObject({ result: 'verified', foundSats: payment.sats })
      expect(rewardSats).toEqual({ known: true, value: payment.sats })
      life.kill()
    },
  )
})
