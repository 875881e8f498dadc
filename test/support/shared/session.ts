import { Session } from '../../../src/dev/browser/chromium/session.ts'
import { shareInProcess } from './registry.ts'

/**
 * A browser with the extension and a wallet as after the installation. `api`: the network that both
 * use; by default a port that nothing listens on.
 */
export async function sharedSession(api?: string): Promise<Session> {
  const session = await shareInProcess('session', () => Session.start())
  await session.startOver(api)
  return session
}
