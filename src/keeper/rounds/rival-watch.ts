import { askWaitingOf } from '../../chain/stacks/api/waiting-of.ts'
import type { StacksClient } from '../../chain/stacks/client.ts'
import type { CallToSign } from '../programme/kept-programme.ts'

/** Bitcoin blocks for which the same call of another keeper is waited for. */
const RIVAL_BLOCKS = 1

/** Watches for calls of others that do what this keeper would do. */
export const createRivalWatch = (address: string) => {
  /** Calls of others that wait, and the Bitcoin height at which they were first seen. */
  const seenAt = new Map<string, number>()
  return {
    /** Whether another keeper's call of this function waits, and has not for long. */
    async isAhead(
      client: StacksClient,
      burnHeight: number,
      { contract, functionName }: CallToSign,
    ): Promise<boolean> {
      const waiting = await askWaitingOf(client.askCached, contract)
      if (!waiting.ok) return false
      const rivals = waiting.value.filter(
        (each) =>
          each.sender_address !== address &&
          each.contract_call?.contract_id === contract &&
          each.contract_call.function_name === functionName,
      )
      for (const { tx_id: id } of rivals) if (!seenAt.has(id)) seenAt.set(id, burnHeight)
      return rivals.some(({ tx_id: id }) => burnHeight - seenAt.get(id)! <= RIVAL_BLOCKS)
    },
  }
}
export type RivalWatch = ReturnType<typeof createRivalWatch>
