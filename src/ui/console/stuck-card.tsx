import type { ComponentChildren } from 'preact'
import type { StuckReason } from '../../protocol/dual-stacking/planner/cycle-state.ts'
import type { Words } from '../../words/create-words.ts'
import { useWords } from '../hooks/use-words.ts'
import { Callout } from '../parts/callout.tsx'
import { CopyButton } from './share/copy-button.tsx'

interface StuckCardProps {
  reason: StuckReason
  /** The contract's id, and where its chain is: what whoever can help needs. */
  contract: string
  cycle: number
  burnHeight: number
  stacksHeight: number
  /** A button that helps, where there is one. */
  action?: ComponentChildren
}

/** What the contract's admin signs against it. */
const remedies: Partial<Record<StuckReason['code'], string>> = {
  'cycle-longer-than-year': 'update-bitcoin-blocks-per-year',
  misconfigured: 'update-cycle-data',
  'starts-before-deployment': 'update-initialize-block',
}

/** Why no call helps the cycle on, what can be done, and the facts to pass on. */
export function StuckCard({ reason, action, ...facts }: StuckCardProps) {
  const words = useWords()
  const { t } = words
  const call = remedies[reason.code]
  return (
    <Callout
      tone="warn"
      title={t('stuck.title')}
      actions={
        <>
          {action}
          <CopyButton isUnseen text={JSON.stringify({ ...facts, ...reason }, null, 2)}>
            {t('stuck.copy')}
          </CopyButton>
        </>
      }
    >
      <p>{describe(words, reason)}</p>
      {reason.code !== 'ratio-used-up' && (
        <p>{call ? t('stuck.todo.admin', { call }) : t('stuck.todo.report')}</p>
      )}
    </Callout>
  )
}

function describe({ t, f }: Words, reason: StuckReason): string {
  if (reason.code !== 'count-differs') return t(`stuck.${reason.code}`)
  return t('stuck.count-differs', {
    counted: f.integer(reason.counted),
    expected: f.integer(reason.expected),
  })
}
