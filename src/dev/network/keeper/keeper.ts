import { Cl } from '@stacks/transactions'
import { batchLimits } from '../../../protocol/dual-stacking/batch-limits.ts'
import {
  nextStep,
  type PlannedArgument,
  type PlannedCycleStep,
} from '../../../protocol/dual-stacking/planner/index.ts'
import type { DevnetAccount } from '../accounts.ts'
import type { ChainTransaction } from '../ledger/chain-transaction.ts'
import type { StacksLedger } from '../ledger/ledger.ts'
import type { StacksSender } from '../node/sender.ts'
import { followParticipants, type Participants } from './follow-participants.ts'
import { readCycleState, type KeeperTarget } from './read-cycle-state.ts'

/** What the keeper found to do, and what came of it when it was a call. */
export type KeeperMove = {
  step: PlannedCycleStep
  cycleId: number
  transaction?: ChainTransaction
  failure?: string
}

const clarityOf = (argument: PlannedArgument) =>
  argument.type === 'uint'
    ? Cl.uint(argument.value)
    : Cl.list(argument.value.map((each) => Cl.principal(each)))

type Setup = Omit<KeeperTarget, 'keeper' | 'participants'> & {
  account: DevnetAccount
  send: StacksSender
}

/**
 * Performs the permissionless steps of a cycle, one at a time, always from what the chain says now.
 */
export const createKeeper = ({ node, contract, kind, account, send }: Setup) => {
  let queue: Promise<unknown> = Promise.resolve()
  let followed: { ledger: StacksLedger; participants: Participants } | undefined

  const stepNow = async (): Promise<KeeperMove> => {
    // A chain that went back to an earlier state has a new ledger.
    if (followed?.ledger !== node.ledger)
      followed = {
        ledger: node.ledger,
        participants: followParticipants(node.ledger, contract, account.address),
      }
    const state = await readCycleState({
      node,
      contract,
      kind,
      keeper: account.address,
      participants: followed.participants,
    })
    const next = nextStep(state, node.ledger.blocks.firstOf, {
      batchLimits: batchLimits[kind],
      live: kind === 'live',
    })
    const found = { step: next, cycleId: state.cycle.id }
    if (next.kind !== 'call') return found
    const sent = await send(account, {
      kind: 'call',
      contract,
      method: next.functionName,
      args: next.args.map(clarityOf),
    })
    if (!sent.ok) return { ...found, failure: sent.reason }
    const { transaction } = sent
    return {
      ...found,
      transaction,
      ...(transaction.status !== 'success' && {
        failure: transaction.reason ?? transaction.result,
      }),
    }
  }

  /** Does what is due now, if anything; calls are queued. */
  const step = (): Promise<KeeperMove> => {
    const turn = queue.then(stepNow)
    queue = turn.catch(() => undefined)
    return turn
  }

  return { step }
}
export type Keeper = ReturnType<typeof createKeeper>
