export interface WorkerEngine<Question, Answer> {
  /** Answers the newest question only; an older one still under way is forgotten. */
  ask(question: Question, answer: (answer: Answer) => void): void
  close(): void
}

/**
 * Calculates in a worker where the page's rules allow one, on the main thread where they do not:
 * the same code, so the same figures. A refused worker shows itself by an exception or by an error
 * event, before its first answer. The worker answers `{ id, question }` with `{ id, answer }`.
 */
export function createWorkerEngine<Question, Answer>(
  startWorker: () => Worker,
  calculate: (question: Question) => Answer,
): WorkerEngine<Question, Answer> {
  let worker: Worker | undefined
  let refused = false
  let newest = 0
  let pending: { id: number; question: Question; answer: (answer: Answer) => void } | undefined

  const here = () => {
    refused = true
    worker?.terminate()
    worker = undefined
    if (pending) pending.answer(calculate(pending.question))
    pending = undefined
  }
  const start = () => {
    try {
      worker = startWorker()
    } catch {
      return here()
    }
    worker.addEventListener('error', here)
    worker.addEventListener('message', ({ data }: MessageEvent<{ id: number; answer: Answer }>) => {
      if (pending?.id !== data.id) return
      const { answer } = pending
      pending = undefined
      answer(data.answer)
    })
  }
  return {
    ask(question, answer) {
      pending = { id: ++newest, question, answer }
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
