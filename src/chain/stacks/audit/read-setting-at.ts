import * as v from 'valibot'
import { askContractCalls } from '../api/contract-calls.ts'
import { isBefore, chainPositionOf, type ChainPosition } from '../chain-position.ts'
import { cUint, decodeClarity } from '../clarity.ts'
import type { StacksClient } from '../client.ts'
import { isCallOf } from '../is-call-of.ts'
import type { StacksRead } from '../stacks-read.ts'

/** A contract setting: the function that sets it, its argument there, and its present value. */
export type ContractSetting = { setter: string; argument: number; present: bigint }

/**
 * Reads a setting as it was at a moment: the present value when it has not changed since, else the
 * value set by the last change before the moment; null when that is not known. The API must have
 * indexed what the node knew when it told `present`. One or two requests; changes made through
 * another contract are not seen.
 */
export const readSettingAt = async (
  client: StacksClient,
  contract: string,
  { setter, argument, present }: ContractSetting,
  moment: ChainPosition,
): Promise<StacksRead<bigint | null>> => {
  const page = await askContractCalls(client, contract, { name: setter, limit: 50, offset: 0 })
  if (!page.ok) return page
  const changes = page.value.results.filter((call) => isCallOf(call, contract, setter))
  const lastBefore = changes.find((call) => isBefore(chainPositionOf(call), moment))
  if (changes[0] === undefined || changes[0] === lastBefore) return { ok: true, value: present }
  if (!lastBefore) return { ok: true, value: null }
  const sent = await client.transactionArguments(lastBefore.tx_id, { validBlocks: 4032 })
  if (!sent.ok) return sent
  const hex = sent.value?.[argument] ?? ''
  const value = v.safeParse(cUint, decodeClarity(hex))
  return { ok: true, value: value.success ? value.output : null }
}
