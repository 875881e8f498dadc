import type { Session } from '../browser/chromium/session.ts'
import { stopAtCall } from '../browser/chromium/stop-at-call.ts'
import { playsAllFaults, type FaultTable } from './fault-table.ts'

export interface StoppedWork {
  /** What is being done, as the table calls it. */
  fault: string
  /**
   * Where the browser tests begin: of the stops that differ in what they leave behind they play
   * every third; `npm run load` plays all from the first.
   */
  first: number
  prepare(): Promise<void>
  work(): Promise<unknown>
  /** Checks what the next run of the background makes of it, and returns that as text. */
  check(): Promise<string>
}

/**
 * Plays work again and again, the service worker stopped before its first, second … call, until it
 * comes to its end unstopped; gives how often.
 */
export async function playStops(
  session: Session,
  table: FaultTable,
  { fault, first, prepare, work, check }: StoppedWork,
): Promise<number> {
  let played = 0
  for (let call = playsAllFaults ? 1 : first; ; call += playsAllFaults ? 1 : 3) {
    await prepare()
    const { reached, none } = await stopAtCall(session.chromium, call, !playsAllFaults)
    const done = work().then(
      () => 'done',
      () => 'done',
    )
    const at = await Promise.race([reached, done])
    if (at === 'done') {
      await none()
      await reached
    }
    await session.chromium.killBackground()
    const where = at === 'done' ? 'after its last call' : `before call ${call}, ${at}`
    table.add(
      fault,
      where,
      await check().catch((error: unknown) =>
        Promise.reject(new Error(`${fault}, stopped ${where}: ${String(error)}`, { cause: error })),
      ),
    )
    played++
    if (at === 'done') return played
  }
}
