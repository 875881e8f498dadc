import type { ClarityValue } from '@stacks/transactions'
import * as v from 'valibot'
import { cBool, cCount, cUint } from '../clarity.ts'
import type { StacksClient } from '../client.ts'
import { parseValue } from './run-reads.ts'

/** Present values of a contract, never cached: an operator acts on them. */
export const presentValues = (client: StacksClient, contract: string) => ({
  count: async (variable: string) => parseValue(await client.dataVar(contract, variable), cCount),
  amount: async (variable: string) => parseValue(await client.dataVar(contract, variable), cUint),
  flag: async (variable: string) => parseValue(await client.dataVar(contract, variable), cBool),
  read: async <T>(name: string, schema: v.GenericSchema<unknown, T>, args: ClarityValue[] = []) =>
    parseValue(await client.callRead(contract, name, args), schema),
  /** Null: no entry. */
  entry: async <T>(
    map: string,
    key: ClarityValue,
    schema: v.GenericSchema<unknown, T>,
  ): Promise<T | null> => parseValue(await client.mapEntry(contract, map, key), v.nullable(schema)),
})
export type PresentValues = ReturnType<typeof presentValues>
