import type { AppStore } from '../../app/app-store.ts'
import { GuideView } from '../../ui/guide/guide-view.tsx'
import type { ProjectFigures } from '../../ui/hooks/use-figures.ts'
import { useStore } from '../../ui/hooks/use-store.ts'
import { WordsProvider } from '../../ui/hooks/use-words.ts'
import { loadGuideCatalogue } from '../../words/load.ts'
import type { ViewCommands } from '../views/commands.ts'
import type { LoadedLanguage } from '../views/load-language.ts'
import { useAppearance } from '../views/use-appearance.ts'
import { useEnvironment, type ExtensionPages } from '../views/use-environment.ts'

interface WelcomeProps {
  store: AppStore
  commands: ViewCommands
  project: ProjectFigures
  spoken: LoadedLanguage
  pages: ExtensionPages
}

/** The welcome page over the state that the background keeps. */
export function Welcome({ store, commands, project, spoken, pages }: WelcomeProps) {
  const state = useStore(store, (each) => each.state)
  const env = useEnvironment(state, pages)
  const words = useAppearance(document.documentElement, spoken, state?.settings, loadGuideCatalogue)
  if (!state) return null
  return (
    <WordsProvider value={words}>
      <GuideView
        state={state}
        settings={state.settings}
        project={project}
        network={state.network}
        commands={commands}
        env={env}
      />
    </WordsProvider>
  )
}
