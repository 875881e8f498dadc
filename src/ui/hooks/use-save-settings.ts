import { useEffect, useRef, useState } from 'preact/hooks'
import type { CommandResult } from '../../app/command-result.ts'
import { refusalText } from '../../app/refusal-text.ts'
import type { Settings } from '../../app/settings.ts'
import { useWords } from './use-words.ts'

/** The changes, or a function that derives them from the settings at that time. */
type Change = Partial<Settings> | ((now: Settings) => Partial<Settings>)

/**
 * Saves changes one after another without losing any: a change made while another is being saved
 * builds on it. `shown` are the settings as chosen, also before they are stored: a control that
 * went back until then would jump. A refusal is kept as a sentence, and the stored settings apply
 * again. `saved` counts how often all changes so far were stored.
 */
export function useSaveSettings(
  settings: Settings,
  send: (next: Settings) => Promise<CommandResult>,
): { refusal: string | null; saved: number; shown: Settings; save: (change: Change) => void } {
  const words = useWords()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [saved, setSaved] = useState(0)
  const [chosen, setChosen] = useState<Settings | null>(null)
  const stored = useRef(settings)
  const latest = useRef(settings)
  const sending = useRef(0)
  const alive = useRef(true)
  stored.current = settings
  useEffect(() => {
    if (sending.current > 0) return
    latest.current = settings
    setChosen(null)
  }, [settings])
  useEffect(() => () => void (alive.current = false), [])
  const save = (change: Change) => {
    latest.current = {
      ...latest.current,
      ...(typeof change === 'function' ? change(latest.current) : change),
    }
    sending.current++
    setChosen(latest.current)
    send(latest.current)
      .catch((): CommandResult => ({ ok: false, code: 'no-answer' }))
      .then((result) => {
        sending.current--
        if (!result.ok && sending.current === 0) latest.current = stored.current
        if (!alive.current) return
        setRefusal(refusalText(words, result))
        if (result.ok && sending.current === 0) setSaved((count) => count + 1)
        if (sending.current === 0 && isSame(stored.current, latest.current)) setChosen(null)
      })
  }
  return { refusal, saved, shown: chosen ?? settings, save }
}

const isSame = (one: Settings, other: Settings): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
