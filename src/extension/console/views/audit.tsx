import { useState } from 'preact/hooks'
import * as v from 'valibot'
import {
  AuditView,
  type AuditDifference,
  type AuditViewState,
} from '../../../ui/console/audit-view.tsx'
import { useWords } from '../../../ui/hooks/use-words.ts'
import type { Format } from '../../../words/format/format.ts'
import type { ConsoleContext } from '../console-context.ts'
import { UnansweredQuestion } from '../worker-link.ts'
import { Unplanned } from './unplanned.tsx'

const what = v.picklist([
  'ratio',
  'total-sats',
  'total-stx',
  'weight',
  'total-weights',
  'to-distribute',
  'reward',
  'transfer',
])
const found = v.object({
  what,
  address: v.nullable(v.string()),
  onChain: v.nullable(v.bigint()),
  recomputed: v.nullable(v.bigint()),
})
const audited = v.object({
  cycle: v.number(),
  verdict: v.picklist(['exact', 'consistent', 'differs', 'open', 'incomplete']),
  participants: v.number(),
  rewardsSats: v.bigint(),
  differences: v.array(found),
})

/** Every digit: figures that differ must be seen to differ. */
function figure(f: Format, of: AuditDifference['what'], value: bigint | null): string {
  if (value === null) return '—'
  switch (of) {
    case 'ratio':
      return f.ratio(value, 6)
    case 'total-stx':
      return f.stx(value, 'exact')
    case 'weight':
    case 'total-weights':
      return f.decimal(value, 8)
    default:
      return f.sats(value)
  }
}

const problemOf = (failure: unknown): 'offline' | 'bad-answer' =>
  failure instanceof UnansweredQuestion && ['offline', 'rate-limited'].includes(failure.reason)
    ? 'offline'
    : 'bad-answer'

/** A cycle recomputed in the worker from public data. */
export function AuditTab({ chain, state, link }: ConsoleContext) {
  const { f } = useWords()
  const [result, setResult] = useState<AuditViewState>({ kind: 'idle' })
  const network = state.network?.cycle
  const latest = chain.plan?.cycle.id ?? (network?.known ? network.value.id : null)
  const running: AuditViewState | null =
    result.kind === 'running'
      ? {
          kind: 'running',
          done: chain.auditing?.done ?? 0,
          requestsLeft: chain.auditing?.requestsLeft ?? 1,
        }
      : null
  const audit = (cycle: number) => {
    setResult({ kind: 'running', done: 0, requestsLeft: 1 })
    link.ask({ kind: 'audit', cycle }, audited).then(
      ({ verdict, differences, ...rest }) =>
        setResult(
          verdict === 'open'
            ? { kind: 'failed', problem: 'not-finished' }
            : {
                kind: 'done',
                ...rest,
                verdict,
                differences: differences.map((each) => ({
                  ...each,
                  onChain: figure(f, each.what, each.onChain),
                  recomputed: figure(f, each.what, each.recomputed),
                })),
              },
        ),
      (failure: unknown) =>
        setResult((now) =>
          now.kind === 'running' ? { kind: 'failed', problem: problemOf(failure) } : now,
        ),
    )
  }
  const stop = () => {
    void link.ask({ kind: 'stop-audit' }, v.unknown())
    setResult({ kind: 'idle' })
  }
  if (latest === null) return <Unplanned chain={chain} />
  return <AuditView latest={latest} state={running ?? result} onAudit={audit} onStop={stop} />
}
