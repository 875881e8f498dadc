import { calculate } from './calculate.ts'
import type { Answer, Question } from './calculate.ts'

export interface Engine {
  /** Answers the newest question only; an older one still under way is forgotten. */
  ask(question: Question, answer: (answer: Answer) => void): void
  close(): void
}

/** Calculates in a worker where the page's rules allow one, on the main thread where they do not: the same code, so the same figures. */
export function createEngine(): Engine {
  let worker: Worker | undefined
  let refused = false
  let newest = 0
  let pending: { question: Question; answer: (answer: Answer) => void } | undefined

  // A refused worker shows itself by an exception, or by an error event before its first answer.
  const here = () => {
    refused = true
    worker?.terminate()
    worker = undefined
    pending?.answer(calculate(pending.question))
    pending = undefined
  }
  const start = () => {
    try {
      worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    } catch {
      return here()
    }
    worker.addEventListener('error', here)
    worker.addEventListener('message', ({ data }: MessageEvent<{ id: number; answer: Answer }>) => {
      if (data.id !== newest) return
      pending?.answer(data.answer)
      pending = undefined
    })
  }
  return {
    ask(question, answer) {
      pending = { question, answer }
      newest++
      if (refused) return here()
      if (!worker) start()
      worker?.postMessage({ id: newest, question })
    },
    close() {
      worker?.terminate()
      worker = undefined
      pending = undefined
    },
  }
}
