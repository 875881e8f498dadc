import { NextStepCard } from '../../../ui/console/next-step-card.tsx'
import { useWords } from '../../../ui/hooks/use-words.ts'
import { Callout } from '../../../ui/parts/callout.tsx'
import { ProgressBar } from '../../../ui/parts/progress-bar.tsx'
import type { ConsoleChainState } from '../chain-store.ts'

/**
 * Shown in place of what was not read yet: how far reading is, or why nothing comes.
 */
export function Unplanned({ chain: { problem, indexing } }: { chain: ConsoleChainState }) {
  const { t, f } = useWords()
  if (problem)
    return (
      <Callout tone="info">
        {t(problem === 'not-offered' ? 'console.notPlanned' : `unknown.${problem}`)}
      </Callout>
    )
  if (!indexing)
    return (
      <NextStepCard
        step={null}
        batchLimit={1}
        burnHeight={0}
        feeMicroStx={null}
        paysSats={null}
        onSign={null}
        pending={false}
      />
    )
  const text = t('participant.indexing', {
    done: f.integer(indexing.done),
    total: f.integer(indexing.total),
    count: indexing.requestsLeft,
  })
  return (
    <div role="status">
      <ProgressBar done={indexing.done} total={indexing.total} label={text} />
      <p class="muted">{text}</p>
    </div>
  )
}
