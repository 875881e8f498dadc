import { createWorkerEngine } from '../worker-engine.ts'
import { estimatePool, type PoolEstimate, type PoolQuestion } from './estimate-pool.ts'

export const startPoolEngine = () =>
  createWorkerEngine<PoolQuestion, PoolEstimate>(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    estimatePool,
  )
