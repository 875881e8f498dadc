import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'

interface SigningPlaceProps {
  /** Host of the page in which wallets are asked. */
  host: string
  /** Lets the extension into that host for good; the browser asks. */
  onAllow: () => void
}

/** Saves an operator who signs many calls the press of the toolbar button in each new tab. */
export function SigningPlace({ host, onAllow }: SigningPlaceProps) {
  const { t } = useWords()
  return (
    <p class="muted">
      {t('console.signingPlace', { host })}{' '}
      <Button kind="quiet" onClick={onAllow}>
        {t('console.allowPlace')}
      </Button>
    </p>
  )
}
