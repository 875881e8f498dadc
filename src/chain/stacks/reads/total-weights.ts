import * as v from 'valibot'
import { answered, isSwitchedOff, type Answer } from '../../http/answer.ts'
import { known, unknown, type Known } from '../../known.ts'
import { uint } from '../../uint.ts'
import type { ApiTransaction } from '../answers.ts'
import { cBool, cCount, cUint, decodeClarity } from '../clarity.ts'
import { isCallOf } from '../is-call-of.ts'
import { isTransient, stacksUnknownReason } from '../read-failure.ts'
import { readFirstAvailable } from '../read-first-available.ts'
import type { CycleReading } from '../readings.ts'
import type { Reader } from '../source.ts'

type Weights = { cycle: number; weights: bigint }

const notedWeights = v.object({ cycle: v.number(), weights: uint })
const REMEMBERED_BLOCKS = 4032
const ABSENT_BLOCKS = 36

const status = v.pipe(
  v.object({ 'are-weights-computed': cBool, 'cycle-id': cCount, 'total-weights-sum': cUint }),
  v.transform((value) =>
    value['are-weights-computed']
      ? { cycle: value['cycle-id'], weights: value['total-weights-sum'] }
      : null,
  ),
)
const finalized = v.object({
  'function-name': v.literal('finalize-weights'),
  'cycle-id': cCount,
  'total-weights-sum': cUint,
})

/**
 * The newest calls of a function; where no host filters them any more, the newest transactions of
 * the contract, among which it may be.
 */
const readLatestCalls = async (
  { client, contract }: Reader,
  name: string,
): Promise<Answer<ApiTransaction[]>> => {
  const calls = await client.calls(contract, name, { limit: 5, offset: 0 })
  if (calls.ok) return answered(calls.value.results)
  return isSwitchedOff(calls.failure) || calls.failure.code === 'not-found'
    ? client.transactionsOf(contract, 50)
    : calls
}

/**
 * Reads the newest finalisation of weights among the contract's calls, for a cycle whose sum the
 * contract has reset to 0. Two requests, once per cycle.
 */
const readFinalizedWeights = async (reader: Reader): Promise<Known<Weights | null>> => {
  const fail = (failure: Parameters<typeof stacksUnknownReason>[0]) => {
    if (isTransient(failure)) reader.failures.push(failure)
    return unknown(stacksUnknownReason(failure))
  }
  const calls = await readLatestCalls(reader, 'finalize-weight-computation')
  if (!calls.ok) return fail(calls.failure)
  // The newest of all calls, or a host that ignores the filter, include others.
  const finalization = calls.value.find((call) =>
    isCallOf(call, reader.contract, 'finalize-weight-computation'),
  )
  if (!finalization) return known(null)
  const transaction = await reader.client.transactionEvents(finalization.tx_id, {
    offset: 0,
    limit: 20,
  })
  if (!transaction.ok) return fail(transaction.failure)
  for (const event of transaction.value.events) {
    if (
      event.event_type !== 'smart_contract_log' ||
      event.contract_log.contract_id !== reader.contract
    )
      continue
    const parsed = v.safeParse(finalized, decodeClarity(event.contract_log.value.hex))
    if (parsed.success)
      return known({
        cycle: parsed.output['cycle-id'],
        weights: parsed.output['total-weights-sum'],
      })
  }
  return known(null)
}

const isComputed = (phase: CycleReading['phase']) =>
  ['weights', 'distributing', 'finalized'].includes(phase)

/**
 * Reads the sum of weights of the newest cycle that has one: the running cycle's from the contract,
 * an earlier cycle's as it was read then, or from its event.
 */
export const readTotalWeights = async (
  reader: Reader,
  cycle: CycleReading,
): Promise<Known<Weights>> => {
  const { note } = reader.client
  const key = `weights ${reader.contract}`
  if (isComputed(cycle.phase)) {
    const now = await readFirstAvailable(reader, [
      { read: 'get-weight-computation-status', schema: status },
    ])
    if (!now.known) return now
    if (now.value) {
      note.set(key, { ...now.value, weights: now.value.weights.toString() })
      return known(now.value)
    }
  }
  const earlier = v.safeParse(notedWeights, note.get(key, REMEMBERED_BLOCKS))
  if (earlier.success && earlier.output.cycle >= cycle.id - 1) return known(earlier.output)
  const absent = `${key} none ${cycle.id}`
  if (note.get(absent, ABSENT_BLOCKS) === undefined) {
    const finalizedWeights = await readFinalizedWeights(reader)
    if (!finalizedWeights.known && !earlier.success) return finalizedWeights
    if (finalizedWeights.known && finalizedWeights.value) {
      note.set(key, {
        ...finalizedWeights.value,
        weights: finalizedWeights.value.weights.toString(),
      })
      return known(finalizedWeights.value)
    }
    if (finalizedWeights.known) note.set(absent, true)
  }
  return earlier.success ? known(earlier.output) : unknown('not-offered')
}
