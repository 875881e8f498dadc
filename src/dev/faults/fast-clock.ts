/** A clock whose sleeps pass at once and move it on. */

export const createFastClock = (start = 1700000000000) => {
  let now = start
  return {
    now: () => now,
    sleep: async (ms: number) => {
      await new Promise<void>((resolve) => void setImmediate(resolve))
      now += ms
    },
    advance: (ms: number) => void (now += ms),
  }
}
