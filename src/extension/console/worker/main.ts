import * as v from 'valibot'
import type { NetworkAnswer } from '../../messages.ts'
import { createConsoleSession, type ConsoleSession } from './console-session.ts'
import {
  toConsoleWorker,
  type ConsoleQuestion,
  type Indexing,
  type ProgressOf,
  type ToConsolePage,
} from './protocol.ts'
import type { StakingConsoleQuestion } from './staking/staking-protocol.ts'
import {
  answerStakingQuestion,
  createStakingSession,
  type StakingSession,
} from './staking/staking-session.ts'
import { UnreadValue } from './unread-value.ts'

// The console's worker: everything that would hold up the page, and the index.

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<unknown>) => void) | null
  postMessage(message: ToConsolePage): void
}
const waiting = new Map<number, (answer: NetworkAnswer) => void>()
let asked = 0
let session: ConsoleSession | undefined
let staking: StakingSession | undefined
let stakingOn = ''

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

const outside = {
  ask: (request: Extract<ToConsolePage, { type: 'ask' }>['request']) =>
    new Promise<NetworkAnswer>((resolve) => {
      asked += 1
      waiting.set(asked, resolve)
      scope.postMessage({ type: 'ask', id: asked, request })
    }),
  progress: (of: ProgressOf, progress: Indexing | null) =>
    scope.postMessage({ type: 'progress', of, progress }),
}

const isStakingQuestion = (question: ConsoleQuestion): question is StakingConsoleQuestion =>
  question.kind.startsWith('staking/')

async function carryOut(question: ConsoleQuestion): Promise<unknown> {
  if (question.kind === 'open') {
    session?.close()
    const network = JSON.stringify(question.deployment)
    session = createConsoleSession(question.deployment, question.operator, outside)
    // Whoever signs, the programme is the same.
    if (network !== stakingOn) {
      staking?.close()
      staking = createStakingSession(question.deployment, outside)
      stakingOn = network
    }
    return null
  }
  if (!session || !staking) throw new UnreadValue('not-read')
  if (isStakingQuestion(question)) return answerStakingQuestion(staking, question)
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
    case 'settings':
      return session.settings()
    case 'exists':
      return session.exists(question.contract)
    case 'fee':
      return session.fee(question.payload)
    case 'answer':
      return session.answerOf(question.txid)
    case 'audit':
      return session.audit(question.cycle)
    case 'stop-audit':
      return session.stopAudit()
  }
}
