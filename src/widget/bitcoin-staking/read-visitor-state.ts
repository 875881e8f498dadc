import { initialStakingSettings } from '../../app/bitcoin-staking/staking-settings.ts'
import type { StakingState } from '../../app/bitcoin-staking/staking-state.ts'
import { unknown } from '../../chain/known.ts'
import { PoxReader } from '../../chain/stacks/bitcoin-staking/pox-reader.ts'
import { readManager } from '../../chain/stacks/bitcoin-staking/read-manager.ts'
import type { StakingDeployment } from '../../chain/stacks/bitcoin-staking/staking-deployments.ts'
import type { StacksClient } from '../../chain/stacks/client.ts'
import { readHolder } from './chain.ts'

/**
 * Reads afresh what a call of an account is checked against: its position, what it can claim, and
 * the managers of both, next to the one named. Null: the network did not say enough.
 */
export async function readVisitorState(
  client: StacksClient,
  deployment: StakingDeployment,
  { account, manager }: { account: string; manager: string | null },
): Promise<StakingState | null> {
  const reading = await readHolder(client, deployment, { address: account, fresh: true })
  if (!reading?.programme.cycle.known) return null
  const { programme, position, claims, manager: own, payout } = reading
  const { burnHeight, readAt } = programme
  // A position that is made now begins with the next cycle.
  const cycle = reading.programme.cycle.value.id + 1n
  const named = [manager, ...(claims?.cycles.map((each) => each.manager) ?? [])]
  const reader = new PoxReader(client, deployment, { fresh: true })
  const read: StakingState['managers']['read'] = {}
  for (const each of new Set(named))
    if (each !== null)
      read[each] = { reading: await readManager(reader, each, { cycle }), cycle, burnHeight }
  return {
    settings: initialStakingSettings(),
    programme,
    holder: { burnHeight, readAt, position, claims, manager: own, payout },
    income: unknown('not-read'),
    managers: { registered: null, read },
    records: {},
    offers: {},
    claiming: null,
    problem: null,
  }
}
