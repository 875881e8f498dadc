import type { NetworkName } from '../../../chain/stacks/deployments.ts'
import type { SigningBlocker } from '../../../protocol/bitcoin-staking/blockers/signing-blocker.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Callout } from '../../parts/callout.tsx'
import { blockerText, isGrave } from './blocker-text.ts'

interface BlockersProps {
  of: readonly SigningBlocker[]
  network: NetworkName
  burnHeight: bigint
  now: number
  agreed: boolean
  onAgree: (agreed: boolean) => void
}

/** What stands against a call, what has to be agreed to, and what is so in any case. */
export function StakingBlockers({ of, agreed, onAgree, ...context }: BlockersProps) {
  const words = useWords()
  const text = (blocker: SigningBlocker) => blockerText(words, blocker, context)
  const refused = of.filter(({ kind }) => kind === 'refused')
  const toAgree = of.filter(isGrave)
  const told = of.filter((each) => each.kind === 'consent' && !isGrave(each))
  return (
    <>
      {refused.map((each) => (
        <Callout key={each.code} tone="bad">
          {text(each)}
        </Callout>
      ))}
      {told.length > 0 && (
        <ul class="notes">
          {told.map((each) => (
            <li key={each.code}>{text(each)}</li>
          ))}
        </ul>
      )}
      {toAgree.map((each) => (
        <Callout key={each.code} tone="info">
          {text(each)}
        </Callout>
      ))}
      {toAgree.length > 0 && (
        <label class="check">
          <input
            type="checkbox"
            checked={agreed}
            onChange={(event) => onAgree(event.currentTarget.checked)}
          />
          {words.t('staking.form.agree')}
        </label>
      )}
    </>
  )
}
