import * as v from 'valibot'
import { known, unknown, type Known } from '../../known.ts'
import { cBool, clPrincipal, clTuple, cOptional, cPrincipal } from '../clarity.ts'
import { readFirstAvailable } from '../read-first-available.ts'
import type { AccountReading } from '../readings.ts'
import type { Reader, Source } from '../source.ts'
import { readOwnRow } from './own-row.ts'

const row = v.object({
  'stacking-address': cPrincipal,
  'rewarded-address': cPrincipal,
  'tracking-address': cPrincipal,
})

type Enrollment = Pick<AccountReading, 'enrolledNextCycle' | 'rewardAddress' | 'row'>

/** A source that derives a value from the address's own calls. */
const ownCallsSource = <T>(
  reader: Reader,
  address: string,
  pick: (row: { enrolled: boolean; rewardAddress: string | null }) => T | undefined,
): Source<T> => ({
  ask: async (options) => {
    const row = await readOwnRow(reader, address, options)
    if (!row.ok) return row
    const value = pick(row.value)
    return value === undefined ? { ok: false, failure: { code: 'missing' } } : { ok: true, value }
  },
})

/**
 * Reads the row of an address for the next cycle: from one map entry, from two read functions, or
 * from the address's own calls.
 */
export const readEnrollment = async (reader: Reader, address: string): Promise<Enrollment> => {
  const entry = await readFirstAvailable(reader, [
    {
      map: 'participants',
      key: clTuple({ address: clPrincipal(address) }),
      schema: v.union([v.null(), row]),
    },
  ])
  if (entry.known) {
    const enrolledRow = entry.value
    return {
      enrolledNextCycle: known(enrolledRow !== null),
      rewardAddress: known(enrolledRow && enrolledRow['rewarded-address']),
      row: known(
        enrolledRow && {
          stackingAddress: enrolledRow['stacking-address'],
          trackingAddress: enrolledRow['tracking-address'],
        },
      ),
    }
  }
  const args = [clPrincipal(address)]
  const [enrolledNextCycle, rewardAddress] = await Promise.all([
    readFirstAvailable(reader, [
      { read: 'is-enrolled-in-next-cycle', args, schema: cBool },
      ownCallsSource(reader, address, ({ enrolled }) => enrolled),
    ]),
    readFirstAvailable(reader, [
      { read: 'get-latest-reward-address', args, schema: cOptional(cPrincipal) },
      ownCallsSource<string | null>(reader, address, ({ enrolled, rewardAddress: to }) =>
        enrolled ? (to ?? undefined) : null,
      ),
    ]),
  ])
  return { enrolledNextCycle, rewardAddress }
}

const REMEMBERED_BLOCKS = 144

/**
 * Reads whether the address takes part in the running cycle, which is fixed once the cycle has
 * begun. Without `at-block`: true when anything was captured for it, else unknown [dual-stacking
 * 9.7].
 */
export const readEnrolledThisCycle = async (
  reader: Reader,
  address: string,
  cycleId: number,
  holding: AccountReading['holding'],
): Promise<Known<boolean>> => {
  const key = `enrolled ${reader.contract} ${cycleId} ${address}`
  const remembered = v.safeParse(v.boolean(), reader.client.note.get(key, REMEMBERED_BLOCKS))
  if (remembered.success && !reader.fresh) return known(remembered.output)
  if (holding.known && holding.value !== null) return known(true)
  const read = await readFirstAvailable(reader, [
    {
      read: 'is-enrolled-this-cycle',
      args: [clPrincipal(address)],
      schema: cBool,
      usesAtBlock: true,
    },
  ])
  if (read.known) reader.client.note.set(key, read.value)
  return read.known ? read : unknown(read.reason)
}
