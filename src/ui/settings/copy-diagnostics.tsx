import { useCopy } from '../hooks/use-copy.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'

/** Copies the diagnostics to the clipboard and confirms it. */
export function CopyDiagnostics({ read }: { read: () => Promise<string> }) {
  const { t } = useWords()
  const { copied, isRefused, copy } = useCopy()
  const outcome = copied === null ? 'hint' : 'copied'
  return (
    <>
      <Button onClick={() => void copy(read())}>{t('settings.diagnostics')}</Button>
      <p class="hint" role="status">
        {t(`settings.diagnostics.${isRefused ? 'failed' : outcome}`)}
      </p>
    </>
  )
}
