import { it } from 'vitest'
import { stakingBrowser } from '../../../src/dev/browser/chromium/staking-browser.ts'
import { StakingJob } from '../../../src/dev/browser/staking-job.ts'
import { sharedNetwork } from '../../support/shared/network.ts'
import { sharedSession } from '../../support/shared/session.ts'

it('stakes, claims, verifies, extends, changes its manager, unstakes, is unlocked', async () => {
  const network = await sharedNetwork()
  const session = await sharedSession(network.url)
  await session.wallet.set({ current: 1 })
  const job = new StakingJob(stakingBrowser(session, await session.openPage()), network)
  for (const { act } of job.steps) await act()
})
