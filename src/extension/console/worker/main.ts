import * as v from 'valibot'
import type { AskAnswer } from '../../messages.ts'
import { createSession, type Session } from './console-session.ts'
import { toWorker, type Question, type ToPage } from './protocol.ts'
import { Unread } from './unread-value.ts'

// The console's worker: everything that would hold up the page, and the index.

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<unknown>) => void) | null
  postMessage(message: ToPage): void
}
const waiting = new Map<number, (answer: AskAnswer) => void>()
let asked = 0
let session: Session | undefined

scope.onmessage = ({ data }) => {
  const message = v.safeParse(toWorker, data)
  if (!message.success) return
  if (message.output.type === 'question') void answer(message.output.id, message.output.question)
  else {
    waiting.get(message.output.id)?.(message.output.answer)
    waiting.delete(message.output.id)
  }
}

async function answer(id: number, question: Question): Promise<void> {
  try {
    scope.postMessage({ type: 'answered', id, ok: true, value: await carryOut(question) })
  } catch (failure) {
    scope.postMessage({
      type: 'failed',
      id,
      reason: failure instanceof Unread ? failure.reason : 'bad-answer',
    })
  }
}

async function carryOut(question: Question): Promise<unknown> {
  if (question.kind === 'open') {
    session?.close()
    session = createSession(question.deployment, question.operator, {
      ask: (request) =>
        new Promise((resolve) => {
          asked += 1
          waiting.set(asked, resolve)
          scope.postMessage({ type: 'ask', id: asked, request })
        }),
      progress: (of, progress) => scope.postMessage({ type: 'progress', of, progress }),
    })
    return null
  }
  if (!session) throw new Unread('not-read')
  switch (question.kind) {
    case 'plan':
      return session.plan()
    case 'rows':
      return session.rows(question)
    case 'capabilities':
      return session.capabilities()
    case 'read':
      return session.read(question.functionName, question.args)
    case 'encode':
      return session.encode(question.functionName, question.args)
    case 'exists':
      return session.exists(question.contract)
    case 'answer':
      return session.answerOf(question.txid)
    case 'audit':
      return session.audit(question.cycle)
    case 'stop-audit':
      return session.stopAudit()
  }
}
