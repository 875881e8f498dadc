import { useEffect, useState } from 'preact/hooks'
import type { DuskCommands, DuskState } from '../../app/hyperstaking/state.ts'
import { isWhole } from '../../words/load.ts'
import { useWords } from '../../words/words.ts'

type View = typeof import('../../ui/hyperstaking/hyperstaking-view.tsx').HyperView

/** The Hyperstaking tab, loaded when it is first opened; the network is read then. */
export function Hyper({ state, commands }: { state: DuskState; commands: DuskCommands }) {
  const { has } = useWords()
  const [view, setView] = useState<{ of: View } | null>(null)
  useEffect(() => {
    void commands.refresh()
    void import('../../ui/hyperstaking/hyperstaking-view.tsx').then(({ HyperView }) =>
      setView({ of: HyperView }),
    )
  }, [commands])
  return view && isWhole(has) && <view.of state={state} commands={commands} />
}
