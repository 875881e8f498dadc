import type { Blocker } from '../../../app/dual-stacking/blockers.ts'
import type { Words } from '../../../words/create-words.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Callout } from '../../parts/callout.tsx'

export const describeBlocker = ({ t, f }: Words, blocker: Blocker): string =>
  blocker.code === 'below-minimum'
    ? t('blocker.below-minimum', {
        minimum: f.sats(blocker.minimumSats),
        missing: f.sats(blocker.minimumSats - blocker.sats),
        have: f.sats(blocker.sats),
      })
    : t(`blocker.${blocker.code}`)

export function Blockers({ of }: { of: readonly Blocker[] }) {
  const words = useWords()
  return (
    <>
      {of.map((blocker) => (
        <Callout key={blocker.code} tone={blocker.final ? 'bad' : 'info'}>
          {describeBlocker(words, blocker)}
        </Callout>
      ))}
    </>
  )
}
