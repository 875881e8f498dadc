import * as v from 'valibot'
import { identifySender, type MessageSender } from '../message-sender.ts'
import { askMessage, command } from '../messages.ts'
import { panelOpening, panelRequest } from '../panel/protocol.ts'
import { programmeMessage } from '../programme-message.ts'
import { relayNews, type RelayNews } from '../relay/protocol.ts'
import { walletConnectQuestion } from '../walletconnect/task.ts'
import { handleTabClosed, type Background } from './background.ts'
import { answerConsoleRequest } from './dual-stacking/answer-console-request.ts'
import { readProgrammeOf } from './dual-stacking/read-programme-of.ts'
import { walletConnectTaskOf } from './dual-stacking/walletconnect-tab.ts'
import { answerPanelOpening, readPanelCommand } from './panel.ts'
import { recordFault, runLogged } from './record-fault.ts'
import { runCommand } from './run-command.ts'

type Reply = (value: unknown) => void

/** What a message asks for: work for a background that is ready, and the answer if it fails. */
interface Task {
  boundary: string
  otherwise: unknown
  work(background: Background): Promise<unknown>
}

/** Answers a runtime message; true: the answer comes later (the browser keeps the reply open). */
export function handleMessage(
  ready: Promise<Background>,
  message: unknown,
  from: chrome.runtime.MessageSender,
  reply: Reply,
): boolean {
  const sender = identifySender(from)
  if (!sender) return false
  const task = findTask(message, sender)
  if (task) void answer(ready, task, reply)
  else reply(notUnderstood)
  return task !== null
}

const notUnderstood = { ok: false, code: 'not-understood' }

function findTask(message: unknown, sender: MessageSender): Task | null {
  const { tabId, kind } = sender
  if (kind === 'panel') return findPanelTask(message, sender.tabId)
  const news = v.safeParse(relayNews, message)
  if (news.success && tabId !== null)
    return {
      boundary: news.output.type,
      otherwise: { taken: false },
      work: (background) => handleRelayMessage(background, news.output, tabId),
    }
  if (kind === 'view' && tabId !== null && v.is(walletConnectQuestion, message))
    return {
      boundary: 'walletconnect',
      otherwise: null,
      work: async ({ store }) => walletConnectTaskOf(store, tabId),
    }
  const request = kind === 'view' ? v.safeParse(askMessage, message) : null
  if (request?.success)
    return {
      boundary: 'console request',
      otherwise: { ok: false, code: 'offline', perMinute: null },
      work: ({ dualStacking }) => answerConsoleRequest(dualStacking.chain(), request.output),
    }
  const programme = kind === 'view' ? v.safeParse(programmeMessage, message) : null
  if (programme?.success)
    return {
      boundary: 'programme',
      otherwise: { ok: false, problem: 'offline' },
      work: ({ dualStacking }) => readProgrammeOf(dualStacking.chain(), programme.output),
    }
  return findCommand(message, sender)
}

function findCommand(message: unknown, { kind }: MessageSender): Task | null {
  const parsed = v.safeParse(command, message)
  if (!parsed.success || kind !== 'view') return null
  return {
    boundary: `command ${parsed.output.type}`,
    otherwise: { ok: false, code: 'no-answer' },
    work: (background) => runCommand(background, parsed.output),
  }
}

/** What a document of ours in a frame of a page asks for, which shows its token each time. */
function findPanelTask(message: unknown, tabId: number): Task | null {
  const opening = v.safeParse(panelOpening, message)
  const request = v.safeParse(panelRequest, message)
  const task = { boundary: 'panel', otherwise: { ok: false, code: 'no-answer' } }
  if (opening.success)
    return { ...task, work: () => answerPanelOpening(tabId, opening.output.token) }
  if (!request.success) return null
  return {
    ...task,
    async work(background) {
      const asked = await readPanelCommand(tabId, request.output)
      return asked ? runCommand(background, asked) : notUnderstood
    },
  }
}

/** Replies with what the work gives; with `otherwise` when it fails, which is logged. */
async function answer(
  ready: Promise<Background>,
  { boundary, otherwise, work }: Task,
  reply: Reply,
): Promise<void> {
  // A background that could not start has no log to write to.
  const background = await ready.catch(() => null)
  if (!background) return reply(otherwise)
  try {
    reply(await work(background))
  } catch (error) {
    reply(otherwise)
    await recordFault(background.store, boundary, error)
  }
}

/** News is acknowledged once it is stored: until then the relay repeats it. */
async function handleRelayMessage(
  background: Background,
  news: RelayNews,
  tabId: number,
): Promise<{ taken: true }> {
  const { stacksSigning, duskSigning, dualStacking, hyperstaking, stakingClaims } = background
  if (news.type === 'relay/gone') await handleTabClosed(background, tabId)
  else if (await stacksSigning.deliver(news.id, news.nonce, news.outcome)) {
    dualStacking.refreshSoon()
    // The next one asks its wallet for minutes; this news is answered before.
    void runLogged(background.store, 'claims', stakingClaims.advance)
  } else if (await duskSigning.deliver(news.id, news.nonce, news.outcome))
    hyperstaking.refreshSoon()
  return { taken: true }
}
