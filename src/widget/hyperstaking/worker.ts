import { greeting } from '../greeting.ts'
import { estimatePool, type PoolQuestion } from './estimate-pool.ts'

// Started only by engine.ts of the same build: its messages can be trusted.
addEventListener('message', ({ data }: MessageEvent<{ id: number; question: PoolQuestion }>) => {
  postMessage({ id: data.id, answer: estimatePool(data.question) })
})
postMessage(greeting)
