import type { Node } from './node.ts'

/** How often blocks are made, in ms; 0 means only on demand. */
export type Rhythm = { blockIntervalMs: number; burnIntervalMs: number }

/**
 * Makes blocks by the clock: waiting transactions every `blockIntervalMs`, a burn block every
 * `burnIntervalMs`.
 */
export const startProducer = (
  node: Node,
  { blockIntervalMs, burnIntervalMs }: Rhythm,
  onError: (failure: unknown) => void,
) => {
  const timers: NodeJS.Timeout[] = []

  const repeat = (everyMs: number, work: () => Promise<unknown>) => {
    if (everyMs <= 0) return
    let busy = false
    timers.push(
      setInterval(() => {
        if (busy) return
        busy = true
        work()
          .catch(onError)
          .finally(() => {
            busy = false
          })
      }, everyMs),
    )
  }

  repeat(blockIntervalMs, () => node.mine())
  repeat(burnIntervalMs, () => node.perform({ kind: 'burn', count: 1 }))
  return () => timers.forEach((timer) => clearInterval(timer))
}
