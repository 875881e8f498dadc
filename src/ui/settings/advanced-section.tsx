import { useState } from 'preact/hooks'
import type { Settings } from '../../app/settings.ts'
import { useWords } from '../hooks/use-words.ts'
import { TextField } from '../parts/text-field.tsx'
import { apiKeyField } from './api-key-field.ts'
import { CustomDeployments, type CustomDeploymentsProps } from './custom-deployments.tsx'

interface AdvancedSectionProps {
  settings: Settings
  /** Contracts added by the user; absent where none can be added. */
  custom?: CustomDeploymentsProps
  /** Whether it is open at first. */
  isOpen: boolean
  onChange: (change: Partial<Settings>) => void
}

/** Servers, keys and contracts of one's own: what most people never need. */
export function AdvancedSection({ settings, custom, isOpen, onChange }: AdvancedSectionProps) {
  const { t } = useWords()
  const [open, setOpen] = useState(isOpen)
  const hintOfKey = ({ apiKeyOrigin }: Settings): string =>
    apiKeyOrigin === null
      ? t('settings.apiKey.hint')
      : t('settings.apiKey.hostHint', { host: new URL(apiKeyOrigin).host })
  return (
    <details
      class="group advanced"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t('settings.advanced')}</summary>
      {open && (
        <>
          {custom && <CustomDeployments {...custom} />}
          <Setting
            label={t('settings.api')}
            hint={t('settings.api.hint')}
            value={settings.apiBases.join('\n')}
            multiline
            onSave={(text) => onChange({ apiBases: lines(text) })}
            check={(text) => lines(text).every(isWebAddress)}
          />
          <Setting
            id={apiKeyField}
            label={t('settings.apiKey')}
            hint={hintOfKey(settings)}
            value={settings.apiKey ?? ''}
            secret
            onSave={(text) => onChange({ apiKey: text || null })}
          />
          <Setting
            label={t('settings.signingPage')}
            hint={t('settings.signingPage.hint')}
            value={settings.signingPage ?? ''}
            onSave={(text) => onChange({ signingPage: text || null })}
            check={(text) => text === '' || isWebAddress(text)}
          />
          <Setting
            label={t('settings.walletConnect')}
            hint={t('settings.walletConnect.hint')}
            value={settings.walletConnectProjectId ?? ''}
            onSave={(text) => onChange({ walletConnectProjectId: text || null })}
          />
        </>
      )}
    </details>
  )
}

interface SettingProps {
  id?: string
  label: string
  hint: string
  value: string
  onSave: (text: string) => void
  check?: (text: string) => boolean
  secret?: boolean
  multiline?: boolean
}

/** A text that is saved when the field loses the focus or on Enter, if it is valid. */
function Setting({ id, label, hint, value, onSave, check, secret, multiline }: SettingProps) {
  const { t } = useWords()
  const [text, setText] = useState(value)
  const right = check?.(text.trim()) ?? true
  const save = () => right && text.trim() !== value && onSave(text.trim())
  return (
    <div
      id={id}
      onBlurCapture={save}
      onKeyDown={({ key }) => key === 'Enter' && !multiline && save()}
    >
      <TextField
        label={label}
        hint={hint}
        value={text}
        onInput={setText}
        kind={secret ? 'secret' : 'text'}
        multiline={multiline}
        rows={Math.max(1, text.split('\n').length)}
        error={right ? null : t('input.web-address')}
      />
    </div>
  )
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** HTTPS anywhere; HTTP on this machine only. */
function isWebAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null
  return (
    url !== null &&
    (url.protocol === 'https:' ||
      (url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)))
  )
}
