import { useRef, useState } from 'preact/hooks'
import * as v from 'valibot'
import type { CommandResult } from '../../app/command-result.ts'
import { settings as schema, type Settings } from '../../app/settings.ts'
import { useCommand } from '../hooks/use-command.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { saveFile } from '../parts/save-file.ts'
import { CopyDiagnostics } from './copy-diagnostics.tsx'

interface DataSectionProps {
  settings: Settings
  onImport: (settings: Settings) => void
  onErase?: () => Promise<CommandResult>
  readDiagnostics?: () => Promise<string>
}

/** More than any settings need. */
const MOST_BYTES = 100_000

/** Exports settings as a file, without the key, imports them, and erases everything. */
export function DataSection(props: DataSectionProps) {
  const { settings, onImport, onErase, readDiagnostics } = props
  const { t } = useWords()
  const { busy, refusal, run } = useCommand()
  const [problem, setProblem] = useState(false)
  const [asking, setAsking] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const read = async (file: File | undefined) => {
    if (!file) return
    const next = file.size > MOST_BYTES ? null : parseSettings(await file.text(), settings)
    setProblem(next === null)
    if (next) onImport(next)
  }
  const pick = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    void read(currentTarget.files?.[0])
    // The same file, once corrected, may be chosen again.
    currentTarget.value = ''
  }
  return (
    <section class="group" aria-label={t('settings.data')}>
      <h2>{t('settings.data')}</h2>
      <div class="form-actions">
        <Button
          onClick={() =>
            saveFile('twinstack-settings.json', 'application/json', serializeSettings(settings))
          }
        >
          {t('settings.export')}
        </Button>
        <Button onClick={() => picker.current?.click()}>{t('settings.import')}</Button>
        <input
          ref={picker}
          type="file"
          accept="application/json"
          hidden
          aria-label={t('settings.import')}
          onChange={pick}
        />
      </div>
      <p class="hint">{t('settings.export.hint')}</p>
      {problem && (
        <p class="error" role="alert">
          {t('settings.import.problem')}
        </p>
      )}
      {readDiagnostics && <CopyDiagnostics read={readDiagnostics} />}
      {onErase && (
        <>
          {asking ? (
            <div class="form-actions">
              <Button kind="danger" disabled={busy} onClick={() => run(onErase)}>
                {t('settings.erase.sure')}
              </Button>
              <Button onClick={() => setAsking(false)}>{t('nav.cancel')}</Button>
            </div>
          ) : (
            <Button kind="danger-text" onClick={() => setAsking(true)}>
              {t('settings.erase')}
            </Button>
          )}
          <p class="hint">{t('settings.erase.hint')}</p>
        </>
      )}
      <p class="error" role="alert">
        {refusal ?? ''}
      </p>
    </section>
  )
}

/** What a settings file holds: everything but the API key. */
export const serializeSettings = (settings: Settings): string =>
  JSON.stringify({ ...settings, apiKey: undefined, apiKeyOrigin: undefined }, null, 2)

/** Settings of a file, with this profile's key; null when it is not a settings file. */
export function parseSettings(
  text: string,
  { apiKey, apiKeyOrigin }: Pick<Settings, 'apiKey' | 'apiKeyOrigin'>,
): Settings | null {
  try {
    const result = v.safeParse(schema, {
      ...(JSON.parse(text) as object),
      apiKey,
      apiKeyOrigin,
    })
    return result.success ? result.output : null
  } catch {
    return null
  }
}
