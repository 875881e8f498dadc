import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useWords } from '../../hooks/use-words.ts'
import { Button } from '../../parts/button.tsx'

interface CopyButtonProps {
  text: string
  /** Whether the text stands nowhere else: where it cannot be copied, it is shown. */
  isUnseen?: boolean
  children: ComponentChildren
}

/** A button that copies a text and says whether it could. */
export function CopyButton({ text, isUnseen = false, children }: CopyButtonProps) {
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
      <Button onClick={copy}>{children}</Button>
      <span class="note" role="status">
        {refused && t('share.notCopied')}
        {copied === text && t('share.copied')}
      </span>
      {refused && isUnseen && <pre class="copy-text">{text}</pre>}
    </>
  )
}
