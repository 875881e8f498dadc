import { useRef, useState } from 'preact/hooks'
import * as v from 'valibot'
import type { UnknownReason } from '../../../chain/known.ts'
import {
  StakingAuditForm,
  type StakingAuditQuestion,
} from '../../../ui/console/staking/staking-audit-form.tsx'
import { StakingAuditResult } from '../../../ui/console/staking/staking-audit-result.tsx'
import { useWords } from '../../../ui/hooks/use-words.ts'
import { Callout } from '../../../ui/parts/callout.tsx'
import type { ConsoleContext } from '../console-context.ts'
import { reasonOf } from '../staking-store.ts'
import { useStaking } from '../use-staking.ts'
import { stakingAuditAnswer, type StakingAuditAnswer } from '../worker/staking/audit-answer.ts'
import { StakingUnread } from './staking-unread.tsx'

type Audited = { is: 'idle' | 'running' } | { is: 'done'; answer: StakingAuditAnswer } | Failed
interface Failed {
  is: 'failed'
  reason: UnknownReason
}

/** A cycle of Bitcoin Staking recomputed in the worker from what was printed. */
export function StakingAuditTab(context: ConsoleContext) {
  const { t } = useWords()
  const { read } = useStaking(context, 1)
  const { chain, link } = context
  const [audited, setAudited] = useState<Audited>({ is: 'idle' })
  const runs = useRef(0)
  if (!read.half) return <StakingUnread problem={read.problem} />
  const { clock, cycle } = read.half.half
  const audit = (question: StakingAuditQuestion) => {
    const run = ++runs.current
    // What was stopped answers as well, and says nothing any more.
    const end = (next: Audited) => run === runs.current && setAudited(next)
    setAudited({ is: 'running' })
    link.ask({ kind: 'staking/audit', ...question }, stakingAuditAnswer).then(
      (answer) => end({ is: 'done', answer }),
      (failure: unknown) => end({ is: 'failed', reason: reasonOf(failure) }),
    )
  }
  const stop = () => {
    runs.current += 1
    void link.ask({ kind: 'staking/stop' }, v.null())
    setAudited({ is: 'idle' })
  }
  const { done = 0, requestsLeft = 1 } = chain.staking.cycle ?? {}
  return (
    <>
      <StakingAuditForm
        firstCycle={clock.firstCycle}
        cycle={cycle}
        running={audited.is === 'running' ? { done, requestsLeft } : null}
        onAudit={audit}
        onStop={stop}
      />
      {audited.is === 'failed' && (
        <Callout tone="bad">
          {t(
            ['offline', 'rate-limited'].includes(audited.reason)
              ? 'audit.failed.offline'
              : 'audit.failed.bad-answer',
          )}
        </Callout>
      )}
      {audited.is === 'done' && <StakingAuditResult {...audited.answer} />}
    </>
  )
}
