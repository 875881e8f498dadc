import type { Page } from 'playwright-core'
import { catalogue as say } from '../../../words/en/index.ts'
import type { Session } from '../../browser/chromium/session.ts'
import { userAccounts } from '../../network/accounts.ts'
import type { DuskNetwork } from '../../network/dusk/index.ts'

/**
 * Connects a Stacks account and a Dusk account over a page, and waits until the extension has read
 * all three programmes for them; the popup is closed again.
 */
export async function followEveryProgramme(
  session: Session,
  page: Page,
  dusk: DuskNetwork,
): Promise<void> {
  const { address } = userAccounts[0]!
  await session.wallet.set({
    shapes: ['leather', 'dusk'],
    dusk: { account: dusk.people.alice, api: dusk.url, chainId: 0 },
  })
  await page.reload()
  const first = await session.connect(page)
  // Bitcoin Staking is read from the first time on that its tab is looked at.
  await first.press(say['tab.staking'])
  await session.probe.waitUntil(
    ({ readings, staking }) =>
      readings[address]?.sats.known === true && (staking?.holder ?? null) !== null,
    'a reading of both programmes on Stacks',
  )
  await session.probe.sendCommand({
    type: 'dusk/saveSettings',
    settings: { network: 'local', base: dusk.url },
  })
  await session.chromium.closePopup()
  const popup = await session.openPopup(page)
  await popup.press(say['tab.hyper'])
  await popup.press(say['hyper.connect'])
  await session.wallet.approve()
  await session.probe.waitUntil(
    ({ dusk: state }) => (state?.reading?.pools.length ?? 0) > 0 && state?.account !== null,
    'a reading of the pools',
  )
  await session.chromium.closePopup()
}
