import { calculate, type Question } from './calculate.ts'

// Started by engine.ts of the same build and by nobody else: its messages are our own.
addEventListener('message', ({ data }: MessageEvent<{ id: number; question: Question }>) => {
  postMessage({ id: data.id, answer: calculate(data.question) })
})
