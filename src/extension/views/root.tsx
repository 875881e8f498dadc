import { useEffect, useState } from 'preact/hooks'
import { checkAddress } from '../../chain/stacks/address.ts'
import { builtInDeployments, defaultDeployment, findDeployment } from '../../chain/stacks/deployments.ts'
import type { Deployment } from '../../chain/stacks/deployments.ts'
import { transactionLink } from '../../chain/stacks/links.ts'
import { createWords, WordsProvider } from '../../ui/messages/words.ts'
import { catalogue } from '../../ui/messages/en/index.ts'
import type { Environment } from '../../ui/model/environment.ts'
import { PopupView } from '../../ui/popup-view.tsx'
import type { CommandResult, Commands } from '../../ui/state.ts'
import type { AppStore } from '../../ui/stores/app.ts'
import { useStore } from '../../ui/stores/use-store.ts'
import { project } from './project.ts'

const MINUTE_MS = 60_000

const environmentOf = (deployment: Deployment): Environment => ({
  network: deployment.network,
  deployment: deployment.label,
  checkAddress: (text) => checkAddress(text, deployment.network),
  transactionUrl: (txid) => transactionLink(deployment, txid),
})

const choices = builtInDeployments.map(({ id, network, label }) => ({ id, name: `${network} ${label}` }))

/** Popup and panel: the same view over the state that the background keeps. */
export function Root({ store, commands }: { store: AppStore; commands: Commands & { erase(): Promise<CommandResult> } }) {
  const state = useStore(store, (each) => each.state)
  const now = useNow()
  if (!state) return null
  const { settings } = state
  const deployment = findDeployment(settings.deployment) ?? findDeployment(defaultDeployment)!
  const words = createWords(settings.locale === 'auto' ? 'en' : settings.locale, catalogue, settings.units)
  return (
    <WordsProvider value={words}>
      <PopupView state={state} commands={commands} project={project} env={environmentOf(deployment)} now={now} deployments={choices} onErase={() => commands.erase()} />
    </WordsProvider>
  )
}

/** Milliseconds since 1970, once a minute. */
function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
