import type { OperatorHalf } from '../../../chain/stacks/bitcoin-staking/operator/read-operator-half.ts'
import { bondTargetSats, minimumMicroStx } from '../../../protocol/bitcoin-staking/math/bond.ts'
import { inPaymentOrder } from '../../../protocol/bitcoin-staking/projection/bond-payments.ts'
import { shareOfBips } from '../../bitcoin-staking/staking-times.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Card } from '../../parts/card.tsx'
import { StakingTable } from './staking-table.tsx'

const ONE_SBTC = 100_000_000n

/** Bonds in the order in which they are paid, with their terms and what is in them. */
export function BondsTable({ bonds, cycle }: Pick<OperatorHalf, 'bonds' | 'cycle'>) {
  const { t, f } = useWords()
  return (
    <Card title={t('console.staking.bonds')}>
      {bonds.length === 0 ? (
        <p class="muted">{t('console.staking.bonds.none')}</p>
      ) : (
        <StakingTable
          label={t('console.staking.bonds')}
          head={[
            t('console.staking.bond'),
            t('console.staking.bond.state'),
            t('console.staking.bond.cycles'),
            t('console.staking.bond.rate'),
            t('console.staking.bond.inside'),
            t('console.staking.bond.target'),
            t('console.staking.bond.paired'),
          ]}
        >
          {inPaymentOrder(bonds).map((bond) => (
            <tr key={bond.index}>
              <td>{f.integer(bond.index)}</td>
              <td>{t(`console.staking.bond.${stateOf(bond, cycle)}`)}</td>
              <td>
                {f.integer(bond.firstCycle)}–{f.integer(bond.endCycle - 1n)}
              </td>
              <td>{f.percent(shareOfBips(bond.targetRate))}</td>
              <td>{f.sats(bond.sats)}</td>
              <td>{f.sats(bondTargetSats(bond.sats, bond.targetRate))}</td>
              <td>{f.stx(minimumMicroStx(ONE_SBTC, bond), 'reach')}</td>
            </tr>
          ))}
        </StakingTable>
      )}
      <p class="muted">{t('console.staking.bonds.order')}</p>
    </Card>
  )
}

function stateOf(
  { firstCycle, endCycle }: OperatorHalf['bonds'][number],
  cycle: bigint,
): 'upcoming' | 'running' | 'ended' {
  if (cycle < firstCycle) return 'upcoming'
  return cycle < endCycle ? 'running' : 'ended'
}
