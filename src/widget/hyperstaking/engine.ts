import { greeting } from '../greeting.ts'
import { pinnedWorker } from '../verify-chunk.ts'
import { createWorkerEngine } from '../worker-engine.ts'
import { estimatePool, isPoolEstimate } from './estimate-pool.ts'

export const startPoolEngine = () =>
  createWorkerEngine({
    greeting,
    // Two years on a slow telephone; the mean is shown meanwhile.
    isPatient: true,
    calculate: estimatePool,
    isAnswer: isPoolEstimate,
    start: async () =>
      (await pinnedWorker('twinstack-pool-worker.js')) ??
      new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
  })
