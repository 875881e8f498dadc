import * as v from 'valibot'
import { cUint } from '../clarity.ts'
import type { StacksClient } from '../client.ts'
import type { StacksRead } from '../stacks-read.ts'
import { presentValues } from './present-values.ts'
import { runReads } from './run-reads.ts'

/** Settings of a contract that a cycle's plan does not tell; the APR is scaled by 10^8. */
export interface ContractSettings {
  apr: bigint
  countsLiquid: boolean
}

const aprData = v.object({ MAX_APR: cUint })

/** Reads them as they are now. Two requests. */
export const readContractSettings = (
  client: StacksClient,
  contract: string,
): Promise<StacksRead<ContractSettings>> =>
  runReads(async () => {
    const values = presentValues(client, contract)
    return {
      apr: (await values.read('get-apr-data', aprData)).MAX_APR,
      countsLiquid: await values.flag('is-liquid-stacking-enabled'),
    }
  })
