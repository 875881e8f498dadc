import { greeting } from '../greeting.ts'
import { pinnedWorker } from '../verify-chunk.ts'
import { createWorkerEngine } from '../worker-engine.ts'
import { estimateBoost, isBoostEstimate } from './estimate-boost.ts'

export const startBoostEngine = () =>
  createWorkerEngine({
    greeting,
    calculate: estimateBoost,
    isAnswer: isBoostEstimate,
    start: async () =>
      (await pinnedWorker('twinstack-boost-worker.js')) ??
      new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
  })
