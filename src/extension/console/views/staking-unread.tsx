import type { UnknownReason } from '../../../chain/known.ts'
import { useWords } from '../../../ui/hooks/use-words.ts'
import { Callout } from '../../../ui/parts/callout.tsx'

/** Shown while nothing of Bitcoin Staking is read, or in place of what could not be. */
export function StakingUnread({ problem }: { problem: UnknownReason | null }) {
  const { t } = useWords()
  if (problem) return <Callout tone="info">{t(`unknown.${problem}`)}</Callout>
  return (
    <section class="next-call" role="status" aria-busy>
      <h2>{t('console.reading')}</h2>
    </section>
  )
}
