import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { createWorkerEngine as create } from '../../../src/widget/worker-engine.ts'

/** What a worker does when it is started, and with each question. */
interface Behaviour {
  start?(worker: FakeWorker): void
  answer?(worker: FakeWorker, message: { id: number; question: number }): void
}

class FakeWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null
  onerror: (() => void) | null = null
  asked: unknown[] = []
  ended = false
  constructor(private readonly behaviour: Behaviour) {
    setTimeout(() => behaviour.start?.(this))
  }
  postMessage(message: { id: number; question: number }): void {
    this.asked.push(message)
    setTimeout(() => this.behaviour.answer?.(this, message))
  }
  terminate(): void {
    this.ended = true
  }
  say(data: unknown): void {
    if (!this.ended) this.onmessage?.({ data })
  }
}

const GREETING = 'twinstack test 1'
const greets = (worker: FakeWorker) => worker.say(GREETING)
const ours: Behaviour = {
  start: greets,
  answer: (worker, { id, question }) => worker.say({ id, answer: question * 2 }),
}

let createWorkerEngine: typeof create
/** Questions that were calculated on this thread. */
let here: number[]
let workers: FakeWorker[]
beforeEach(async () => {
  vi.useFakeTimers()
  vi.resetModules()
  ;({ createWorkerEngine } = await import('../../../src/widget/worker-engine.ts'))
  here = []
  workers = []
})
afterEach(() => vi.useRealTimers())

const engine = (behaviour: Behaviour | 'refused', isPatient = false) =>
  createWorkerEngine<number, number>({
    isPatient,
    greeting: GREETING,
    calculate: (question) => {
      here.push(question)
      return question * 2
    },
    isAnswer: (answer, question): answer is number => answer === question * 2,
    start: async () => {
      if (behaviour === 'refused') throw new Error('refused')
      const worker = new FakeWorker(behaviour)
      workers.push(worker)
      return worker as unknown as Worker
    },
  })

it('answers from the worker that greets', async () => {
  const answers: number[] = []
  const asked = engine(ours)
  asked.ask(21, (answer) => answers.push(answer))
  await vi.advanceTimersByTimeAsync(10)
  asked.ask(4, (answer) => answers.push(answer))
  await vi.advanceTimersByTimeAsync(60_000)
  expect([answers, here, workers.length]).toEqual([[42, 8], [], 1])
})

it('answers the newest question only', async () => {
  const answers: number[] = []
  const asked = engine(ours)
  for (const question of [1, 2, 3]) asked.ask(question, (answer) => answers.push(answer))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(answers).toEqual([6])
  expect(workers[0]!.asked).toEqual([{ id: 3, question: 3 }])
})

const failing: [string, Behaviour | 'refused'][] = [
  ['is refused by the page’s rules', 'refused'],
  ['fails', { start: (worker) => worker.onerror?.() }],
  ['fails after its greeting', { start: greets, answer: (worker) => worker.onerror?.() }],
  ['says nothing', {}],
  ['greets and answers nothing', { start: greets }],
  ['is of another version', { ...ours, start: (worker) => worker.say('twinstack test 2') }],
  [
    'answers something else',
    { ...ours, answer: (worker, { id }) => worker.say({ id, answer: 7 }) },
  ],
  ['answers with an echo', { ...ours, answer: (worker, message) => worker.say(message) }],
  ['answers to no question', { ...ours, answer: (worker) => worker.say(null) }],
]
it.each(failing)(
  'calculates here where the worker %s, and tries no other',
  async (_, behaviour) => {
    const answers: number[] = []
    const asked = engine(behaviour)
    asked.ask(21, (answer) => answers.push(answer))
    await vi.advanceTimersByTimeAsync(11_000)
    expect([answers, here]).toEqual([[42], [21]])
    expect(workers.every(({ ended }) => ended)).toBe(true)
    const started = workers.length
    engine(ours).ask(4, (answer) => answers.push(answer))
    expect([answers, workers.length]).toEqual([[42, 8], started])
  },
)

it('asks nothing of a worker that does not say that it is ours', async () => {
  const foreign = { ...ours, start: (worker: FakeWorker) => worker.say({ id: 1, answer: 99 }) }
  const answers: number[] = []
  engine(foreign).ask(21, (answer) => answers.push(answer))
  await vi.advanceTimersByTimeAsync(11_000)
  expect([answers, workers[0]!.asked]).toEqual([[42], []])
})

it('waits for long answers where it is told to, of a worker that has greeted', async () => {
  const answers: number[] = []
  const slow: Behaviour = {
    start: greets,
    answer: (worker, { id, question }) => {
      setTimeout(() => worker.say({ id, answer: question * 2 }), 60_000)
    },
  }
  engine(slow, true).ask(21, (answer) => answers.push(answer))
  await vi.advanceTimersByTimeAsync(61_000)
  expect([answers, here]).toEqual([[42], []])
  engine({}, true).ask(4, (answer) => answers.push(answer))
  await vi.advanceTimersByTimeAsync(11_000)
  expect([answers, here]).toEqual([[42, 8], [4]])
})

it('ends its worker, and starts another when it is asked again', async () => {
  const answers: number[] = []
  const asked = engine(ours)
  asked.ask(1, (answer) => answers.push(answer))
  asked.close()
  await vi.advanceTimersByTimeAsync(60_000)
  expect([answers, workers[0]!.ended]).toEqual([[], true])
  asked.ask(2, (answer) => answers.push(answer))
  await vi.advanceTimersByTimeAsync(10)
  expect([answers, workers.length, here]).toEqual([[4], 2, []])
})
