import { useEffect, useRef } from 'preact/hooks'
import { useStore } from '../../ui/hooks/use-store.ts'
import type { ConsoleContext } from './console-context.ts'
import type { ConsoleStakingState } from './staking-store.ts'

const RETRY_MS = 10_000

/**
 * Bitcoin Staking as the worker has read it, again with every new block and every transaction of
 * the operator's. `stale`: what was read is older than what is known of these.
 */
export function useStaking(
  { staking, deployment, state, stakingIntents, operator }: ConsoleContext,
  back: number,
): { read: ConsoleStakingState; stale: boolean } {
  const read = useStore(staking.store, (each) => each)
  const network = state.network?.deployment === deployment.id ? state.network : null
  const height = network === null ? '' : `${network.burnHeight} ${network.stacksHeight}`
  const done = JSON.stringify([operator, stakingIntents.map(({ id, state: at }) => [id, at])])
  const again = stakingIntents.flatMap(({ step, state: at }) =>
    step?.step.kind === 'manager-claim' && at === 'confirmed' ? [step.step.manager] : [],
  )
  const ask = useRef(() => {})
  ask.current = () =>
    staking.read({ network: JSON.stringify(deployment), done, back, again: [...new Set(again)] })
  useEffect(() => ask.current(), [staking, deployment, done, height, back])
  useEffect(() => {
    if (read.problem === null || read.problem === 'not-offered') return
    // What is wanted by then, not what was when it failed.
    const timer = setInterval(() => ask.current(), RETRY_MS)
    return () => clearInterval(timer)
  }, [read.problem])
  const isBehind =
    network !== null &&
    read.half !== null &&
    (network.stacksHeight > read.half.stacksHeight ||
      BigInt(network.burnHeight) > read.half.half.burnHeight)
  return { read, stale: read.done !== done || isBehind }
}
