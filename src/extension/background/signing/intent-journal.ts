import type { JobOutcome } from '../../../wallet/bridge/job-outcome.ts'
import { isOpen, type SigningEvent, type SigningVerdict } from '../../../wallet/reduce-signing.ts'
import type { SigningFailure } from '../../../wallet/signing-failure.ts'
import type { JournalRules, SigningIntent } from './signing-chain.ts'

/** A chain's requests to wallets, newest first: every step is stored before the next is taken. */
export function createIntentJournal<Intent extends SigningIntent>(rules: JournalRules<Intent>) {
  const entryOf = (id: string) => rules.read().find(({ intent }) => intent.id === id)
  const find = (id: string): Intent | undefined => entryOf(id)?.intent
  const nonceOf = (id: string): string | null => entryOf(id)?.nonce ?? null
  const txidOf = (intent: Intent): string | null => rules.positionOf(intent).txid

  /** Adds an intent; the oldest finished ones beyond those that are kept go. */
  async function add(intent: Intent): Promise<void> {
    await rules.update((before) =>
      [{ intent, dismissed: false, nonce: null }, ...before].filter(
        (entry, index) => index < rules.kept || rules.isTracked(entry.intent),
      ),
    )
  }

  /**
   * Changes an intent and resolves when it is stored; the same object back means no change.
   * `nonce`: of the attempt that begins with it.
   */
  async function change(
    id: string,
    next: (intent: Intent) => Intent,
    nonce?: string,
  ): Promise<Intent | undefined> {
    await rules.update((before) => {
      const at = before.findIndex(({ intent }) => intent.id === id)
      const entry = before[at]
      const intent = entry && next(entry.intent)
      if (!intent || intent === entry.intent) return before
      // News of a transaction brings back what the user had dismissed.
      const dismissed = entry.dismissed && txidOf(intent) === txidOf(entry.intent)
      return before.with(at, { intent, dismissed, nonce: nonce ?? entry.nonce })
    })
    return find(id)
  }

  /**
   * Records an event of an intent; what does not fit the intent's state changes nothing. `note`:
   * what is noted in the same write.
   */
  const record = (
    id: string,
    event: SigningEvent,
    note: (intent: Intent) => Intent = (intent) => intent,
  ): Promise<Intent | undefined> =>
    change(
      id,
      (intent) => {
        const next = rules.advance(intent, event, Date.now())
        return next === intent ? intent : note(next)
      },
      event.type === 'asked' ? event.nonce : undefined,
    )

  const isKnown = (txid: string): boolean =>
    rules.read().some(({ intent }) => txidOf(intent) === txid)

  /** Continues with a transaction found on the chain, as if its wallet had given its id. */
  async function takeUp(id: string, txid: string): Promise<void> {
    if (!isKnown(txid)) await record(id, { type: 'answered', verdict: { kind: 'to-check', txid } })
  }

  /** Records that an attempt will never answer; a later attempt and a known transaction stay. */
  async function abandon(
    id: string,
    nonce: string,
    why: { failure: SigningFailure; answeredBy?: string },
  ): Promise<void> {
    const { failure, answeredBy } = why
    if (nonceOf(id) === nonce)
      await record(id, { type: 'failed', failure, ...(answeredBy !== undefined && { answeredBy }) })
  }

  /**
   * Takes what a wallet answered to an intent; resolves when it is stored. A transaction always
   * counts, however late and of whichever attempt; a failure only when it is the latest attempt's.
   * False when there is no such intent.
   */
  async function deliver(id: string, nonce: string, outcome: JobOutcome): Promise<boolean> {
    const intent = find(id)
    if (!intent) return false
    const verdict = verdictOn(intent, outcome)
    await rules.learnAccount?.(intent, verdict)
    if (verdict.kind === 'failed') await abandon(id, nonce, verdict)
    else await recordSignature(intent, nonce, verdict)
    return true
  }

  const verdictOn = (intent: Intent, outcome: JobOutcome): SigningVerdict => {
    if (outcome.result === 'signed') return rules.judge(intent, outcome)
    if (outcome.result !== 'failed') return { kind: 'failed', failure: 'result-unreadable' }
    const { failure, answeredBy } = outcome
    const isGiven = answeredBy !== undefined && rules.isAccount(intent, answeredBy)
    return { kind: 'failed', failure, ...(isGiven && { answeredBy }) }
  }

  async function recordSignature(
    intent: Intent,
    nonce: string,
    verdict: Exclude<SigningVerdict, { kind: 'failed' }>,
  ): Promise<void> {
    // A transaction that the network dropped may be signed again, to the same id: it is on its way
    // again then.
    const owner = rules
      .read()
      .find(
        (each) =>
          txidOf(each.intent) === verdict.txid &&
          (each.intent.id === intent.id || each.intent.state !== 'dropped'),
      )?.intent
    // What another request has led to is no answer to this one.
    if (owner && txidOf(intent) === null)
      return abandon(intent.id, nonce, { failure: 'old-transaction' })
    // Redelivered because the first write failed: acknowledged only after it is stored.
    if (owner) return void (await rules.update((before) => before))
    const event: SigningEvent = { type: 'answered', verdict }
    if (txidOf(intent) === null) return void (await record(intent.id, event))
    // Two attempts of one intent were both signed: the second transaction is on its way as well,
    // and is shown. One write, so that it is never there without its transaction.
    const sibling = rules.renew(intent, crypto.randomUUID(), Date.now())
    await Promise.all([add(sibling), record(sibling.id, event)])
  }

  return {
    entries: rules.read,
    find,
    nonceOf,
    add,
    change,
    record,
    abandon,
    deliver,
    isKnown,
    takeUp,
    /** Whether a wallet is being asked for this account, or is about to be. */
    isBusy: (account: string): boolean =>
      rules
        .read()
        .some(
          ({ intent }) => intent.request.account === account && isOpen(rules.positionOf(intent)),
        ),
    /** Hides an intent from the views. */
    hide: (id: string): Promise<unknown> =>
      rules.update((before) =>
        before.map((entry) => (entry.intent.id === id ? { ...entry, dismissed: true } : entry)),
      ),
  }
}
export type IntentJournal<Intent extends SigningIntent> = ReturnType<
  typeof createIntentJournal<Intent>
>
