import { useEffect, useState } from 'preact/hooks'
import type { UnknownReason } from '../../chain/known.ts'
import type { OperatedManager } from '../../chain/stacks/bitcoin-staking/operator/read-operated-manager.ts'
import type { ConsoleContext } from './console-context.ts'
import { reasonOf } from './staking-store.ts'
import {
  openPayoutsAnswer,
  operatedManagerAnswer,
  type OpenPayoutsAnswer,
} from './worker/staking/manager-answer.ts'

interface Operated {
  manager: string
  found: OperatedManager | null
  payouts: OpenPayoutsAnswer | null
  problem: UnknownReason | null
  /** What it was read for, once all is. */
  done: string
}

const nothing = (manager: string): Operated => ({
  manager,
  found: null,
  payouts: null,
  problem: null,
  done: '',
})

/**
 * A manager as the worker reads it, then its payouts on Bitcoin; '': none. Read again when `wanted`
 * changes, which says for which state of the chain it is.
 */
export function useOperatedManager(
  { link, operator }: Pick<ConsoleContext, 'link' | 'operator'>,
  manager: string,
  wanted: string,
): Operated {
  const [read, setRead] = useState(nothing(manager))
  useEffect(() => {
    if (manager === '') return
    let isShown = true
    const put = (change: Partial<Operated>) => {
      if (!isShown) return
      setRead((before) => ({
        ...(before.manager === manager ? before : nothing(manager)),
        problem: null,
        ...change,
      }))
    }
    async function ask() {
      const asked = { kind: 'staking/manager' as const, manager, account: operator }
      const found = await link.ask(asked, operatedManagerAnswer)
      put({ found })
      const { liabilitySats: owed } = found.funds
      if (!owed.known) return put({ done: wanted })
      const question = { kind: 'staking/payouts' as const, manager, owedSats: owed.value }
      put({ payouts: await link.ask(question, openPayoutsAnswer), done: wanted })
    }
    ask().catch((failure: unknown) => put({ problem: reasonOf(failure) }))
    return () => void (isShown = false)
  }, [link, operator, manager, wanted])
  return read.manager === manager ? read : nothing(manager)
}
