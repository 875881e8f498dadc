import { useEffect, useState } from 'preact/hooks'
import type { DuskCommands } from '../../app/hyperstaking/dusk-commands.ts'
import type { DuskState } from '../../app/hyperstaking/dusk-state.ts'
import { useWords } from '../../ui/hooks/use-words.ts'
import type { HyperstakingView } from '../../ui/hyperstaking/hyperstaking-view.tsx'
import { hasAllSections } from '../../words/load.ts'

type View = typeof HyperstakingView

/** The Hyperstaking tab, loaded when it is first opened; the network is read then. */
export function LazyHyperstakingTab({
  state,
  commands,
}: {
  state: DuskState
  commands: DuskCommands
}) {
  const { has } = useWords()
  const [view, setView] = useState<{ of: View } | null>(null)
  useEffect(() => {
    void commands.refresh()
    void import('../../ui/hyperstaking/hyperstaking-view.tsx').then(({ HyperstakingView }) =>
      setView({ of: HyperstakingView }),
    )
  }, [commands])
  return view && hasAllSections(has) && <view.of state={state} commands={commands} />
}
