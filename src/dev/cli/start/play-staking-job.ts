import { catalogue as say } from '../../../words/en/index.ts'
import type { Session } from '../../browser/chromium/session.ts'
import { stakingBrowser } from '../../browser/chromium/staking-browser.ts'
import type { View } from '../../browser/chromium/view.ts'
import { StakingJob } from '../../browser/staking-job.ts'
import type { Network } from '../../network/index.ts'
import { findDeploymentId } from './find-deployment-id.ts'
import type { StepPlayer } from './step-player.ts'

/**
 * Plays the main job of Bitcoin Staking with the second user, from connecting to unlocked STX, up
 * to the first step that is not confirmed: those after it need it.
 */
export async function playStakingJob(
  network: Network,
  session: Session,
  player: StepPlayer,
): Promise<void> {
  await session.reset({ deployment: findDeploymentId(network) }, { current: 1 })
  const browser = stakingBrowser(session, await session.openPage())
  let current = ''
  let popup: View | null = null
  // While the wallet asks, the popup still shows what it asks for.
  const job = new StakingJob(
    {
      ...browser,
      openPopup: async () => {
        popup = await browser.openPopup()
        player.takePictureBefore(say['staking.form.submit'], `staking-${current}-form`, popup)
        return popup
      },
      approve: async () => {
        await session.wallet.window()
        await player.takePicture(`staking-${current}-in-wallet`, popup!)
        await browser.approve()
      },
    },
    network,
  )
  for (const { name, act } of job.steps) {
    current = name
    const isConfirmed = await player.play(`staking-${name}`, async () => ({
      ...(await act()),
      confirmed: true,
    }))
    if (!isConfirmed) return
  }
}
