import type { StacksClient } from '../../chain/stacks/client.ts'
import type { Deployment } from '../../chain/stacks/deployments.ts'
import type { RewardPayment } from '../../chain/stacks/readings.ts'
import { collectRewards } from '../../chain/stacks/rewards/collect-rewards.ts'
import { emptyRewards } from '../../chain/stacks/rewards/reward-cursor.ts'

const EVERY_MS = 120_000

/** What is watched already, for each widget: a second transaction is no second watch. */
const watched = new WeakMap<AbortSignal, Set<string>>()

/**
 * Reports rewards that arrive while the page stays open; earlier ones are not news, and one that is
 * mined again after its block was undone is none either. `undone`: what was reported is on the
 * chain no more, for now; `back`: it is again. A few requests per Bitcoin block, none while the
 * page is hidden.
 */
export async function watchRewards({
  client,
  deployment,
  address,
  signal,
  landed,
  undone,
  back,
}: {
  client: StacksClient
  deployment: Deployment
  address: string
  signal: AbortSignal
  landed(payment: RewardPayment): void
  undone(): void
  back(payment: RewardPayment): void
}): Promise<void> {
  const mine = watched.get(signal) ?? new Set()
  const key = `${deployment.contract} ${address}`
  if (mine.has(key)) return
  watched.set(signal, mine.add(key))
  let cursor = emptyRewards
  let caughtUp = false
  const known = new Set<string>()
  const reported = new Set<string>()
  while (!signal.aborted) {
    const tip =
      document.visibilityState === 'visible' ? await client.tip({ maxAgeMs: EVERY_MS }) : undefined
    if (tip?.ok) {
      const collected = await collectRewards(
        client,
        { address, rewardAddresses: [], deployments: [deployment] },
        cursor,
        { tip: tip.value },
      )
      cursor = collected.cursor
      if (collected.gone.some((each) => reported.has(each))) undone()
      for (const payment of collected.found) {
        if (reported.has(payment.key)) back(payment)
        else if (caughtUp && !known.has(payment.key)) {
          reported.add(payment.key)
          landed(payment)
        }
        known.add(payment.key)
      }
      caughtUp ||= collected.requestsLeft === null && collected.problem === null
    }
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, EVERY_MS)
      signal.addEventListener(
        'abort',
        () => {
          clearTimeout(timer)
          resolve()
        },
        { once: true },
      )
    })
  }
}
