import { it } from 'vitest'
import { StakingJob } from '../../../src/dev/browser/staking-job.ts'
import { sharedNetwork } from '../../support/shared/network.ts'
import { sharedSession } from '../../support/shared/session.ts'

it('stakes, claims, verifies, extends, changes its manager, unstakes, is unlocked', async () => {
  const network = await sharedNetwork()
  const session = await sharedSession(network.url)
  await session.wallet.set({ current: 1 })
  const page = await session.openPage()
  const job = new StakingJob(
    {
      probe: session.probe,
      approve: session.wallet.approve,
      notifications: session.chromium.notifications,
      openPopup: async () => {
        await session.chromium.closePopup()
        return session.openPopup(page)
      },
    },
    network,
  )
  for (const { act } of job.steps) await act()
})
