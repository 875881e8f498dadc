import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'

interface SigningPlaceProps {
  /** Host of the page whose wallets are asked. */
  host: string
  /** Grants the extension lasting access to that host; the browser asks the user. */
  onAllow: () => void
}

/** Saves an operator who signs many calls from clicking the toolbar button in each new tab. */
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
