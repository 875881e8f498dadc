import * as v from 'valibot'
import type { JobOutcome } from '../../wallet/bridge/job-outcome.ts'
import { browser } from '../browser.ts'
import type { RelayNews } from '../relay/protocol.ts'
import { adoptStyleElements } from './styles.ts'
import { walletConnectTask, type WalletConnectTask } from './task.ts'

// An extension tab that holds WalletConnect for one job: it fetches the job from the background,
// does it once, reports the outcome, and closes.

const begunKey = 'begun'

/** The job that the background has recorded for this tab; it may still be recording it. */
function task(): Promise<WalletConnectTask> {
  return new Promise((resolve) => {
    const ask = async () => {
      const parsed = v.safeParse(
        walletConnectTask,
        await browser.runtime.sendMessage({ type: 'walletconnect/task' }),
      )
      if (!parsed.success) return
      browser.storage.onChanged.removeListener(ask)
      resolve(parsed.output)
    }
    browser.storage.onChanged.addListener(ask)
    void ask()
  })
}

async function work({ projectId, job }: WalletConnectTask): Promise<JobOutcome> {
  // A page that was loaded again does not ask a second time.
  if (sessionStorage.getItem(begunKey) === job.nonce)
    return { result: 'failed', failure: 'interrupted' }
  sessionStorage.setItem(begunKey, job.nonce)
  const [{ runWalletConnectJob: runWalletConnect }, { openWalletConnect }] = await Promise.all([
    import('../../wallet/walletconnect/run-walletconnect-job.ts'),
    import('../../wallet/walletconnect/open-walletconnect.ts'),
  ])
  const late = new Promise<JobOutcome>((resolve) =>
    setTimeout(() => resolve({ result: 'failed', failure: 'timeout' }), job.timeoutMs),
  )
  return Promise.race([runWalletConnect(job, () => openWalletConnect(projectId)), late])
}

adoptStyleElements(document)
const { projectId, job } = await task()
const outcome = await work({ projectId, job })
const answer: unknown = await browser.runtime.sendMessage({
  type: 'relay/outcome',
  id: job.id,
  nonce: job.nonce,
  outcome,
} satisfies RelayNews)
if ((answer as { taken?: unknown } | null)?.taken === true) {
  const tab = await browser.tabs.getCurrent()
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id)
}
