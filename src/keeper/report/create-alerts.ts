import type { Fetch } from '../../chain/http/send-once.ts'
import { stxNumber } from '../../words/format/amounts.ts'
import type { KeeperConfig } from '../config/keeper-config.ts'
import type { KeeperEvent, TellEvent } from '../keeper-event.ts'
import type { KeeperSentence, Speaker } from '../speak.ts'
import { stuckSentence } from './describe-plan.ts'
import { heldSentence, hostSentence } from './tell-in-words.ts'

/** What is reported: to whom it concerns, once until it is over. */
export const alertKinds = [
  'window-closing',
  'funds-low',
  'host-gone',
  'programme-stuck',
  'step-failed',
  'fees-capped',
] as const
export type AlertKind = (typeof alertKinds)[number]

interface Alert {
  kind: AlertKind
  /** The contract, host or call that it is about. */
  about: string
  text: string
}

interface AlertSetup {
  config: KeeperConfig['alerts']
  speaker: Speaker
  /** Where an alert goes that could not be delivered, without the address. */
  undelivered: (kind: AlertKind) => void
  fetch?: Fetch
}

const TIMEOUT_MS = 10_000
const ATTEMPTS = 5

/**
 * Sends alerts to a webhook, as JSON: `kind`, `about`, `text`. One that is still true is not sent
 * again; one that could not be delivered is, in the rounds that follow.
 */
export function createAlerts({
  config: { webhook, windowBlocks, fundsForCycles },
  speaker: { say, locale },
  undelivered,
  fetch = (url, init) => globalThis.fetch(url, init),
}: AlertSetup) {
  const raised = new Map<string, number>()
  const delivered = new Set<string>()
  const sending = new Set<Promise<void>>()

  const deliver = async (key: string, alert: Alert): Promise<void> => {
    if (webhook === undefined) return
    try {
      const { ok } = await fetch(webhook, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(alert),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
      if (!ok) return undelivered(alert.kind)
      delivered.add(key)
    } catch {
      undelivered(alert.kind)
    }
  }
  const keyOf = (kind: AlertKind, about: string) => `${kind} ${about}`
  const raise = (kind: AlertKind, about: string, sentence: KeeperSentence) => {
    const key = keyOf(kind, about)
    const times = raised.get(key) ?? 0
    if (delivered.has(key) || times >= ATTEMPTS) return
    raised.set(key, times + 1)
    const work = deliver(key, { kind, about, text: say(sentence) })
    sending.add(work)
    void work.finally(() => sending.delete(work))
  }
  const end = (kind: AlertKind, about: string) => {
    raised.delete(keyOf(kind, about))
    delivered.delete(keyOf(kind, about))
  }

  const heard = (event: Extract<KeeperEvent, { kind: 'planned' }>) => {
    const { contract, plan, burnHeight } = event
    const { step } = plan
    if (step.kind === 'stuck')
      raise('programme-stuck', contract, stuckSentence(contract, step.reason))
    else end('programme-stuck', contract)
    if (step.kind !== 'call') return
    const { functionName: name, deadline } = step.call
    if (deadline - burnHeight <= windowBlocks)
      raise('window-closing', `${contract} ${name} ${deadline}`, {
        word: 'keeper.alert.window',
        values: { contract, name, left: String(Math.max(0, deadline - burnHeight)) },
      })
  }

  const tell: TellEvent = (event) => {
    switch (event.kind) {
      case 'looked':
        for (const host of event.hosts)
          if (host.trouble === null) end('host-gone', host.base)
          else raise('host-gone', host.base, hostSentence(host))
        return
      case 'planned':
        return heard(event)
      case 'held':
        if (event.reason === 'funds') raise('funds-low', '', heldSentence(event))
        if (event.reason === 'call-fee' || event.reason === 'day-fee')
          raise('fees-capped', event.contract, heldSentence(event))
        return
      case 'funds': {
        const { microStx, cycleMicroStx } = event
        if (microStx >= cycleMicroStx * BigInt(fundsForCycles)) return end('funds-low', '')
        return raise('funds-low', '', {
          word: 'keeper.alert.funds',
          values: {
            amount: stxNumber(locale, microStx, 'exact'),
            cycles: String(fundsForCycles),
          },
        })
      }
      case 'failed': {
        const { contract, functionName: name } = event.call
        if (event.count >= 2)
          raise('step-failed', `${contract} ${name}`, {
            word: 'keeper.alert.failed',
            values: { contract, name, times: String(event.count) },
          })
        return
      }
      case 'confirmed':
        end('fees-capped', event.call.contract)
        return end('step-failed', `${event.call.contract} ${event.call.functionName}`)
      default:
    }
  }
  return {
    tell,
    /** Ends when nothing is on its way any more. */
    settle: async (): Promise<void> => void (await Promise.all(sending)),
  }
}
