import { readOpenPayouts } from '../../../../chain/stacks/bitcoin-staking/operator/read-open-payouts.ts'
import {
  readOperatedManager,
  type OperatedManager,
} from '../../../../chain/stacks/bitcoin-staking/operator/read-operated-manager.ts'
import type { PoxReader } from '../../../../chain/stacks/bitcoin-staking/pox-reader.ts'
import { readClock } from '../../../../chain/stacks/bitcoin-staking/read-clock.ts'
import type { StacksClient } from '../../../../chain/stacks/client.ts'
import { readLastFee } from '../../../../chain/stacks/console/read-last-fee.ts'
import { rewardCycleAt } from '../../../../protocol/bitcoin-staking/cycle-clock.ts'
import type { Indexing } from '../protocol.ts'
import { requireKnown } from '../unread-value.ts'
import type { OpenPayoutsAnswer } from './manager-answer.ts'
import type { StakingConsoleQuestion as Question, StakingTask } from './staking-protocol.ts'

interface Session {
  /** A reader at the newest block, with its Bitcoin height. */
  readerNow: () => Promise<{ tip: { burnHeight: bigint }; reader: PoxReader }>
  progress: (of: StakingTask, progress: Indexing | null) => void
}

/** What the operator of one signer manager asks. */
export const createManagerQuestions = (client: StacksClient, { readerNow, progress }: Session) => ({
  /** A manager as its operator has to know it. */
  async manager({
    manager,
    account,
  }: Extract<Question, { kind: 'staking/manager' }>): Promise<OperatedManager> {
    const { tip, reader } = await readerNow()
    const cycle = rewardCycleAt(requireKnown(await readClock(reader)), tip.burnHeight)
    return requireKnown(await readOperatedManager(reader, manager, { cycle, account }))
  },

  /** Payouts on Bitcoin that it owes. */
  async payouts({
    manager,
    owedSats,
  }: Extract<Question, { kind: 'staking/payouts' }>): Promise<OpenPayoutsAnswer> {
    const { reader } = await readerNow()
    let done = 0
    const report = (left: number) =>
      progress('payouts', { done, total: ++done + left, requestsLeft: left })
    const owed = { manager, liabilitySats: owedSats }
    const found = await readOpenPayouts(reader, owed, report).finally(() =>
      progress('payouts', null),
    )
    const feeMicroStx = await readLastFee(client, manager, 'reclaim-failed-withdrawal')
    return { ...requireKnown(found), feeMicroStx }
  },
})
