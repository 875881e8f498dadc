import { useEffect } from 'preact/hooks'
import { keptSats, settingPayers } from '../../app/bitcoin-staking/payers.ts'
import type { StakingCommands } from '../../app/bitcoin-staking/staking-commands.ts'
import { managerReadingOf } from '../../app/bitcoin-staking/staking-question.ts'
import type { StakingState } from '../../app/bitcoin-staking/staking-state.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { managerLabel } from './manager-label.ts'

interface PayoutCardProps {
  state: StakingState
  address: string
  commands: Pick<StakingCommands, 'readManager'>
  /** Goes to the form; absent: nothing can be signed here. */
  onForm?: (form: 'set-payout' | 'collect') => void
}

/** What can be done about payouts without a stake: another setting, and what is kept until then. */
export function PayoutCard({ state, address, commands, onForm }: PayoutCardProps) {
  const { t, f } = useWords()
  const kept = [...keptSats(state.rewards?.[address])]
  const unread = kept.map(([manager]) => manager).filter((each) => !managerReadingOf(state, each))
  useEffect(() => {
    for (const manager of unread) void commands.readManager(manager)
  }, [unread.join(' ')])
  const canSet = settingPayers(state).length > 0
  if (kept.length === 0 && !canSet) return null
  return (
    <Card title={t('staking.payout.card')}>
      {kept.length > 0 && (
        <>
          <p class="label">{t('staking.payout.card.kept')}</p>
          <ul class="rows">
            {kept.map(([manager, sats]) => (
              <li key={manager} class="row">
                <span>{managerLabel(manager)}</span>
                <b class="amber">{f.sats(sats)}</b>
              </li>
            ))}
          </ul>
          <p class="note">{t('staking.payout.card.kept.how')}</p>
        </>
      )}
      {canSet && <p class="muted">{t('staking.payout.card.free')}</p>}
      {onForm && (
        <div class="form-actions">
          {kept.length > 0 && (
            <Button kind="primary" onClick={() => onForm('collect')}>
              {t('staking.action.collect')}
            </Button>
          )}
          {canSet && (
            <Button onClick={() => onForm('set-payout')}>{t('staking.action.set-payout')}</Button>
          )}
        </div>
      )}
    </Card>
  )
}
