import { broadcast } from '../../chain/stacks/api/broadcast.ts'
import type { HostLook } from '../hosts/keeper-hosts.ts'

/** What the hosts said of a transaction: one that takes it is enough. */
export type BroadcastResult = { ok: true } | { ok: false; reason: string | null }

/** Hands a transaction to every host that answers, so that it outlives any one of them. */
export async function broadcastCall(
  hosts: readonly HostLook[],
  raw: string,
): Promise<BroadcastResult> {
  const said = await Promise.all(hosts.map(({ client }) => broadcast(client.http, raw)))
  if (said.some(({ ok }) => ok)) return { ok: true }
  const reasons = said.map((each) => (each.ok ? null : each.reason))
  return { ok: false, reason: reasons.find((reason) => reason !== null) ?? null }
}
