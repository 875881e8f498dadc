import type { Blocker } from '../../../app/dual-stacking/blockers.ts'
import { useWords, type Words } from '../../../words/words.ts'
import { Notice } from '../../parts/notice.tsx'

export const blockerText = ({ t, f }: Words, blocker: Blocker): string =>
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
        <Notice key={blocker.code} tone={blocker.final ? 'bad' : 'info'}>
          {blockerText(words, blocker)}
        </Notice>
      ))}
    </>
  )
}
