import type { StakingCycleAudit } from '../../../chain/stacks/bitcoin-staking/audit/audit-staking-cycle.ts'
import type { Compared } from '../../../protocol/compare-figures.ts'

const verdicts: Record<StakingCycleAudit['verdict'], string> = {
  exact: 'every figure that was recomputed agrees to the sat',
  differs: 'something does not agree',
  incomplete: 'some prints could not be read, or do not follow from those before them',
}

const shown = (value: bigint | null): string => (value === null ? 'unknown' : value.toString())

function both({ expected, found, difference }: Compared): string {
  if (difference === 0n) return shown(found)
  if (expected === null) return `${shown(found)} as printed`
  return `${shown(found)} found, ${shown(expected)} recomputed`
}

const legName = (bond: bigint | null): string => (bond === null ? 'STX' : `bond ${bond}`)

/** An audit of a cycle as text, with all holders on demand; sats, microSTX, basis points. */
export function stakingAuditReport(
  audit: StakingCycleAudit,
  { cycle, pox, all }: { cycle: bigint; pox: string; all: boolean },
): string {
  const { verdict, calculations, pulls, claims, differing, unread, holders } = audit
  return [
    `Cycle ${cycle} of ${pox}`,
    `verdict          ${verdict}: ${verdicts[verdict]}`,
    ...calculations.flatMap((each) => [
      `half to ${each.height}  ${each.txid}`,
      `  income         ${both(each.income)}`,
      ...each.bonds.map(
        ({ index, paid, target, shares, perShare }) =>
          `  bond ${index}         ${both(paid)} of ${both(target)} for ${both(shares)} sats, ` +
          `per share ${both(perShare)}`,
      ),
      `  reserve        ${both(each.reserveDeposit)}, now ${both(each.reserve)}`,
      `  stakes         ${both(each.stxSats)} for ${both(each.shares)} microSTX, ` +
        `per share ${both(each.perShare)}`,
    ]),
    `managers' claims ${pulls.length}`,
    `holders' claims  ${claims.length}, of which the fee is unknown of ` +
      `${claims.filter(({ net }) => net.expected === null).length}`,
    ...unread.map(({ txid, topic, reason }) => `unread  ${topic || 'print'}  ${txid}  ${reason}`),
    ...differing.map(
      ({ figure, who, bond, txid, expected, found }) =>
        `differs  ${who ?? 'the programme'}  ${legName(bond)}  ${figure}  ${found} found, ` +
        `${expected} recomputed, ${found > expected ? '+' : ''}${found - expected}  ${txid}`,
    ),
    `holders          ${holders.length}`,
    ...(all ? holders : []).map(
      ({ staker, manager, bond, claimedSats, claimableSats, unpulledSats, feeBips }) =>
        `${staker}  ${manager}  ${legName(bond)}  claimed ${claimedSats}  ` +
        `claimable ${claimableSats}  not pulled ${unpulledSats}  fee ${shown(feeBips)}`,
    ),
  ].join('\n')
}
