import { greeting } from '../greeting.ts'
import { pinnedWorker } from '../verify-chunk.ts'
import { createWorkerEngine } from '../worker-engine.ts'
import { estimateYield, isYieldEstimate } from './estimate-yield.ts'

export const startYieldEngine = () =>
  createWorkerEngine({
    greeting,
    calculate: estimateYield,
    isAnswer: isYieldEstimate,
    start: async () =>
      (await pinnedWorker('twinstack-yield-worker.js')) ??
      new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
  })
