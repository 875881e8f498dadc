export interface WorkerEngine<Question, Answer> {
  /** Answers the newest question only; an older one still under way is forgotten. */
  ask(question: Question, answer: (answer: Answer) => void): void
  close(): void
}

export interface EngineParts<Question, Answer> {
  /** Starts the worker; throws or rejects where the page's rules allow none. */
  start(): Promise<Worker>
  /** What the worker says first. One that says anything else is not ours, and asked nothing. */
  greeting: string
  /** Answers take as long as they take: once the worker has greeted, it is waited for. */
  isPatient?: boolean
  calculate(question: Question): Answer
  /** Whether a worker's answer can be the answer to this question. */
  isAnswer(answer: unknown, question: Question): answer is Answer
}

/** A worker that is silent for so long while it is asked is not waited for, unless told. */
const LONGEST_MS = 10_000

/** Once a worker has failed on a page, no other is tried there. */
let isRefused = false

/**
 * Calculates in a worker where the page's rules allow one, on the main thread where they do not, or
 * where the worker fails, is foreign, silent, or gives what is no answer: the same code, so the
 * same figures. The worker greets, then answers `{ id, question }` with `{ id, answer }`.
 */
export function createWorkerEngine<Question, Answer>({
  start,
  greeting,
  calculate,
  isAnswer,
  isPatient,
}: EngineParts<Question, Answer>): WorkerEngine<Question, Answer> {
  let newest = 0
  let started: Promise<Worker> | undefined
  let greeted: Promise<Worker> | undefined

  const greet = (worker: Worker): Promise<Worker> =>
    new Promise((resolve, reject) => {
      worker.onerror = reject
      worker.onmessage = ({ data }) => (data === greeting ? resolve(worker) : reject())
    })
  const close = () => {
    newest++
    void started?.then(
      (worker) => worker.terminate(),
      () => {},
    )
    started = greeted = undefined
  }
  return {
    close,
    ask(question, answer) {
      const id = ++newest
      const here = () => {
        if (id !== newest) return
        isRefused = true
        close()
        answer(calculate(question))
      }
      if (isRefused) return here()
      const timer = setTimeout(here, LONGEST_MS)
      greeted ??= (started = start()).then(greet)
      void greeted.then((worker) => {
        if (id !== newest) return
        if (isPatient) clearTimeout(timer)
        worker.onerror = here
        worker.onmessage = ({ data }) => {
          if (id !== newest || data?.id !== id) return
          if (!isAnswer(data.answer, question)) return here()
          newest++
          answer(data.answer)
        }
        worker.postMessage({ id, question })
      }, here)
    },
  }
}
