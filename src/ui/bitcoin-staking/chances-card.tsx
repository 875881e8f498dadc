import { freeMicroStx } from '../../app/bitcoin-staking/staking-question.ts'
import type { StakingState } from '../../app/bitcoin-staking/staking-state.ts'
import { cycleStart } from '../../protocol/bitcoin-staking/cycle-clock.ts'
import { stakeDates } from '../../protocol/bitcoin-staking/projection/stake-dates.ts'
import { useWords } from '../hooks/use-words.ts'
import { Card } from '../parts/card.tsx'
import { timeOfHeight } from './staking-times.ts'

/** Less than this cannot pay for anything: a tenth of an STX. */
const DUST_MICRO_STX = 100_000n

/** What someone with these holdings can do now, what not, and why. */
export function ChancesCard({
  state,
  sats,
  now,
}: {
  state: StakingState
  /** SBTC of the address; null: not known. */
  sats: bigint | null
  now: number
}) {
  const { t, f } = useWords()
  const { programme } = state
  if (!programme?.clock.known || !programme.cycle.known) return null
  const clock = programme.clock.value
  const { burnHeight } = programme
  const { isPreparing, id } = programme.cycle.value
  const free = freeMicroStx(state)
  const hasStx = free !== null && free > DUST_MICRO_STX
  const hasSats = sats !== null && sats > 0n
  const day = (height: bigint) => f.day(timeOfHeight(height, burnHeight, now), now)
  const dates = stakeDates(clock, burnHeight, 1n)
  return (
    <Card title={t('staking.chances')}>
      <ul class="notes">
        {isPreparing && (
          <li>{t('staking.chances.preparing', { date: day(cycleStart(clock, id + 1n)) })}</li>
        )}
        {hasStx && (
          <li>
            {t('staking.chances.stx', {
              stx: f.stx(free),
              cycle: f.integer(dates.firstCycle),
              date: day(dates.startHeight),
              claim: day(dates.firstClaimHeight),
            })}
          </li>
        )}
        {free !== null && !hasStx && <li>{t('staking.chances.noStx')}</li>}
        {hasSats && (
          <li>
            {t(hasStx ? 'staking.chances.both' : 'staking.chances.sbtc', { sats: f.sats(sats) })}
          </li>
        )}
        {free !== null && !hasStx && !hasSats && <li>{t('staking.chances.needs')}</li>}
        <li>{t('staking.chances.pools')}</li>
      </ul>
    </Card>
  )
}
