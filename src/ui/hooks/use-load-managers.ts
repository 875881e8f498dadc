import { useEffect, useState } from 'preact/hooks'
import { managersToLoad } from '../../app/bitcoin-staking/manager-rows.ts'
import type { StakingCommands } from '../../app/bitcoin-staking/staking-commands.ts'
import type { StakingState } from '../../app/bitcoin-staking/staking-state.ts'
import type { CommandResult } from '../../app/command-result.ts'
import { refusalText } from '../../app/refusal-text.ts'
import { useWords } from './use-words.ts'

/**
 * Loads managers one after another while a view shows them: many take minutes within the hosts'
 * limits, and what was loaded stays. `missing`: how many are not loaded; `isLoading`: whether one
 * is on its way; `retry` begins again with those.
 */
export function useLoadManagers(
  state: StakingState,
  own: string | null,
  { readManager }: Pick<StakingCommands, 'readManager'>,
): { missing: number; isLoading: boolean; refusal: string | null; retry: () => void } {
  const words = useWords()
  const [tried, setTried] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<CommandResult | null>(null)
  const missing = managersToLoad(state, own)
  const next = refused === null ? missing.find((manager) => !tried.has(manager)) : undefined
  useEffect(() => {
    if (next === undefined) return
    let wanted = true
    readManager(next)
      .catch((): CommandResult => ({ ok: false, code: 'no-answer' }))
      .then((result) => {
        if (!wanted) return
        if (result.ok) setTried((before) => new Set([...before, next]))
        else setRefused(result)
      })
    return () => void (wanted = false)
  }, [next])
  const retry = () => {
    setTried(new Set())
    setRefused(null)
  }
  return {
    missing: missing.length,
    isLoading: next !== undefined,
    refusal: refused && refusalText(words, refused),
    retry,
  }
}
