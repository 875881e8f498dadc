import { readProgrammeHash } from '../../app/dual-stacking/programme/add-link.ts'
import type { ReadProgramme } from '../../app/dual-stacking/programme/programme-target.ts'
import { ProgrammeCard } from '../../ui/dual-stacking/programme/programme-card.tsx'
import { useNow } from '../../ui/hooks/use-now.ts'
import { useWords } from '../../ui/hooks/use-words.ts'
import { Callout } from '../../ui/parts/callout.tsx'

interface ProgrammePageProps {
  /** The part of the page's address after `#`. */
  hash: string
  /** Where the embedded network is; null: the page is not on this machine. */
  local: string | null
  read: ReadProgramme
  /** Whether the page says how the programme is added. */
  isOffer: boolean
}

/**
 * A programme as its network tells it, for whoever follows a link. The page says the same to
 * everyone: it does not learn whether there is an extension.
 */
export function ProgrammePage({ hash, local, read, isOffer }: ProgrammePageProps) {
  const { t } = useWords()
  const now = useNow()
  const target = readProgrammeHash(hash, local)
  return (
    <div class="app">
      <main class="main stack">
        <h1>{t('app.name')}</h1>
        {target === null ? (
          <Callout tone="bad">{t('programme.page.none')}</Callout>
        ) : (
          <>
            {isOffer && <Callout tone="info">{t('programme.page.add')}</Callout>}
            <ProgrammeCard target={target} read={read} now={now} />
          </>
        )}
      </main>
    </div>
  )
}
