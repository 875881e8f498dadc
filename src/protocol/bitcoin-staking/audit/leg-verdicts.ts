import type { Compared } from '../../compare-figures.ts'
import type { CalculationAudit, StakingAudit } from './staking-audit.ts'

/** Whether all of it was recomputed and agrees, something does not, or not all could be. */
export type AuditVerdict = 'exact' | 'differs' | 'unknown'

/** What an audit says of a half's income, before it is split up; sats. */
export interface HalfVerdict {
  /** The half's last block. */
  height: bigint
  incomeSats: bigint | null
  verdict: AuditVerdict
}

/** What an audit says of one leg of a cycle; sats before fees. */
export interface LegVerdict {
  /** Null: the STX-only leg. */
  bond: bigint | null
  /** Booked by calculations, pulled by managers, claimed by holders. */
  bookedSats: bigint
  pulledSats: bigint
  claimedSats: bigint
  claims: number
  /** Claims of which the fee is unknown, so that what was paid after it was not recomputed. */
  feesUnknown: number
  verdict: AuditVerdict
}

/** An audit half by half: the income, and what became of it. */
export const halfVerdicts = (audit: StakingAudit): HalfVerdict[] =>
  audit.calculations.map(({ height, income, bondSats, reserveDeposit, reserve }) => ({
    height,
    incomeSats: income.found,
    verdict: verdictOf([income, bondSats, reserveDeposit, reserve], isWhole(audit)),
  }))

/** An audit leg by leg, the STX-only one first, then bonds by their index. */
export function legVerdicts(audit: StakingAudit): LegVerdict[] {
  const bonds = new Set<bigint>()
  for (const { bonds: paid } of audit.calculations) for (const { index } of paid) bonds.add(index)
  for (const { bond } of [...audit.pulls, ...audit.claims]) if (bond !== null) bonds.add(bond)
  const inOrder = [...bonds].toSorted((one, other) => Number(one - other))
  return [null, ...inOrder].map((bond) => legVerdict(audit, bond))
}

function legVerdict(audit: StakingAudit, bond: bigint | null): LegVerdict {
  const booked = audit.calculations.flatMap((each) => bookedOf(each, bond))
  const pulls = audit.pulls.filter((each) => each.bond === bond)
  const claims = audit.claims.filter((each) => each.bond === bond)
  const figures = [
    ...booked.flatMap(({ paid, others }) => [paid, ...others]),
    ...pulls.map(({ earned }) => earned),
    ...claims.flatMap(({ gross, net }) => [gross, net]),
  ]
  return {
    bond,
    bookedSats: sum(booked.map(({ paid }) => paid)),
    pulledSats: sum(pulls.map(({ earned }) => earned)),
    claimedSats: sum(claims.map(({ gross }) => gross)),
    claims: claims.length,
    feesUnknown: claims.filter(({ net }) => net.difference === null).length,
    verdict: verdictOf(figures, isWhole(audit)),
  }
}

/** What a calculation booked to a leg, and the figures that it follows from. */
function bookedOf(
  { stxSats, shares, perShare, bonds }: CalculationAudit,
  bond: bigint | null,
): Array<{ paid: Compared; others: Compared[] }> {
  if (bond === null) return [{ paid: stxSats, others: [shares, perShare] }]
  return bonds
    .filter(({ index }) => index === bond)
    .map((each) => ({ paid: each.paid, others: [each.shares, each.target, each.perShare] }))
}

function verdictOf(figures: readonly Compared[], isComplete: boolean): AuditVerdict {
  if (figures.some(({ difference }) => difference !== null && difference !== 0n)) return 'differs'
  const isKnown = figures.every(({ difference }) => difference !== null)
  return isComplete && isKnown ? 'exact' : 'unknown'
}

/** A print that could not be applied leaves everything after it open. */
const isWhole = ({ unread }: StakingAudit): boolean => unread.length === 0

const sum = (figures: readonly Compared[]): bigint =>
  figures.reduce((all, { found }) => all + (found ?? 0n), 0n)
