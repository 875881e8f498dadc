import { beginAudit } from '../../../chain/stacks/audit/begin-audit.ts'
import { collectEntries } from '../../../chain/stacks/audit/collect-entries.ts'
import { readCycleParameters } from '../../../chain/stacks/audit/read-cycle-parameters.ts'
import type { StacksClient } from '../../../chain/stacks/client.ts'
import type { Deployment } from '../../../chain/stacks/deployments.ts'
import {
  CycleRecorder,
  auditCycle,
  type Compared,
  type CycleAudit,
} from '../../../protocol/dual-stacking/audit/index.ts'
import type { Indexing } from './protocol.ts'
import { UnreadValue, requireReached } from './unread-value.ts'

const REQUESTS_AT_ONCE = 10
const SATS = 10n ** 8n

/**
 * One figure that reads otherwise than it was recomputed; `address` null: of the cycle as a whole.
 */
interface Found {
  what: string
  address: string | null
  onChain: bigint | null
  recomputed: bigint | null
}

export interface AuditAnswer {
  cycle: number
  verdict: CycleAudit['verdict']
  participants: number
  rewardsSats: bigint
  differences: Found[]
}

const isOff = ({ difference }: Compared): boolean => difference !== null && difference !== 0n

function differencesOf({ goldenRatio, totals, differing, payout }: CycleAudit): Found[] {
  const all: Found[] = []
  const compare = (what: string, address: string | null, compared: Compared) => {
    if (isOff(compared))
      all.push({ what, address, onChain: compared.found, recomputed: compared.expected })
  }
  if (goldenRatio.passes === false)
    all.push({
      what: 'ratio',
      address: null,
      onChain: goldenRatio.used,
      recomputed: goldenRatio.accepted?.highest ?? null,
    })
  compare('total-sats', null, totals.sats)
  compare('total-stx', null, totals.microStx)
  compare('total-weights', null, totals.weights)
  const { expected, consistent } = payout
  if (
    expected !== null &&
    consistent &&
    (expected < consistent.lowest || expected > consistent.highest)
  ) {
    all.push({
      what: 'to-distribute',
      address: null,
      onChain: consistent.lowest / SATS,
      recomputed: expected / SATS,
    })
  }
  for (const { enrolled, weight, reward, notes } of differing) {
    compare('weight', enrolled, weight)
    compare(notes.includes('not-transferred') ? 'transfer' : 'reward', enrolled, reward)
    if (notes.includes('left-out') && !isOff(reward))
      all.push({ what: 'reward', address: enrolled, onChain: 0n, recomputed: reward.expected })
  }
  return all
}

/**
 * Collects a cycle's public data bit by bit and recomputes it; a later `run` continues where one
 * was stopped or failed.
 */
export function createAudit(
  client: StacksClient,
  deployment: Deployment,
  cycle: number,
  progress: (state: Indexing | null) => void,
) {
  const recorder = new CycleRecorder()
  const stopped = new AbortController()
  let begun: Extract<Awaited<ReturnType<typeof beginAudit>>, { ok: true }>['value'] | undefined

  return {
    cycle,
    stop: () => stopped.abort(),
    stopped: () => stopped.signal.aborted,
    async run(): Promise<AuditAnswer> {
      begun ??= requireReached(await beginAudit(client, deployment, cycle))
      for (let left: number | null = 1, done = 0; left !== null;) {
        if (stopped.signal.aborted) throw new UnreadValue('not-read')
        const before = client.counts().requests
        const collected = await collectEntries(client, deployment, begun.cursor, {
          budget: REQUESTS_AT_ONCE,
          signal: stopped.signal,
        })
        recorder.add(collected.entries)
        begun = { ...begun, cursor: collected.cursor }
        if (collected.problem)
          throw new UnreadValue(collected.problem === 'rate-limited' ? 'rate-limited' : 'offline')
        done += client.counts().requests - before
        left = collected.requestsLeft
        progress({ done, total: done + (left ?? 0), requestsLeft: left ?? 0 })
      }
      const parameters = requireReached(
        await readCycleParameters(client, deployment, begun.capabilities, begun.cursor),
      )
      const audit = auditCycle(recorder.data(cycle, parameters))
      progress(null)
      return {
        cycle,
        verdict: audit.verdict,
        participants: audit.participants.length,
        rewardsSats: audit.participants.reduce((sum, { reward }) => sum + (reward.found ?? 0n), 0n),
        differences: differencesOf(audit),
      }
    },
  }
}
