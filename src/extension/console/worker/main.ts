import * as v from 'valibot'
import type { NetworkAnswer } from '../../messages.ts'
import { createConsoleSession, type ConsoleSession } from './console-session.ts'
import { toConsoleWorker, type ConsoleQuestion, type ToConsolePage } from './protocol.ts'
import { UnreadValue } from './unread-value.ts'

// The console's worker: everything that would hold up the page, and the index.

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<unknown>) => void) | null
  postMessage(message: ToConsolePage): void
}
const waiting = new Map<number, (answer: NetworkAnswer) => void>()
let asked = 0
let session: ConsoleSession | undefined

scope.onmessage = ({ data }) => {
  const message = v.safeParse(toConsoleWorker, data)
  if (!message.success) return
  if (message.output.type === 'question') void answer(message.output.id, message.output.question)
  else {
    waiting.get(message.output.id)?.(message.output.answer)
    waiting.delete(message.output.id)
  }
}

async function answer(id: number, question: ConsoleQuestion): Promise<void> {
  try {
    scope.postMessage({ type: 'answered', id, ok: true, value: await carryOut(question) })
  } catch (failure) {
    scope.postMessage({
      type: 'failed',
      id,
      reason: failure instanceof UnreadValue ? failure.reason : 'bad-answer',
    })
  }
}

async function carryOut(question: ConsoleQuestion): Promise<unknown> {
  if (question.kind === 'open') {
    session?.close()
    session = createConsoleSession(question.deployment, question.operator, {
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
  if (!session) throw new UnreadValue('not-read')
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
