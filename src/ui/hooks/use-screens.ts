import { useEffect, useState } from 'preact/hooks'
import { hasAllSections } from '../../words/load.ts'
import { adoptStyles } from '../styles/adopt-styles.ts'
import { useWords } from './use-words.ts'

export type Screens = typeof import('../popup/screens.ts')
let loaded: Screens | null = null

/** Loads the screens that the first paint does not need, with their styles. */
export async function loadScreens(): Promise<Screens> {
  const screens = (loaded ??= await import('../popup/screens.ts'))
  adoptStyles(screens.screenStyles)
  return screens
}

/**
 * The screens, once they and their sentences are loaded; loading begins after the caller's first
 * paint.
 */
export function useScreens(): Screens | null {
  const { has } = useWords()
  const [screens, setScreens] = useState(loaded)
  useEffect(() => {
    let wanted = true
    if (!screens) void loadScreens().then((all) => wanted && setScreens(all))
    return () => void (wanted = false)
  }, [])
  return hasAllSections(has) ? screens : null
}
