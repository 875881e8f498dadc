import type { Page } from 'playwright-core'
import type { StakingBrowser } from '../staking-job.ts'
import type { Session } from './session.ts'

/** What the staking job does, in Chromium: the popup is opened over `page`. */
export const stakingBrowser = (session: Session, page: Page): StakingBrowser => ({
  probe: session.probe,
  approve: session.wallet.approve,
  openPopup: async () => {
    // The one that is open would be closed by the button.
    await session.chromium.closePopup()
    return session.openPopup(page)
  },
})
