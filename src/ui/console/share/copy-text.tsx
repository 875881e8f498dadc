import { useWords } from '../../hooks/use-words.ts'
import { CopyButton } from './copy-button.tsx'

/** A text as it is, with a button that copies it; `name`: what screen readers call it. */
export function CopyText({ text, name }: { text: string; name: string }) {
  const { t } = useWords()
  return (
    <>
      <pre class="copy-text">{text}</pre>
      <div class="form-actions">
        <CopyButton text={text}>
          {t('share.copy')}
          <span class="sr"> {name}</span>
        </CopyButton>
      </div>
    </>
  )
}
