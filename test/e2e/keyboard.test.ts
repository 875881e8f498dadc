import { it } from 'vitest'
import { KeyboardView } from '../../src/dev/browser/chromium/keyboard-view.ts'
import { Session } from '../../src/dev/browser/chromium/session.ts'
import { MainJob } from '../support/main-job.ts'
import { sharedNetwork } from '../support/shared/network.ts'

it('the main job is done without a mouse', async () => {
  const network = await sharedNetwork()
  const session = await Session.start({ api: network.url })
  session.chromium.useView = (remote) => new KeyboardView(remote)
  try {
    await new MainJob(session, network).run()
  } finally {
    await session.close()
  }
})
