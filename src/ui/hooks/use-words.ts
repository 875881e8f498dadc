import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Words } from '../../words/create-words.ts'

const WordsContext = createContext<Words | null>(null)
export const WordsProvider = WordsContext.Provider

/** The language of the tree; every entry point provides one at its root. */
export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('No WordsProvider above this component')
  return words
}
