import { greeting } from '../greeting.ts'
import { estimateYield, type YieldQuestion } from './estimate-yield.ts'

// Started only by engine.ts of the same build: its messages can be trusted.
addEventListener('message', ({ data }: MessageEvent<{ id: number; question: YieldQuestion }>) => {
  postMessage({ id: data.id, answer: estimateYield(data.question) })
})
postMessage(greeting)
