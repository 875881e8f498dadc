import type { ClarityValue } from '@stacks/transactions'
import * as v from 'valibot'
import { cBool, cCount, cUint } from '../clarity.ts'
import type { StacksRead, StacksReadFailure, StacksClient } from '../client.ts'

/** Ends a sequence of readings at the first failure; `attempt` turns it into a value again. */
class ReadStopped extends Error {
  constructor(readonly failure: StacksReadFailure) {
    super(failure.code)
  }
}

const parseValue = <T>(reached: StacksRead<unknown>, schema: v.GenericSchema<unknown, T>): T => {
  if (!reached.ok) throw new ReadStopped(reached.failure)
  const parsed = v.safeParse(schema, reached.value)
  if (!parsed.success) throw new ReadStopped({ code: 'bad-answer' })
  return parsed.output
}

/** Answers as they are, or the end of the sequence. */
export const requireValue = <T>(reached: StacksRead<T>): T => {
  if (!reached.ok) throw new ReadStopped(reached.failure)
  return reached.value
}

/** Runs readings that depend on each other; the first failure is the answer. */
export const runReads = async <T>(work: () => Promise<T>): Promise<StacksRead<T>> => {
  try {
    return { ok: true, value: await work() }
  } catch (failure) {
    if (failure instanceof ReadStopped) return { ok: false, failure: failure.failure }
    throw failure
  }
}

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
