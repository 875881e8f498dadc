import { useState } from 'preact/hooks'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'

/** Copies the diagnostics to the clipboard and confirms it. */
export function CopyDiagnostics({ read }: { read: () => Promise<string> }) {
  const { t } = useWords()
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(await read())
      setOutcome('copied')
    } catch {
      setOutcome('failed')
    }
  }
  return (
    <>
      <Button onClick={() => void copy()}>{t('settings.diagnostics')}</Button>
      <p class="hint" role="status">
        {t(outcome === null ? 'settings.diagnostics.hint' : `settings.diagnostics.${outcome}`)}
      </p>
    </>
  )
}
