import { useState } from 'preact/hooks'
import type { StakingAssumption } from '../../../protocol/bitcoin-staking/projection/staking-assumptions.ts'
import type { Words } from '../../../words/create-words.ts'
import { useWords } from '../../hooks/use-words.ts'
import { shareOfBips, timeOfHeight } from '../staking-times.ts'

interface At {
  burnHeight: bigint
  now: number
}

/** What a projection of a stake takes as given, folded away until it is asked for. */
export function StakeAssumptions({ of, ...at }: { of: readonly StakingAssumption[] } & At) {
  const words = useWords()
  const [open, setOpen] = useState(false)
  return (
    <details class="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.t('staking.assumptions')}</summary>
      {open && (
        <ul class="plain">
          {of.map((each) => (
            <li key={each.code}>{assumptionText(words, each, at)}</li>
          ))}
        </ul>
      )}
    </details>
  )
}

function assumptionText({ t, f }: Words, assumption: StakingAssumption, at: At): string {
  switch (assumption.code) {
    case 'income':
      return t('staking.assumption.income', {
        count: assumption.calculations,
        from: f.integer(assumption.from),
        to: f.integer(assumption.to),
        date: f.day(timeOfHeight(assumption.to, at.burnHeight, at.now), at.now),
      })
    case 'shares':
      return t(
        assumption.isFrozen ? 'staking.assumption.shares' : 'staking.assumption.shares.now',
        {
          cycle: f.integer(assumption.cycle),
        },
      )
    case 'bonds':
      return assumption.indexes.length === 0
        ? t('staking.assumption.noBonds')
        : t('staking.assumption.bonds', { bonds: assumption.indexes.map(f.integer).join(', ') })
    case 'fee':
      return assumption.bips === null
        ? t('staking.assumption.fee.unknown')
        : t('staking.assumption.fee', { fee: f.percent(shareOfBips(assumption.bips)) })
    case 'below-threshold':
      return t('staking.assumption.below-threshold', {
        stx: f.stx(assumption.missingMicroStx, 'reach'),
      })
    default:
      return t(`staking.assumption.${assumption.code}`)
  }
}
