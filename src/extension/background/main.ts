import * as v from 'valibot'
import { browser } from '../browser.ts'
import { identifySender } from '../message-sender.ts'
import {
  askMessage,
  command,
  commandsFromPages,
  projectMessage,
  type Command,
} from '../messages.ts'
import { relayNews, type RelayNews } from '../relay/protocol.ts'
import { openItemStore, type Area, type ItemStore } from '../storage/item-store.ts'
import { walletConnectQuestion } from '../walletconnect/task.ts'
import { computeProjection } from './compute-projection.ts'
import { answerConsoleRequest } from './dual-stacking/answer-console-request.ts'
import { WALLET_TIMEOUT_MS } from './dual-stacking/ask.ts'
import { deliverToConnection } from './dual-stacking/connection.ts'
import { deliverToIntent } from './dual-stacking/deliver.ts'
import { createDualStackingRefresher } from './dual-stacking/dual-stacking-refresher.ts'
import { announceHolderNotices } from './dual-stacking/holder-notices.ts'
import { leaveTab, recoverSigning } from './dual-stacking/recover.ts'
import { announceRewards } from './dual-stacking/rewards/announce-rewards.ts'
import { goOn } from './dual-stacking/sign.ts'
import { createVerifier, verifyAlarm } from './dual-stacking/verify/create-verifier.ts'
import { walletConnectTaskOf } from './dual-stacking/walletconnect.ts'
import { announcePoolNotices, openHyperstakingTab } from './hyperstaking/announce-pool-notices.ts'
import { deliverToDuskConnection, recoverDuskConnection } from './hyperstaking/connection.ts'
import { deliverToDuskIntent, recoverDusk } from './hyperstaking/deliver.ts'
import { createHyperstakingRefresher, duskAlarm } from './hyperstaking/hyperstaking-refresher.ts'
import { openNotification } from './open-notification.ts'
import { addMenu, openPanel, panelEntry } from './panel.ts'
import { runLogged, recordFault } from './record-fault.ts'
import { refreshAlarm, scheduleRefresh } from './refresh-alarm.ts'
import { runCommand, type Background } from './run-command.ts'
import { updateBadge } from './unread-notifications.ts'

/*
 * The single writer. Every listener is registered here, at once and synchronously, because the browser starts this script for an event and only wakes what was
 * listening before; each then waits for `ready`. Nothing is remembered outside storage but what can be read again.
 */

const ready = start()

async function start(): Promise<Background> {
  const store = await openItemStore(browser.storage.local as unknown as Area)
  const engine = createDualStackingRefresher(store)
  const dusk = createHyperstakingRefresher(store)
  // Where storage has no room, it is stored with the next write that there is room for: the
  // background works on, so that room can be made.
  for (const recovered of [recoverSigning, recoverDusk, recoverDuskConnection])
    await runLogged(store, `start ${recovered.name}`, () => recovered(store))
  await scheduleRefresh({ soon: engine.chain().deployment.network === 'devnet' })
  for (const work of [updateBadge, announceRewards, announceHolderNotices, announcePoolNotices])
    void runLogged(store, `start ${work.name}`, async () => work(store))
  const verifier = createVerifier(store, engine.chain)
  void runLogged(store, 'start verifier', async () => verifier.resume())
  return { store, engine, dusk, verifier }
}

browser.runtime.onMessage.addListener((message: unknown, from, reply) => {
  const sender = identifySender(from)
  if (!sender) return
  const { tabId } = sender
  const news = v.safeParse(relayNews, message)
  if (news.success && tabId !== null) {
    void answer(reply, { boundary: news.output.type, otherwise: { taken: false } }, (background) =>
      take(background, news.output, tabId),
    )
    return true
  }
  if (sender.kind === 'view' && tabId !== null && v.is(walletConnectQuestion, message)) {
    void answer(reply, { boundary: 'walletconnect', otherwise: null }, async ({ store }) =>
      walletConnectTaskOf(store, tabId, WALLET_TIMEOUT_MS),
    )
    return true
  }
  const question = v.safeParse(projectMessage, message)
  if (question.success) {
    reply(computeProjection(question.output.request))
    return
  }
  const request = sender.kind === 'view' ? v.safeParse(askMessage, message) : null
  if (request?.success) {
    const otherwise = { ok: false, code: 'offline', perMinute: null }
    void answer(reply, { boundary: 'console request', otherwise }, ({ engine }) =>
      answerConsoleRequest(engine.chain(), request.output),
    )
    return true
  }
  const asked = v.safeParse(command, message)
  if (!asked.success || (sender.kind === 'page' && !commandsFromPages.has(asked.output.type))) {
    reply({ ok: false, code: 'not-understood' })
    return
  }
  const own =
    sender.kind === 'page' && 'tabId' in asked.output
      ? { ...asked.output, tabId: sender.tabId }
      : asked.output
  const otherwise = { ok: false, code: 'no-answer' }
  void answer(reply, { boundary: `command ${own.type}`, otherwise }, (background) =>
    runCommand(background, own as Command),
  )
  return true
})

/** Replies with what the work gives; with `otherwise` when it fails, which is logged. */
async function answer(
  reply: (value: unknown) => void,
  { boundary, otherwise }: { boundary: string; otherwise: unknown },
  work: (background: Background) => Promise<unknown>,
): Promise<void> {
  const background = await ready
  try {
    reply(await work(background))
  } catch (error) {
    reply(otherwise)
    await recordFault(background.store, boundary, error)
  }
}

/** Does what the browser's event asks for; what goes wrong in it is logged. */
function onEvent(boundary: string, work: (background: Background) => unknown): void {
  void ready.then((background) =>
    runLogged(background.store, boundary, async () => work(background)),
  )
}

/** News is taken once it is stored: until then the relay tells it again. */
async function take(
  { store, engine, dusk }: Background,
  news: RelayNews,
  tabId: number,
): Promise<{ taken: true }> {
  if (news.type === 'relay/gone') await leave(store, tabId)
  else if (
    (await deliverToIntent(store, news.id, news.nonce, news.outcome)) ||
    (await deliverToConnection(store, news.id, news.outcome))
  )
    void engine.refresh()
  else if (
    (await deliverToDuskIntent(store, news.id, news.nonce, news.outcome)) ||
    (await deliverToDuskConnection(store, news.id, news.outcome))
  )
    void dusk.refresh()
  return { taken: true }
}

async function leave(store: ItemStore, tabId: number): Promise<void> {
  await leaveTab(store, tabId)
  await recoverDusk(store, tabId)
  await recoverDuskConnection(store, tabId)
}

browser.alarms.onAlarm.addListener(({ name }) => {
  const boundary = `alarm ${name}`
  if (name === refreshAlarm) onEvent(boundary, ({ engine }) => engine.refresh())
  if (name === verifyAlarm) onEvent(boundary, ({ verifier }) => verifier.resume())
  if (name === duskAlarm) onEvent(boundary, ({ dusk }) => dusk.refresh())
})

browser.tabs.onRemoved.addListener((tabId) =>
  onEvent('tab closed', ({ store }) => leave(store, tabId)),
)

// The address of a tab is told only where the user has let us in: what waits there goes on when the
// page is loaded.
browser.tabs.onUpdated.addListener((tabId, { status }, { url }) => {
  if (status === 'complete' && url !== undefined)
    onEvent('tab loaded', ({ store }) => goOn(store, tabId))
})

browser.notifications.onClicked.addListener((key) =>
  onEvent('notification clicked', ({ store }) =>
    key.startsWith('dusk:') ? openHyperstakingTab(key) : openNotification(store, key),
  ),
)

browser.runtime.onInstalled.addListener(({ reason }) => {
  addMenu()
  if (reason === 'install')
    void browser.tabs.create({ url: browser.runtime.getURL('dist/extension/welcome/welcome.html') })
})

browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
  if (menuItemId === panelEntry && tab?.id !== undefined) void openPanel(tab.id)
})

browser.commands.onCommand.addListener((name, tab) => {
  if (name === panelEntry && tab?.id !== undefined) void openPanel(tab.id)
})

browser.runtime.onStartup.addListener(() =>
  onEvent('browser started', ({ engine }) => engine.refresh()),
)
