import { useEffect, useRef, useState } from 'preact/hooks'
import type { CommandResult } from '../../app/command-result.ts'
import { refusalText } from '../../app/refusal-text.ts'
import { useWords } from './use-words.ts'

/**
 * Runs one command at a time and keeps the sentence of a refusal. A background that never answers
 * is reported rather than waited for in silence.
 */
export function useCommand(): {
  busy: boolean
  refusal: string | null
  run: (command: () => Promise<CommandResult>, done?: () => void) => void
} {
  const words = useWords()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const alive = useRef(true)
  useEffect(() => () => void (alive.current = false), [])
  const run = (command: () => Promise<CommandResult>, done?: () => void) => {
    if (busy) return
    setBusy(true)
    setRefusal(null)
    command()
      .catch((): CommandResult => ({ ok: false, code: 'no-answer' }))
      .then((result) => {
        if (!alive.current) return
        setBusy(false)
        setRefusal(refusalText(words, result))
        if (result.ok) done?.()
      })
  }
  return { busy, refusal, run }
}
