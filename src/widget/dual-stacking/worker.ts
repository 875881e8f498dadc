import { estimateBoost, type BoostQuestion } from './estimate-boost.ts'

// Started by engine.ts of the same build and by no one else: its messages are our own.
addEventListener('message', ({ data }: MessageEvent<{ id: number; question: BoostQuestion }>) => {
  postMessage({ id: data.id, answer: estimateBoost(data.question) })
})
