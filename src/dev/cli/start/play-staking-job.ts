import type { Session } from '../../browser/chromium/session.ts'
import { stakingBrowser } from '../../browser/chromium/staking-browser.ts'
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
  const job = new StakingJob(stakingBrowser(session, await session.openPage()), network)
  for (const { name, act } of job.steps) {
    const isConfirmed = await player.play(`staking-${name}`, async () => ({
      ...(await act()),
      confirmed: true,
    }))
    if (!isConfirmed) return
  }
}
