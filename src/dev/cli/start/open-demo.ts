import { Chromium } from '../../browser/chromium/chromium.ts'
import { StorageProbe } from '../../browser/chromium/storage-probe.ts'
import { WalletUser } from '../../browser/chromium/wallet-user.ts'
import { embeddedSettings } from '../../browser/embedded-settings.ts'
import { initialWalletSettings } from '../../demo-wallet/settings.ts'
import type { DuskNetwork } from '../../network/dusk/index.ts'
import type { Network } from '../../network/index.ts'
import { findDeploymentId } from './find-deployment-id.ts'

/** Opens a Chromium window with the extension, the demo wallet and the partner page. */
export async function openDemo(
  network: Network,
  dusk: DuskNetwork,
): Promise<{ chromium: Chromium; closed: Promise<void> }> {
  const chromium = await Chromium.launch({ headless: false })
  const wallet = await WalletUser.open(chromium)
  await wallet.reset({ ...initialWalletSettings, api: network.url })
  const probe = await StorageProbe.open(chromium)
  await probe.sendCommand({
    type: 'saveSettings',
    settings: embeddedSettings(network.url, {
      deployment: findDeploymentId(network),
      signingPage: `${network.url}/demo/sign.html`,
    }),
  })
  await probe.sendCommand({
    type: 'dusk/saveSettings',
    settings: { network: 'local', base: dusk.url },
  })
  await probe.close()
  const page = await chromium.context.newPage()
  await page.goto(`${network.url}/demo/`)
  const closed = new Promise<void>((resolve) => {
    chromium.context.on('close', () => resolve())
  })
  return { chromium, closed }
}
