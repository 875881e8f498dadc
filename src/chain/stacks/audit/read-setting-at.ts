import * as v from 'valibot'
import { isBefore, chainPositionOf, type ChainPosition } from '../chain-position.ts'
import { cUint, decodeClarity } from '../clarity.ts'
import type { StacksRead, StacksClient } from '../client.ts'
import { isCallOf } from '../is-call-of.ts'

/**
 * A setting as it was at a moment: the present value when nobody changed it since, else what the
 * last change before the moment set; null when that is not known. One request; changes made through
 * another contract are not seen.
 */
export const readSettingAt = async (
  client: StacksClient,
  contract: string,
  setter: string,
  argument: number,
  moment: ChainPosition,
  now: bigint,
): Promise<StacksRead<bigint | null>> => {
  const page = await client.callsWithArguments(
    contract,
    setter,
    { limit: 50, offset: 0 },
    { validBlocks: 1 },
  )
  if (!page.ok) return page
  const changes = page.value.results.filter((call) => isCallOf(call, contract, setter))
  const before = changes.find((call) => isBefore(chainPositionOf(call), moment))
  if (changes[0] === undefined || changes[0] === before) return { ok: true, value: now }
  const set = v.safeParse(
    cUint,
    decodeClarity(before?.contract_call?.function_args?.[argument]?.hex ?? ''),
  )
  return { ok: true, value: set.success ? set.output : null }
}
