import { answered } from '../../http/answer.ts'
import { askInOrder } from '../api/ask-in-order.ts'
import type { ChainPosition } from '../chain-position.ts'
import type { StacksClient } from '../client.ts'
import type { Deployment } from '../deployments.ts'
import type { StacksRead } from '../stacks-read.ts'
import { sumChangesSince, sumMovementsSince } from './walk-movements.ts'

/**
 * Reads the sats that the contract held just before a moment: its balance, walked back over the
 * movements since, both from the API's index, so that they belong to one moment wherever the node
 * stands. `positions`: transactions whose position is already known. Null when the index has not
 * reached the moment, the balance changed meanwhile, or the walk would be too long.
 */
export const readPoolAt = async (
  client: StacksClient,
  deployment: Deployment,
  moment: ChainPosition,
  positions: ReadonlyMap<string, ChainPosition>,
): Promise<StacksRead<bigint | null>> => {
  const { contract, sbtcToken } = deployment
  const asset = `${sbtcToken}::sbtc-token`
  const readState = async () => {
    const height = await client.apiHeight()
    if (!height.ok) return height
    const balance = await client.tokenBalance(contract, asset)
    return balance.ok ? answered({ height: height.value, balance: balance.value }) : balance
  }
  const before = await readState()
  if (!before.ok) return before
  if (before.value.height + 1 < moment[0]) return { ok: true, value: null }
  const walked = { contract, asset, moment }
  const since = await askInOrder(
    [() => sumChangesSince(client, walked), () => sumMovementsSince(client, walked, positions)],
    ({ code }) => code === 'not-found',
  )
  if (!since.ok) return since
  const after = await readState()
  if (!after.ok) return after
  const isSame =
    after.value.balance === before.value.balance && after.value.height >= before.value.height
  if (since.value === null || !isSame) return { ok: true, value: null }
  return { ok: true, value: before.value.balance - since.value }
}
