import * as v from 'valibot'
import { askContractCalls } from '../api/contract-calls.ts'
import { chainPositionOf } from '../chain-position.ts'
import { clPrincipal, clTuple, clUint, cUint } from '../clarity.ts'
import type { StacksClient } from '../client.ts'
import { isCallOf } from '../is-call-of.ts'
import type { StacksRead } from '../stacks-read.ts'
import { presentValues } from './present-values.ts'
import { runReads, requireValue } from './run-reads.ts'

/**
 * A golden ratio proposed in the running cycle, with the contract's own tally: rows counted, sats
 * above and exactly at the ratio.
 */
export interface TalliedProposal {
  proposer: string
  ratio: bigint
  counted: number
  satsAbove: bigint
  satsEqual: bigint
}

const proposedRatio = v.pipe(
  v.object({
    'golden-ratio': cUint,
    'participants-counted': cUint,
    'sbtc-above': cUint,
    'sbtc-equal': cUint,
  }),
  v.transform((proposal) => ({
    ratio: proposal['golden-ratio'],
    counted: Number(proposal['participants-counted']),
    satsAbove: proposal['sbtc-above'],
    satsEqual: proposal['sbtc-equal'],
  })),
)

/**
 * Every account's proposal of a cycle that was opened in Stacks block `since` [dual-stacking 4.6]:
 * one request, and one for each proposer. Proposals through other contracts are not found.
 */
export const readProposals = (
  client: StacksClient,
  contract: string,
  cycle: number,
  since: number,
): Promise<StacksRead<TalliedProposal[]>> =>
  runReads(async () => {
    const name = 'propose-golden-ratio'
    const asked = { name, limit: 50, offset: 0, since }
    const page = requireValue(await askContractCalls(client, contract, asked))
    const calls = page.results.filter(
      (call) => isCallOf(call, contract, name) && chainPositionOf(call)[0] >= since,
    )
    const proposers = [
      ...new Set(calls.flatMap(({ sender_address: sender }) => sender ?? [])),
    ].reverse()
    const values = presentValues(client, contract)
    const proposals = await Promise.all(
      proposers.map(async (proposer) => {
        const tallied = await values.entry(
          'proposed-ratio',
          clTuple({ 'cycle-id': clUint(cycle), user: clPrincipal(proposer) }),
          proposedRatio,
        )
        return tallied && { proposer, ...tallied }
      }),
    )
    return proposals.filter((proposal) => proposal !== null)
  })
