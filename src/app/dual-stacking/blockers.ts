import type { AccountReading, NetworkReading } from '../../chain/stacks/readings.ts'

/**
 * What prevents a transaction; `final`: it would certainly fail or do nothing. Sats where an amount
 * matters.
 */
export type Blocker =
  | { code: 'below-minimum'; final: true; minimumSats: bigint; sats: bigint }
  | {
      code:
        | 'blacklisted'
        | 'minimum-not-met'
        | 'already-enrolled'
        | 'superseded'
        | 'closed'
        | 'ended'
        | 'no-user-calls'
        | 'unknown-contract'
        | 'inactive-network'
      final: true
    }
  | { code: 'no-fee'; final: false }

/** What holders may still do in a programme that nobody can join any more. */
const stillTaken: Partial<Record<Blocker['code'], readonly string[]>> = {
  closed: ['opt-out', 'change-reward-address'],
  ended: ['opt-out'],
}

/**
 * Whether a holder's call may be signed for a contract as it was read; leaving a programme that has
 * ended stays possible.
 */
export const takesCall = (
  { writable }: Pick<NetworkReading, 'writable'>,
  action: string,
): boolean => writable.ok || (stillTaken[writable.reason]?.includes(action) ?? false)

/** Why a holder's call to this contract would be pointless; empty when it is not. */
export const writeBlockers = (network: NetworkReading | null, action: string): Blocker[] =>
  network && !network.writable.ok && !takesCall(network, action)
    ? [{ code: network.writable.reason, final: true }]
    : []

/**
 * What is known to stop an enrollment before it costs a fee; what is unknown stops nothing
 * [dual-stacking 10.6].
 */
export function enrolBlockers(
  network: NetworkReading | null,
  reading: AccountReading | null,
): Blocker[] {
  const blockers = writeBlockers(network, 'enroll')
  if (!reading) return blockers
  if (reading.blacklisted.known && reading.blacklisted.value)
    blockers.push({ code: 'blacklisted', final: true })
  if (reading.enrolledNextCycle.known && reading.enrolledNextCycle.value)
    blockers.push({ code: 'already-enrolled', final: true })
  if (reading.meetsMinimum?.known && !reading.meetsMinimum.value)
    blockers.push({ code: 'minimum-not-met', final: true })
  const minimum = network?.minimumSats
  if (minimum?.known && reading.sats.known && reading.sats.value < minimum.value) {
    blockers.push({
      code: 'below-minimum',
      final: true,
      minimumSats: minimum.value,
      sats: reading.sats.value,
    })
  }
  if (reading.balanceMicroStx.known && reading.balanceMicroStx.value === 0n)
    blockers.push({ code: 'no-fee', final: false })
  return blockers
}
