import type { AccountReading, NetworkReading } from '../../chain/stacks/readings.ts'
import { cycleCalendar } from './cycle-calendar.ts'
import { enrollmentOf } from './enrollment.ts'

export interface NextPayment {
  cycle: number
  /** Bitcoin blocks until then by the nominal calendar; not above 0 when it is due. */
  blocks: number
}

/**
 * The payment that an address waits for; once a cycle is paid, the next one's follows. Null: there
 * is none, or it is not known.
 */
export function nextPayment(
  network: NetworkReading | null,
  reading: AccountReading | null,
): NextPayment | null {
  if (!network?.cycle.known || network.cycle.value.phase === 'inactive') return null
  const enrollment = enrollmentOf(reading)
  if (enrollment === 'none' || enrollment === 'not-next') return null
  const { id } = network.cycle.value
  const at = cycleCalendar(network.cycle.value, network.burnHeight)
  const isPaid =
    at.step === 'done' || Boolean(reading?.holding.known && reading.holding.value?.rewarded)
  const running = { cycle: id, blocks: at.toPayment }
  if (enrollment === 'leaving') return isPaid ? null : running
  return enrollment === 'joining' || isPaid ? { cycle: id + 1, blocks: at.toNextPayment } : running
}
