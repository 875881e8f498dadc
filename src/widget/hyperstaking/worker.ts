import { estimatePool, type PoolQuestion } from './estimate-pool.ts'

// Started by engine.ts of the same build and by no one else: its messages are our own.
addEventListener('message', ({ data }: MessageEvent<{ id: number; question: PoolQuestion }>) => {
  postMessage({ id: data.id, answer: estimatePool(data.question) })
})
