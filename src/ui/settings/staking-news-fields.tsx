import {
  allStakingNews,
  stakingNewsKinds,
  type StakingNewsSettings,
} from '../../app/bitcoin-staking/notices/staking-news-settings.ts'
import { useWords } from '../hooks/use-words.ts'
import { Switch } from '../parts/switch.tsx'
import { NumberSetting } from './number-setting.tsx'

interface StakingNewsFieldsProps {
  wanted: StakingNewsSettings
  onChange: (wanted: StakingNewsSettings) => void
}

/** What of Bitcoin Staking is announced. */
export function StakingNewsFields({ wanted, onChange }: StakingNewsFieldsProps) {
  const { t } = useWords()
  const { claimableSats } = wanted
  return (
    <>
      <Switch
        label={t('settings.notify.staking.claimable')}
        checked={claimableSats !== null}
        onChange={(on) =>
          onChange({ ...wanted, claimableSats: on ? allStakingNews.claimableSats : null })
        }
      />
      {claimableSats !== null && (
        <NumberSetting
          label={t('settings.notify.staking.least')}
          unit="sats"
          decimals={0}
          value={claimableSats}
          onChange={(sats) => onChange({ ...wanted, claimableSats: sats })}
        />
      )}
      {stakingNewsKinds.map((kind) => (
        <Switch
          key={kind}
          label={t(`settings.notify.staking.${kind}`)}
          checked={wanted[kind]}
          onChange={(on) => onChange({ ...wanted, [kind]: on })}
        />
      ))}
    </>
  )
}
