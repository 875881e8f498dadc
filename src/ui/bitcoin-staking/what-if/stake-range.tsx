import type { ByIncome } from '../../../protocol/bitcoin-staking/projection/by-income.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Unknown } from '../../parts/unknown.tsx'

/** The middle of a range first, and then how far it reaches. */
export function StakeRange({ of: { low, middle, high } }: { of: ByIncome<bigint | null> }) {
  const { t, f } = useWords()
  if (low === null || middle === null || high === null) return <Unknown reason="not-offered" />
  return (
    <>
      <span class="amber">{t('about', { amount: f.sats(middle, 'about') })}</span>
      <small>
        {t('staking.whatIf.range', { low: f.sats(low, 'about'), high: f.sats(high, 'about') })}
      </small>
    </>
  )
}
