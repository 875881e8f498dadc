import type { CommandResult } from '../../app/command-result.ts'
import type { Commands } from '../../app/commands.ts'
import type { DuskCommands } from '../../app/hyperstaking/dusk-commands.ts'
import type { DuskSource } from '../../app/hyperstaking/dusk-settings.ts'
import type { Settings } from '../../app/settings.ts'
import { localeNames, locales } from '../../words/locales.ts'
import { useSaveSettings } from '../hooks/use-save-settings.ts'
import { useWords } from '../hooks/use-words.ts'
import { DuskNetworkFields } from '../hyperstaking/dusk-network-fields.tsx'
import { Button } from '../parts/button.tsx'
import { Screen } from '../parts/screen.tsx'
import { Segments } from '../parts/segments.tsx'
import { Select } from '../parts/select.tsx'
import { AboutSection, type AboutProps } from './about-section.tsx'
import { AdvancedSection } from './advanced-section.tsx'
import { apiKeyField } from './api-key-field.ts'
import type { CustomDeploymentsProps } from './custom-deployments.tsx'
import { DataSection } from './data-section.tsx'
import { NetworkSection, type OfferedDeployment } from './network-section.tsx'
import { NotificationSection } from './notification-section.tsx'

export interface SettingsViewProps {
  /** Id of the setting that takes the focus. */
  startAt?: string
  settings: Settings
  /** Networks that can be selected. */
  deployments: readonly OfferedDeployment[]
  custom?: CustomDeploymentsProps
  commands: Pick<Commands, 'saveSettings'>
  /** Erases everything in this profile; absent where that is not possible. */
  onErase?: () => Promise<CommandResult>
  onBack: () => void
  /** Which Dusk network is read; absent where there is no Hyperstaking. */
  dusk?: { settings: DuskSource; save: DuskCommands['saveSettings'] }
  /** What the settings end with; absent where it is not known. */
  about?: AboutProps['env']
  openConsole?: () => void
  openWelcome?: () => void
  /** What a user may pass on when reporting a problem. */
  readDiagnostics?: () => Promise<string>
}

interface SettingsElsewhereProps {
  /** Opens them in a tab; absent where none can be opened. */
  onOpen?: () => void
  onBack: () => void
}

/** In a page: where the settings are. */
export function SettingsElsewhere({ onOpen, onBack }: SettingsElsewhereProps) {
  const { t } = useWords()
  return (
    <Screen title={t('nav.settings')} onBack={onBack}>
      <p>{t('settings.elsewhere')}</p>
      {onOpen && <Button onClick={onOpen}>{t('settings.open')}</Button>}
    </Screen>
  )
}

/** Every setting is saved when it is changed. */
export function SettingsView({
  startAt,
  settings: stored,
  deployments,
  custom,
  commands,
  onErase,
  onBack,
  dusk,
  about,
  openConsole,
  openWelcome,
  readDiagnostics,
}: SettingsViewProps) {
  const { t } = useWords()
  const { refusal, saved, shown: settings, save } = useSaveSettings(stored, commands.saveSettings)
  return (
    <Screen title={t('nav.settings')} onBack={onBack} startAt={startAt}>
      <p class="error" role="alert">
        {refusal ?? ''}
      </p>
      <NetworkSection settings={settings} deployments={deployments} onChange={save} />
      {dusk && (
        <section class="group" aria-label={t('hyper.network')}>
          <h2>{t('tab.hyper')}</h2>
          <DuskNetworkFields key={`${dusk.settings.network} ${dusk.settings.base}`} {...dusk} />
        </section>
      )}
      <NotificationSection
        notifications={settings.notifications}
        onChange={(change) =>
          save(({ notifications }) => ({ notifications: { ...notifications, ...change } }))
        }
      />
      <section class="group" aria-label={t('settings.look')}>
        <h2>{t('settings.look')}</h2>
        <Select
          label={t('settings.language')}
          value={settings.locale}
          onChange={(locale) => save({ locale })}
          options={[
            { value: 'auto', label: t('settings.language.auto') },
            ...locales.map((value) => ({ value, label: localeNames[value] })),
          ]}
        />
        <Segments
          label={t('settings.theme')}
          value={settings.theme}
          onChange={(theme) => save({ theme })}
          options={(['system', 'light', 'dark'] as const).map((value) => ({
            value,
            label: t(`settings.theme.${value}`),
          }))}
        />
        <Segments
          label={t('settings.units')}
          value={settings.units}
          onChange={(units) => save({ units })}
          options={(['sats', 'sbtc'] as const).map((value) => ({
            value,
            label: t(`settings.units.${value}`),
          }))}
        />
      </section>
      <DataSection
        settings={settings}
        onImport={(next) => save(next)}
        onErase={onErase}
        readDiagnostics={readDiagnostics}
      />
      <AdvancedSection
        settings={settings}
        custom={custom}
        isOpen={startAt === apiKeyField}
        onChange={save}
      />
      {about && <AboutSection env={about} />}
      {(openWelcome || openConsole) && (
        <section class="group" aria-label={t('settings.more')}>
          <h2>{t('settings.more')}</h2>
          {openWelcome && <Button onClick={openWelcome}>{t('settings.welcome')}</Button>}
          {openConsole && <Button onClick={openConsole}>{t('settings.console')}</Button>}
        </section>
      )}
      <p class="saved" role="status">
        {saved > 0 && <span key={saved}>{t('settings.saved')}</span>}
      </p>
    </Screen>
  )
}
