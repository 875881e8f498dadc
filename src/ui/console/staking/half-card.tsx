import type { OperatorHalf } from '../../../chain/stacks/bitcoin-staking/operator/read-operator-half.ts'
import { halfStart, halfAt } from '../../../protocol/bitcoin-staking/cycle-clock.ts'
import { preparePhaseAt } from '../../../protocol/bitcoin-staking/prepare-phase.ts'
import { splitHalf } from '../../../protocol/bitcoin-staking/projection/project-half.ts'
import type { Words } from '../../../words/create-words.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Card } from '../../parts/card.tsx'
import { StakingTable } from './staking-table.tsx'

/** The half that is calculated next, as it stands: its income, and what each leg would get. */
export function HalfCard({ half: at }: { half: OperatorHalf }) {
  const words = useWords()
  const { t, f } = words
  const { clock, half, arrivedSats, bonds, stakedMicroStx } = at
  const split = splitHalf(clock, half, at)
  const { targetSats, missingSats, stxSats, reserveSats } = split
  return (
    <Card title={t('console.staking.half', halfName(words, at))} aside={windowText(words, at)}>
      <dl class="figures">
        <div>
          <dt>{t('console.staking.income')}</dt>
          <dd class="amber">{f.sats(arrivedSats)}</dd>
        </div>
        <div>
          <dt>{t('console.staking.targets')}</dt>
          <dd>{f.sats(targetSats)}</dd>
        </div>
        <div>
          <dt>{t('console.staking.forStx')}</dt>
          <dd>{f.sats(stxSats)}</dd>
        </div>
        <div>
          <dt>{t('console.staking.reserve')}</dt>
          <dd>{f.sats(reserveSats)}</dd>
        </div>
      </dl>
      {missingSats > 0n && (
        <p class="note">{t('console.staking.missing', { sats: f.sats(missingSats) })}</p>
      )}
      <StakingTable
        label={t('console.staking.legs')}
        head={[
          t('console.staking.leg'),
          t('console.staking.shares'),
          t('console.staking.target'),
          t('console.staking.gets'),
        ]}
      >
        {split.bonds.map((payment) => (
          <tr key={payment.index}>
            <td>{t('console.staking.leg.bond', { bond: f.integer(payment.index) })}</td>
            <td>{f.sats(bonds.find(({ index }) => index === payment.index)!.sats)}</td>
            <td>{f.sats(payment.targetSats)}</td>
            <td class="amber">{f.sats(payment.paidSats)}</td>
          </tr>
        ))}
        <tr>
          <td>{t('console.staking.leg.stx')}</td>
          <td>{f.stx(stakedMicroStx)}</td>
          <td>—</td>
          <td class="amber">{f.sats(stxSats)}</td>
        </tr>
      </StakingTable>
      <ul class="notes">
        <li>{t('console.staking.moment')}</li>
        <li>{prepareText(words, at)}</li>
      </ul>
    </Card>
  )
}

/** The cycle, and which half of it. */
export function halfName(
  { t, f }: Words,
  { clock, half }: Pick<OperatorHalf, 'clock' | 'half'>,
): { cycle: string; half: string } {
  const isSecond = halfAt(clock, half.height) % 2n === 1n
  return {
    cycle: f.integer(half.cycle),
    half: t(isSecond ? 'console.staking.half.second' : 'console.staking.half.first'),
  }
}

/** Until when it can be calculated on its own, or from when on. */
function windowText({ t, f }: Words, { clock, half, burnHeight }: OperatorHalf): string {
  if (!half.isDue) {
    const blocks = Number(half.height + 1n - burnHeight)
    return t('console.staking.window.from', {
      height: f.integer(half.height + 1n),
      blocks: t('blocks', { count: blocks }),
      time: f.blockTime(blocks),
    })
  }
  // Once the next half is over as well, both are booked to that one.
  const end = halfStart(clock, halfAt(clock, burnHeight) + 1n)
  const blocks = Number(end - burnHeight)
  return t('console.staking.window.until', {
    height: f.integer(end),
    time: f.blockTime(blocks),
  })
}

function prepareText({ t, f }: Words, { clock, burnHeight }: OperatorHalf): string {
  const { isNow, startHeight, endHeight, blocksLeft } = preparePhaseAt(clock, burnHeight)
  return t(isNow ? 'console.staking.prepare.now' : 'console.staking.prepare.from', {
    height: f.integer(isNow ? endHeight : startHeight),
    time: f.blockTime(Number(blocksLeft)),
  })
}
