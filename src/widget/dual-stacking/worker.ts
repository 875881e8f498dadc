import { greeting } from '../greeting.ts'
import { estimateBoost, type BoostQuestion } from './estimate-boost.ts'

// Started only by engine.ts of the same build: its messages can be trusted.
addEventListener('message', ({ data }: MessageEvent<{ id: number; question: BoostQuestion }>) => {
  postMessage({ id: data.id, answer: estimateBoost(data.question) })
})
postMessage(greeting)
