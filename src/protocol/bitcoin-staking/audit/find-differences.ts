import type { Principal } from '../../clarity/principal.ts'
import type { Compared } from '../../compare-figures.ts'
import type { StakingAudit, StakingDifference } from './staking-audit.ts'

/** Where a figure belongs. */
type Place = Pick<StakingDifference, 'who' | 'cycle' | 'bond' | 'txid'>

/** Every figure that is not what it should be, with whose it is. */
export function findDifferences({
  calculations,
  pulls,
  claims,
}: Pick<StakingAudit, 'calculations' | 'pulls' | 'claims'>): StakingDifference[] {
  const found: StakingDifference[] = []
  const add = (figure: string, { expected, found: shown, difference }: Compared, place: Place) => {
    if (difference === null || difference === 0n) return
    found.push({ figure, ...place, expected: expected!, found: shown! })
  }
  for (const calculation of calculations) {
    const { cycle, txid, bonds, income, bondSats, reserveDeposit } = calculation
    const { reserve, stxSats, shares, perShare } = calculation
    const place: Place = { who: null, cycle, bond: null, txid }
    const figures = { income, bondSats, reserveDeposit, reserve, stxSats, shares, perShare }
    for (const [name, figure] of Object.entries(figures)) add(name, figure, place)
    for (const { index, ...figuresOfBond } of bonds) {
      for (const [name, figure] of Object.entries(figuresOfBond))
        add(name, figure, { ...place, bond: index })
    }
  }
  for (const { manager, earned, cycle, bond, txid } of pulls)
    add('earned', earned, { who: manager, cycle, bond, txid })
  for (const { staker, gross, net, cycle, bond, txid } of claims) {
    const place: Place = { who: staker as Principal, cycle, bond, txid }
    add('gross', gross, place)
    add('net', net, place)
  }
  return found
}
