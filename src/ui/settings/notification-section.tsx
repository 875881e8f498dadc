import { poolNewsKinds } from '../../app/hyperstaking/pool-news.ts'
import type { Settings } from '../../app/settings.ts'
import { useWords } from '../hooks/use-words.ts'
import { Select } from '../parts/select.tsx'
import { Switch } from '../parts/switch.tsx'
import { NumberSetting } from './number-setting.tsx'
import { StakingNewsFields } from './staking-news-fields.tsx'

type Notifications = Settings['notifications']
const kinds = ['reward', 'notEnrolled', 'goldenRatioMoved', 'paymentLate'] as const
const hours = Array.from({ length: 24 }, (_, hour) => hour)

interface NotificationSectionProps {
  notifications: Notifications
  onChange: (change: Partial<Notifications>) => void
}

export function NotificationSection({ notifications, onChange }: NotificationSectionProps) {
  const { t, f } = useWords()
  const quiet = notifications.quietHours
  const options = hours.map((hour) => ({
    value: String(hour),
    label: f.clock(new Date(2000, 0, 1, hour).getTime()),
  }))
  const setQuiet = (change: Partial<{ from: number; to: number }>) =>
    onChange({ quietHours: { from: 22, to: 8, ...quiet, ...change } })
  return (
    <section class="group" aria-label={t('settings.notifications')}>
      <h2>{t('settings.notifications')}</h2>
      <h3>{t('staking.title')}</h3>
      <StakingNewsFields
        wanted={notifications.staking}
        onChange={(staking) => onChange({ staking })}
      />
      <h3>{t('tab.dual')}</h3>
      {kinds.map((kind) => (
        <Switch
          key={kind}
          label={t(`settings.notify.${kind}`)}
          checked={notifications[kind]}
          onChange={(on) => onChange({ [kind]: on })}
        />
      ))}
      <Switch
        label={t('settings.notify.boostBelow')}
        checked={notifications.boostBelow !== null}
        onChange={(on) => onChange({ boostBelow: on ? 5 : null })}
      />
      {notifications.boostBelow !== null && (
        <NumberSetting
          label={t('settings.notify.threshold')}
          unit="×"
          decimals={2}
          value={notifications.boostBelow}
          onChange={(boostBelow) => onChange({ boostBelow })}
        />
      )}
      <h3>{t('tab.hyper')}</h3>
      {poolNewsKinds.map((kind) => (
        <Switch
          key={kind}
          label={t(`settings.notify.pool.${kind}`)}
          checked={notifications.pools[kind]}
          onChange={(on) => onChange({ pools: { ...notifications.pools, [kind]: on } })}
        />
      ))}
      <hr />
      <Switch
        label={t('settings.quiet')}
        hint={t('settings.quiet.hint')}
        checked={quiet !== null}
        onChange={(on) => (on ? setQuiet({}) : onChange({ quietHours: null }))}
      />
      {quiet && (
        <div class="pair">
          <Select
            label={t('settings.quiet.from')}
            value={String(quiet.from)}
            options={options}
            onChange={(from) => setQuiet({ from: Number(from) })}
          />
          <Select
            label={t('settings.quiet.to')}
            value={String(quiet.to)}
            options={options}
            onChange={(to) => setQuiet({ to: Number(to) })}
          />
        </div>
      )}
    </section>
  )
}
