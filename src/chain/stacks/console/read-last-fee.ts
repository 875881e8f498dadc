import { askContractCalls } from '../api/contract-calls.ts'
import type { StacksClient } from '../client.ts'

/** What the last call of a contract's function cost, microSTX; null where none is known. */
export async function readLastFee(
  client: StacksClient,
  contract: string,
  name: string,
): Promise<bigint | null> {
  const page = await askContractCalls(
    client,
    contract,
    { name, limit: 1, offset: 0 },
    { validBlocks: 1 },
  )
  return page.ok ? (page.value.results[0]?.fee_rate ?? null) : null
}
