import { useState } from 'preact/hooks'
import { shortAddress } from '../../words/format/address.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { Callout } from '../parts/callout.tsx'
import { ProgressBar } from '../parts/progress-bar.tsx'
import { Select } from '../parts/select.tsx'
import { DataTable, type Column } from './data-table.tsx'

/**
 * A figure of a cycle that differs from its recomputed value; `address` null: it belongs to the
 * whole cycle. Both values are formatted in the figure's own unit.
 */
export interface AuditDifference {
  what:
    | 'ratio'
    | 'total-sats'
    | 'total-stx'
    | 'weight'
    | 'total-weights'
    | 'to-distribute'
    | 'reward'
    | 'transfer'
  address: string | null
  onChain: string
  recomputed: string
}

export type AuditViewState =
  | { kind: 'idle' }
  /** Requests made and left; a rate limit slows an audit down but does not make it wrong. */
  | { kind: 'running'; done: number; requestsLeft: number }
  | {
      kind: 'done'
      cycle: number
      verdict: 'exact' | 'consistent' | 'differs' | 'incomplete'
      participants: number
      rewardsSats: bigint
      differences: readonly AuditDifference[]
    }
  | { kind: 'failed'; problem: 'offline' | 'bad-answer' | 'not-finished' }

const tones = { exact: 'good', consistent: 'good', differs: 'bad', incomplete: 'info' } as const

interface AuditViewProps {
  /** The running cycle: only cycles before it can be audited as a whole. */
  latest: number
  state: AuditViewState
  onAudit: (cycle: number) => void
  onStop: () => void
}

/** A cycle recomputed from public data, and every difference. */
export function AuditView({ latest, state, onAudit, onStop }: AuditViewProps) {
  const { t, f } = useWords()
  const [chosen, setCycle] = useState<string | null>(null)
  const cycle = chosen ?? String(Math.max(0, latest - 1))
  const columns: readonly Column<AuditDifference, keyof AuditDifference>[] = [
    { name: 'what', label: t('audit.what'), start: true, cell: ({ what }) => t(`audit.${what}`) },
    {
      name: 'address',
      label: t('participant.address'),
      start: true,
      cell: ({ address }) =>
        address === null ? (
          '—'
        ) : (
          <span class="mono" title={address}>
            {shortAddress(address)}
          </span>
        ),
    },
    { name: 'onChain', label: t('audit.onChain'), cell: ({ onChain }) => onChain },
    { name: 'recomputed', label: t('audit.recomputed'), cell: ({ recomputed }) => recomputed },
  ]
  return (
    <section class="stack fill">
      <form
        class="inline-form"
        onSubmit={(event) => {
          event.preventDefault()
          onAudit(Number(cycle))
        }}
      >
        <Select
          label={t('audit.cycle')}
          value={cycle}
          onChange={setCycle}
          options={Array.from({ length: latest + 1 }, (_, i) => ({
            value: String(latest - i),
            label: t('cycle.title', { cycle: f.integer(latest - i) }),
          }))}
        />
        {state.kind === 'running' ? (
          <Button onClick={onStop}>{t('audit.stop')}</Button>
        ) : (
          <Button kind="primary" type="submit">
            {t('audit.run')}
          </Button>
        )}
      </form>
      {state.kind === 'running' && (
        <div role="status">
          <ProgressBar
            done={state.done}
            total={state.done + state.requestsLeft}
            label={t('audit.reading', { count: state.requestsLeft })}
          />
          <p class="muted">{t('audit.reading', { count: state.requestsLeft })}</p>
        </div>
      )}
      {state.kind === 'failed' && (
        <Callout tone="bad">{t(`audit.failed.${state.problem}`)}</Callout>
      )}
      {state.kind === 'done' && (
        <>
          <Callout
            tone={tones[state.verdict]}
            title={
              state.verdict === 'differs'
                ? t('audit.differences', { count: state.differences.length })
                : t(`audit.verdict.${state.verdict}`)
            }
          >
            <p>
              {t('audit.covered', {
                cycle: f.integer(state.cycle),
                count: state.participants,
                sats: f.sats(state.rewardsSats),
              })}
            </p>
          </Callout>
          {state.differences.length > 0 && (
            <DataTable
              label={t('audit.differences', { count: state.differences.length })}
              columns={columns}
              count={state.differences.length}
              rowAt={(i) => state.differences[i]}
              keyOf={({ what, address }) => `${what} ${address}`}
              empty=""
            />
          )}
        </>
      )}
    </section>
  )
}
