import { mapByIncome, type ByIncome } from '../../protocol/bitcoin-staking/projection/by-income.ts'
import type { ManagerTerms } from '../../protocol/bitcoin-staking/projection/programme-state.ts'
import { projectStake } from '../../protocol/bitcoin-staking/projection/project-stake.ts'
import type { YieldFigures } from './figures.ts'

export interface YieldQuestion {
  microStx: bigint
  /** Null: nothing was read. */
  figures: YieldFigures | null
}

/** What the calculator says of a stake that begins with the next cycle it can. */
export interface YieldEstimate {
  /**
   * Sats of a cycle, after the fee of the manager that is named, or before any where none is; null:
   * income, fee or the manager's size is not known.
   */
  sats: ByIncome<bigint> | null
  /** MicroSTX that the manager lacks to earn at all; 0 where none is named. */
  missingMicroStx: bigint
  firstCycle: bigint
  /** Bitcoin height at which its first half has ended. */
  firstClaimHeight: bigint
}

/** Where no manager is named: one that is large enough to earn, before its fee. */
const anyManager: ManagerTerms = {
  manager: 'any',
  feeBips: 0n,
  delegatedMicroStx: 50_000_000_000n,
  pendingMicroStx: 50_000_000_000n,
}

/**
 * Projects a stake of one cycle [bitcoin-staking 6.6]; nothing is compounded. Undefined where
 * nothing can be calculated, also because a host or a snapshot tells figures on which the contract
 * itself would stop.
 */
export function estimateYield({ microStx, figures }: YieldQuestion): YieldEstimate | undefined {
  if (!figures?.state || microStx === 0n) return undefined
  const { state, manager } = figures
  const { delegatedMicroStx, pendingMicroStx } = manager ?? anyManager
  const isSized = delegatedMicroStx !== null && pendingMicroStx !== null
  const terms: ManagerTerms = {
    ...anyManager,
    ...(manager && { feeBips: manager.feeBips }),
    ...(isSized && { delegatedMicroStx, pendingMicroStx }),
  }
  try {
    const { rewards, shares, dates } = projectStake(state, {
      microStx,
      cycles: 1n,
      terms,
      present: null,
    })
    const sats = rewards && mapByIncome(rewards, ({ cycle }) => cycle.netSats)
    return {
      sats: isSized && isKnown(sats) ? sats : null,
      missingMicroStx: shares.missingMicroStx,
      firstCycle: dates.firstCycle,
      firstClaimHeight: dates.firstClaimHeight,
    }
  } catch {
    return undefined
  }
}

const isKnown = (sats: ByIncome<bigint | null> | null): sats is ByIncome<bigint> =>
  sats !== null && Object.values(sats).every((each) => each !== null && each >= 0n)

const toText = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? `${each}n` : each))

/** Whether something is the very estimate that is calculated here: one takes no millisecond. */
export const isYieldEstimate = (
  value: unknown,
  question: YieldQuestion,
): value is YieldEstimate | undefined => toText(value) === toText(estimateYield(question))
