import { useEffect, useState } from 'preact/hooks'
import type { DuskCommands, DuskState } from '../../ui/hyper/state.ts'
import { isWhole } from '../../ui/messages/load.ts'
import { useWords } from '../../ui/messages/words.ts'

type View = typeof import('../../ui/hyper/hyper-view.tsx').HyperView

/** The Hyperstaking tab, loaded when it is first opened; the network is read then. */
export function Hyper({ state, commands }: { state: DuskState; commands: DuskCommands }) {
  const { has } = useWords()
  const [view, setView] = useState<{ of: View } | null>(null)
  useEffect(() => {
    void commands.refresh()
    void import('../../ui/hyper/hyper-view.tsx').then(({ HyperView }) => setView({ of: HyperView }))
  }, [commands])
  return view && isWhole(has) && <view.of state={state} commands={commands} />
}
