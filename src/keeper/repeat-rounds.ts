import { setTimeout as sleep } from 'node:timers/promises'

interface Rounds {
  everySeconds: number
  /** One round, and the end. */
  once: boolean
  signal: AbortSignal
  work: () => Promise<void>
  /** An error that nothing foresaw; the next round may do better. */
  failed: (failure: Error) => void
}

/** Works until the signal; a round that has begun is finished. Its pauses know no clock. */
export async function repeatRounds({
  everySeconds,
  once,
  signal,
  work,
  failed,
}: Rounds): Promise<void> {
  while (!signal.aborted) {
    await work().catch((failure: unknown) =>
      failed(failure instanceof Error ? failure : new Error(String(failure))),
    )
    if (once) return
    await sleep(everySeconds * 1000, undefined, { signal }).catch(() => undefined)
  }
}
