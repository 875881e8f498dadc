import { createWorkerEngine } from '../worker-engine.ts'
import { estimateBoost, type BoostEstimate, type BoostQuestion } from './estimate-boost.ts'

export const startBoostEngine = () =>
  createWorkerEngine<BoostQuestion, BoostEstimate>(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    estimateBoost,
  )
