import { useState } from 'preact/hooks'
import { useWords } from '../../hooks/use-words.ts'
import { Button } from '../../parts/button.tsx'

/**
 * A text as it is, with a button that copies it and says whether it could; `name`: what screen
 * readers call it.
 */
export function CopyText({ text, name }: { text: string; name: string }) {
  const { t } = useWords()
  const [copied, setCopied] = useState<string | null>(null)
  const [refused, setRefused] = useState(false)
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => setCopied(text),
      () => setRefused(true),
    )
  return (
    <>
      <pre class="copy-text">{text}</pre>
      <div class="form-actions">
        <Button onClick={copy}>
          {t('share.copy')}
          <span class="sr"> {name}</span>
        </Button>
        <span class="note" role="status">
          {refused && t('share.notCopied')}
          {copied === text && t('share.copied')}
        </span>
      </div>
    </>
  )
}
