import { it } from 'vitest'
import { MainJob } from '../../support/main-job.ts'
import { sharedNetwork } from '../../support/shared/network.ts'
import { sharedSession } from '../../support/shared/session.ts'

it('connects, enrolls, is notified, verifies, changes its address, opts out', async () => {
  const network = await sharedNetwork()
  await new MainJob(await sharedSession(network.url), network).run()
})
