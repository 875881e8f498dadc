import type { Settings } from '../../app/settings.ts'
import { useWords } from '../hooks/use-words.ts'
import { Segments } from '../parts/segments.tsx'
import { Select } from '../parts/select.tsx'

type NetworkName = 'mainnet' | 'testnet' | 'devnet'

/** A contract that can be chosen, and its network where that is known. */
export interface OfferedDeployment {
  id: string
  name: string
  /** Whether a later version has taken its place. */
  isEarlier?: boolean
  target?: { network: NetworkName }
}

interface NetworkSectionProps {
  settings: Settings
  deployments: readonly OfferedDeployment[]
  onChange: (change: Partial<Settings>) => void
}

/** First the network, then a contract on it. */
export function NetworkSection({ settings, deployments, onChange }: NetworkSectionProps) {
  const { t } = useWords()
  const networks = [
    ...new Set(deployments.flatMap(({ target }) => (target ? [target.network] : []))),
  ]
  const chosen = deployments.find(({ id }) => id === settings.deployment)?.target?.network
  const isOnChosen = ({ target }: OfferedDeployment) => !chosen || target?.network === chosen
  const optionsOf = (earlier: boolean) =>
    deployments
      .filter((each) => isOnChosen(each) && (each.isEarlier ?? false) === earlier)
      .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <section class="group" aria-label={t('settings.network')}>
      <h2>{t('settings.network')}</h2>
      {networks.length > 1 && chosen && (
        <Segments
          label={t('settings.network')}
          value={chosen}
          onChange={(network) => {
            // The newest of a network stands last.
            const next = deployments.findLast(({ target }) => target?.network === network)
            if (next) onChange({ deployment: next.id })
          }}
          options={networks.map((value) => ({ value, label: t(`network.${value}`) }))}
        />
      )}
      <Select
        label={t('settings.deployment')}
        value={settings.deployment}
        onChange={(deployment) => onChange({ deployment })}
        options={optionsOf(false)}
        rest={{ label: t('settings.deployment.earlier'), options: optionsOf(true) }}
      />
    </section>
  )
}
