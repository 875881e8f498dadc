import type { AccountLook } from '../../../wallet/account-look.ts'
import type { IntentJournal } from './intent-journal.ts'
import type { AccountWatch, SigningIntent } from './signing-chain.ts'

/** A wallet that broadcasts slowly is looked after for this long. */
const SLOW_MS = 3 * 60_000
/** A request that came to nothing before this is not the one that is made now. */
const FORGOTTEN_MS = 24 * 3_600_000

/**
 * Looks at accounts whose wallets were asked and gave no transaction: what was sent all the same is
 * taken up, and of the rest it is recorded what is known.
 */
export function createAccountLooks<Intent extends SigningIntent>(
  journal: IntentJournal<Intent>,
  watch: AccountWatch<Intent>,
) {
  /** A wallet was asked once: attempts are named by their nonces. */
  const isUnanswered = ({ id, state }: Intent): boolean =>
    journal.nonceOf(id) !== null && (state === 'failed' || state === 'created')

  /** One look for one intent, stored; `nothing` where no wallet was ever asked. */
  async function lookFor(intent: Intent): Promise<AccountLook> {
    if (!isUnanswered(intent)) return { sent: 'nothing' }
    const found = await watch.look(intent, (txid) => journal.isKnown(txid))
    if (found.sent === 'found') await journal.takeUp(intent.id, found.txid)
    else await journal.record(intent.id, { type: 'looked', sent: found.sent })
    return found
  }

  return {
    lookFor,
    /** Looks for every request whose wallet has just been silent, or whose look failed. */
    async lookForAll(now: number): Promise<void> {
      for (const { intent } of journal.entries()) {
        const isDue = !intent.sent || now - intent.updatedAt < SLOW_MS
        if (intent.state === 'failed' && isUnanswered(intent) && isDue) await lookFor(intent)
      }
    },
    /**
     * Looks for requests like this one that were never answered. `found`: one of them was sent, and
     * is taken up; `unknown`: one that its user still sees may have been.
     */
    async lookForSame(asked: Intent, now: number): Promise<AccountLook['sent']> {
      let result: AccountLook['sent'] = 'nothing'
      for (const { intent, dismissed } of journal.entries()) {
        const isRecent = now - intent.updatedAt < FORGOTTEN_MS
        if (!isRecent || !isUnanswered(intent) || !watch.isSameRequest(intent, asked)) continue
        const { sent } = await lookFor(intent)
        if (sent === 'found') return 'found'
        if (sent === 'unknown' && !dismissed) result = 'unknown'
      }
      return result
    },
  }
}
