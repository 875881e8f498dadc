import * as v from 'valibot'
import type { createAnswerer } from './answer.ts'
import { ProjectionProblem } from './projection-problem.ts'
import { workerAnswer } from './worker-answer.ts'
import type { WorkerRequest } from './worker-request.ts'

/** What a client needs of a worker. */
export interface WorkerLike {
  postMessage(message: unknown, transfer: Transferable[]): void
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void
  terminate(): void
}

export interface PendingQuestion {
  request: WorkerRequest
  transfer: Transferable[]
  signal: AbortSignal | undefined
  resolve: (result: unknown) => void
  reject: (problem: ProjectionProblem) => void
}

/**
 * The line of questions before a worker. One is with the worker at a time, so that a stale one is
 * dropped before it costs anything; when there is no worker, or it fails, the same code answers on
 * the main thread.
 */
export class QuestionQueue {
  readonly #waiting: PendingQuestion[] = []
  #current: PendingQuestion | undefined
  #worker: WorkerLike | undefined
  #answerer: ReturnType<typeof createAnswerer> | undefined
  #closed = false

  constructor(source: WorkerLike | (() => WorkerLike) | undefined) {
    try {
      this.#worker = typeof source === 'function' ? source() : source
    } catch {
      // No worker may be made here: the main thread answers.
    }
    this.#worker?.addEventListener('message', ({ data }) => this.#receive(data))
    this.#worker?.addEventListener('error', (event) => this.#fallBack(event))
    this.#worker?.addEventListener('messageerror', (event) => this.#fallBack(event))
    // Asked first, so that nothing is transferred to a worker that a page's CSP stops only after it
    // was made.
    if (this.#worker)
      this.ask({
        request: { id: 0, kind: 'hello' },
        transfer: [],
        signal: undefined,
        resolve: () => {},
        reject: () => {},
      })
  }

  ask(question: PendingQuestion): void {
    if (this.#closed) question.reject(new ProjectionProblem('closed'))
    else if (question.signal?.aborted) question.reject(aborted())
    else {
      this.#waiting.push(question)
      question.signal?.addEventListener('abort', () => this.drop(question, aborted()), {
        once: true,
      })
      this.#next()
    }
  }

  /**
   * Gives a question up: one that waits is never sent, the answer to one that is under way is
   * ignored.
   */
  drop(question: PendingQuestion, problem: ProjectionProblem): void {
    const index = this.#waiting.indexOf(question)
    if (index >= 0) this.#waiting.splice(index, 1)
    question.reject(problem)
  }

  close(): void {
    this.#closed = true
    this.#worker?.terminate()
    const open = [...(this.#current ? [this.#current] : []), ...this.#waiting.splice(0)]
    for (const question of open) question.reject(new ProjectionProblem('closed'))
  }

  #next(): void {
    if (this.#current !== undefined || this.#closed) return
    this.#current = this.#waiting.shift()
    if (this.#current === undefined) return
    const { request, transfer } = this.#current
    if (this.#worker) this.#worker.postMessage(request, transfer)
    else void this.#answerHere(request)
  }

  async #answerHere(request: WorkerRequest): Promise<void> {
    // Loaded only where it is needed: most pages have a worker.
    const { createAnswerer } = await import('./answer.ts')
    this.#answerer ??= createAnswerer()
    this.#receive(this.#answerer(request))
  }

  #receive(data: unknown): void {
    const parsed = v.safeParse(workerAnswer, data)
    const question = this.#current
    if (!parsed.success || question === undefined || parsed.output.id !== question.request.id)
      return
    this.#current = undefined
    if (parsed.output.ok) question.resolve(parsed.output.result)
    else question.reject(new ProjectionProblem(parsed.output.code, parsed.output.message))
    this.#next()
  }

  #fallBack(event: Event): void {
    event.preventDefault()
    const question = this.#current
    this.#worker?.terminate()
    this.#worker = undefined
    if (question === undefined || this.#closed) return
    // What was transferred to a worker that died is gone with it.
    const lost = question.transfer.length > 0
    this.#current = undefined
    if (lost) question.reject(new ProjectionProblem('failed', 'worker-stopped'))
    else this.#waiting.unshift(question)
    this.#next()
  }
}

const aborted = () => new ProjectionProblem('aborted')
