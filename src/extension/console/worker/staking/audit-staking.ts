import { auditStakingCycle } from '../../../../chain/stacks/bitcoin-staking/audit/audit-staking-cycle.ts'
import { collectAudit } from '../../../../chain/stacks/bitcoin-staking/audit/collect-audit.ts'
import type { PrintList } from '../../../../chain/stacks/bitcoin-staking/audit/print-list.ts'
import type { StakingDeployment } from '../../../../chain/stacks/bitcoin-staking/staking-deployments.ts'
import type { StacksClient } from '../../../../chain/stacks/client.ts'
import { stacksUnknownReason } from '../../../../chain/stacks/read-failure.ts'
import {
  halfVerdicts,
  legVerdicts,
} from '../../../../protocol/bitcoin-staking/audit/leg-verdicts.ts'
import { UnreadValue } from '../unread-value.ts'
import type { StakingAuditAnswer } from './audit-answer.ts'

/** What is told of an audit while it runs. */
interface AuditRun {
  cycle: bigint
  /** Whether income is recomputed from every movement of sBTC, which takes many more requests. */
  withIncome: boolean
  /** Called after every request; throws when the audit is to end. */
  report: (requestsDone: number, requestsLeft: number) => void
}

/** Audits of a network: what one has collected, the next one goes on from. */
export function createStakingAudits(client: StacksClient, deployment: StakingDeployment) {
  let kept: readonly PrintList[] = []
  return {
    async audit({ cycle, withIncome, report }: AuditRun): Promise<StakingAuditAnswer> {
      let done = 0
      const collected = await collectAudit(client, deployment, {
        cycle,
        withIncome,
        progress: {
          kept,
          report: (lists, left) => {
            kept = lists
            report(++done, left)
          },
        },
      })
      if (!collected.ok) throw new UnreadValue(stacksUnknownReason(collected.failure))
      const audit = auditStakingCycle(collected.value, cycle)
      const { verdict, differing, unread } = audit
      return {
        cycle,
        verdict,
        halves: halfVerdicts(audit),
        legs: legVerdicts(audit),
        differing,
        unread: unread.length,
      }
    },
  }
}
