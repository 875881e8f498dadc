import type { AppStore } from '../../app/app-store.ts'
import { useNow } from '../../ui/hooks/use-now.ts'
import { useStore } from '../../ui/hooks/use-store.ts'
import { WordsProvider } from '../../ui/hooks/use-words.ts'
import { StatementView, type StatementProgramme } from '../../ui/statement/statement-view.tsx'
import { loadStatementCatalogue } from '../../words/load.ts'
import type { LoadedLanguage } from '../views/load-language.ts'
import { useAppearance } from '../views/use-appearance.ts'

interface StatementPageProps {
  store: AppStore
  spoken: LoadedLanguage
  initialYear: number | null
  initialProgramme: StatementProgramme
}

/** The page of yearly statements over the state that the background keeps. */
export function StatementPage({
  store,
  spoken,
  initialYear,
  initialProgramme,
}: StatementPageProps) {
  const state = useStore(store, (each) => each.state)
  const now = useNow()
  const words = useAppearance(
    document.documentElement,
    spoken,
    state?.settings,
    loadStatementCatalogue,
  )
  if (!state) return null
  return (
    <WordsProvider value={words}>
      <StatementView
        state={state}
        initialYear={initialYear}
        initialProgramme={initialProgramme}
        now={now}
        print={() => window.print()}
      />
    </WordsProvider>
  )
}
