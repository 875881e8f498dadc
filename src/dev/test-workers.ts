import { availableParallelism, totalmem } from 'node:os'

const GIBIBYTE = 2 ** 30
/** A worker with a Clarity VM and a browser. */
const MEMORY_OF_A_WORKER = 2 * GIBIBYTE

/**
 * How many test files may run at once: one more than there are cores, because browser tests wait
 * for much besides, as far as memory goes.
 */
export const testWorkers = (): number => {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Infinity)
  const fit = Math.floor(memory / MEMORY_OF_A_WORKER)
  return Math.max(1, Math.min(availableParallelism() + 1, fit))
}
