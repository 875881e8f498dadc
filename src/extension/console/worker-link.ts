import * as v from 'valibot'
import type { UnknownReason } from '../../chain/known.ts'
import { browser } from '../browser.ts'
import { networkAnswer, type NetworkAnswer } from '../messages.ts'
import {
  toConsolePage,
  type Indexing,
  type ProgressOf,
  type ConsoleQuestion,
  type ToConsolePage,
  type ToConsoleWorker,
} from './worker/protocol.ts'

/** A question that the worker could not answer, and why. */
export class UnansweredQuestion extends Error {
  constructor(readonly reason: UnknownReason) {
    super(reason)
  }
}

/** Passes a request on to the background, whose client speaks to the network. */
async function askBackground(
  request: Extract<ToConsolePage, { type: 'ask' }>['request'],
): Promise<NetworkAnswer> {
  try {
    const answer = v.safeParse(
      networkAnswer,
      await browser.runtime.sendMessage({ type: 'ask', ...request }),
    )
    return answer.success ? answer.output : { ok: false, code: 'bad-answer', perMinute: null }
  } catch {
    // The background was stopped in the middle.
    return { ok: false, code: 'offline', perMinute: null }
  }
}

type Progress = { of: ProgressOf; progress: Indexing | null }

/** Starts the console's worker; `onProgress` hears how far it is. */
export function startConsoleWorker(onProgress: (progress: Progress) => void) {
  const worker = new Worker(new URL('./worker/main.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (problem: UnansweredQuestion) => void }
  >()
  let asked = 0
  const send = (message: ToConsoleWorker) => worker.postMessage(message)

  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const parsed = v.safeParse(toConsolePage, data)
    if (!parsed.success) return
    const message = parsed.output
    switch (message.type) {
      case 'ask':
        return void askBackground(message.request).then((answer) =>
          send({ type: 'network-answer', id: message.id, answer }),
        )
      case 'progress':
        return onProgress(message)
      case 'answered':
        waiting.get(message.id)?.resolve(message.value)
        break
      case 'failed':
        waiting.get(message.id)?.reject(new UnansweredQuestion(message.reason))
        break
    }
    waiting.delete(message.id)
  })
  worker.addEventListener('error', () => {
    for (const { reject } of waiting.values()) reject(new UnansweredQuestion('bad-answer'))
    waiting.clear()
  })

  return {
    /** The answer to a question, parsed. Rejects with `Unanswered`. */
    async ask<T>(question: ConsoleQuestion, answer: v.GenericSchema<unknown, T>): Promise<T> {
      asked += 1
      const id = asked
      const value = await new Promise<unknown>((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        send({ type: 'question', id, question })
      })
      const parsed = v.safeParse(answer, value)
      if (!parsed.success) throw new UnansweredQuestion('bad-answer')
      return parsed.output
    },
  }
}
export type WorkerLink = ReturnType<typeof startConsoleWorker>
