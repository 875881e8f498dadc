import { refuse, type CommandResult } from '../../../app/command-result.ts'
import type { RetryResult } from './wallet-requests.ts'

/** What a view is told of its wish to ask again; what had been sent before is followed. */
export function resultOfRetry(result: RetryResult): CommandResult {
  switch (result) {
    case 'asked':
    case 'sent-before':
      return { ok: true }
    case 'unknown':
      return refuse('cannot-look')
    case 'none':
      return refuse('unknown-intent')
  }
}
