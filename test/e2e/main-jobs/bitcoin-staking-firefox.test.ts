import { afterAll, it } from 'vitest'
import { FirefoxSession } from '../../../src/dev/browser/firefox/firefox-session.ts'
import { demoWallet } from '../../../src/dev/browser/firefox/firefox.ts'
import { StakingJob } from '../../../src/dev/browser/staking-job.ts'
import { initialWalletSettings } from '../../../src/dev/demo-wallet/settings.ts'
import { sharedNetwork } from '../../support/shared/network.ts'

let session: FirefoxSession | undefined
afterAll(() => session?.close())

it('does the whole job of a stake in Firefox', async () => {
  const network = await sharedNetwork()
  session = await FirefoxSession.start(Promise.resolve(network.url))
  const { firefox, probe, approve, popup } = session
  const wallet = await firefox.openTab(`${demoWallet.origin}/manifest.json`)
  await wallet.evaluate((settings) => chrome.storage.local.set({ settings }), {
    ...initialWalletSettings,
    api: network.url,
    current: 1,
  })
  const job = new StakingJob(
    {
      probe,
      approve: approve.bind(session),
      openPopup: popup.bind(session),
    },
    network,
  )
  for (const { act } of job.steps) await act()
})
