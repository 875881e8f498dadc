import type { ChainLook, HostLook } from './keeper-hosts.ts'

/** Stacks blocks by which an index may be behind, after as many looks without a better one. */
const MOST_BEHIND = 5

/**
 * Chooses the host that a round reads: one whose index is new enough, and that failed longest ago.
 */
export function createReaderChoice() {
  let [rounds, behind] = [0, 0]
  /** Hosts that did not tell what was asked, and in which round. */
  const failedIn = new Map<string, number>()
  const lastFailure = ({ base }: HostLook) => failedIn.get(base) ?? 0

  return {
    /**
     * Undefined: no index is new enough. `confirmed`: the highest block that a call was seen in.
     */
    choose(chain: ChainLook, confirmed: number): HostLook | undefined {
      rounds += 1
      // After a reorganisation the chain may be lower than what it once confirmed.
      const own = Math.min(confirmed, chain.stacksHeight)
      const wanted = Math.max(own, chain.stacksHeight - Math.min(behind, MOST_BEHIND))
      const [reader] = chain.usable
        .filter(({ indexedHeight }) => (indexedHeight ?? 0) >= wanted)
        .toSorted((a, b) => lastFailure(a) - lastFailure(b))
      behind = reader ? 0 : behind + 1
      return reader
    },
    /** The host did not tell what it was asked. */
    noteFailure: ({ base }: HostLook): void => void failedIn.set(base, rounds),
  }
}
