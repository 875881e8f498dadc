import * as v from 'valibot'
import { cUint, decode } from '../clarity.ts'
import type { Reached, StacksClient } from '../client.ts'
import { isBefore, isCallOf, placeOf, type Place } from '../place.ts'

/**
 * A setting as it was at a moment: the present value when nobody changed it since, else what the
 * last change before the moment set; null when that is not known. One request; changes made through
 * another contract are not seen.
 */
export const settingThen = async (
  client: StacksClient,
  contract: string,
  setter: string,
  argument: number,
  moment: Place,
  now: bigint,
): Promise<Reached<bigint | null>> => {
  const page = await client.callsWithArguments(
    contract,
    setter,
    { limit: 50, offset: 0 },
    { validBlocks: 1 },
  )
  if (!page.ok) return page
  const changes = page.value.results.filter((call) => isCallOf(call, contract, setter))
  const before = changes.find((call) => isBefore(placeOf(call), moment))
  if (changes[0] === undefined || changes[0] === before) return { ok: true, value: now }
  const set = v.safeParse(
    cUint,
    decode(before?.contract_call?.function_args?.[argument]?.hex ?? ''),
  )
  return { ok: true, value: set.success ? set.output : null }
}
