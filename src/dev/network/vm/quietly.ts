const silent = () => {}

/**
 * Runs `work` with the console silenced: the VM prints every run-time error that it also returns.
 */
export const quietly = <T>(work: () => T): T => {
  const { log, warn, error } = console
  const restore = () => Object.assign(console, { log, warn, error })
  Object.assign(console, { log: silent, warn: silent, error: silent })
  try {
    const result = work()
    if (result instanceof Promise) return result.finally(restore) as T
    restore()
    return result
  } catch (failure) {
    restore()
    throw failure
  }
}

/**
 * Runs asynchronous `work` while `new Date()` stays at `time` (ms): the VM derives its block times
 * from the moment it starts.
 */
export const withFrozenDate = async <T>(
  time: number | undefined,
  work: () => Promise<T>,
): Promise<T> => {
  if (time === undefined) return work()
  const RealDate = Date
  class FrozenDate extends RealDate {
    constructor(value?: number | string | Date) {
      super(value ?? time!)
    }
    static override now() {
      return time!
    }
  }
  globalThis.Date = FrozenDate as DateConstructor
  try {
    return await work()
  } finally {
    globalThis.Date = RealDate
  }
}
