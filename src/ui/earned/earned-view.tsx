import type { AppState } from '../../app/app-state.ts'
import { type Earned, earnedInAll } from '../../app/earned-in-all.ts'
import { duskAmount } from '../../app/hyperstaking/dusk-amount.ts'
import { shortAddress } from '../../words/format/address.ts'
import { useWords } from '../hooks/use-words.ts'
import { Card } from '../parts/card.tsx'
import { Screen } from '../parts/screen.tsx'

const names = { dual: 'tab.dual', staking: 'staking.title', hyper: 'tab.hyper' } as const

/** What each address has earned in each program, with one total per asset. */
export function EarnedView({ state, onBack }: { state: AppState; onBack: () => void }) {
  const { t, f } = useWords()
  const { rows, sats, lux, isComplete } = earnedInAll(state)
  const labels = new Map(state.accounts.map(({ address, label }) => [address, label]))
  const ofDusk = rows.filter(({ programme }) => programme === 'hyper')
  const ofStacks = rows.filter(({ programme }) => programme !== 'hyper')
  return (
    <Screen title={t('earned.title')} onBack={onBack}>
      {ofStacks.length > 0 && asset('sBTC', f.sats(sats), ofStacks)}
      {ofDusk.length > 0 && asset('DUSK', duskAmount(f, lux, 'cents'), ofDusk)}
      {!isComplete && <p class="note">{t('earned.incomplete')}</p>}
      <p class="note">{t('earned.note')}</p>
    </Screen>
  )

  function asset(name: string, total: string, of: readonly Earned[]) {
    return (
      <Card title={name} aside={<b class="amber">{total}</b>}>
        <ul class="rows">
          {of.map(({ programme, address, amount }) => (
            <li key={`${programme} ${address}`} class="row">
              <span>
                {labels.get(address) ?? shortAddress(address)} · {t(names[programme])}
              </span>
              <span>{programme === 'hyper' ? duskAmount(f, amount, 'cents') : f.sats(amount)}</span>
            </li>
          ))}
        </ul>
      </Card>
    )
  }
}
