import type { ComponentChildren } from 'preact'
import { useCopy } from '../../hooks/use-copy.ts'
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
  const { copied, isRefused, copy } = useCopy()
  return (
    <>
      <Button onClick={() => void copy(text)}>{children}</Button>
      <span class="note" role="status">
        {isRefused && t('share.notCopied')}
        {copied === text && t('share.copied')}
      </span>
      {isRefused && isUnseen && <pre class="copy-text">{text}</pre>}
    </>
  )
}
