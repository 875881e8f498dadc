import { useMemo } from 'preact/hooks'
import { shortAddress } from '../../words/format/address.ts'
import { useWords } from '../hooks/use-words.ts'
import { ProgressBar } from '../parts/progress-bar.tsx'
import { DataTable, type Column, type Sort } from './data-table.tsx'

/**
 * One member of a distribution; the weight as in the contract, amounts in sats; null: not computed
 * yet.
 */
export interface MemberReward {
  address: string
  weight: bigint | null
  expectedSats: bigint | null
  /** Null: not paid yet. */
  paidSats: bigint | null
  state: 'waiting' | 'paid' | 'zero' | 'shared' | 'failed'
}

interface DistributionViewProps {
  /** Sats to distribute; null until distribution is enabled. */
  toDistribute: bigint | null
  paid: { done: number; total: number; sats: bigint }
  finalizedAt: number | null
  /** Null while being read. */
  count: number | null
  rowAt: (index: number) => MemberReward | undefined
  sort: Sort<keyof MemberReward> | null
  onSort: (sort: Sort<keyof MemberReward>) => void
}

/** Each member's share of a cycle, what has been paid, and why a member got nothing. */
export function DistributionView({
  toDistribute,
  paid,
  finalizedAt,
  count,
  rowAt,
  sort,
  onSort,
}: DistributionViewProps) {
  const words = useWords()
  const { t, f } = words
  const columns = useMemo(
    (): readonly Column<MemberReward, keyof MemberReward>[] => [
      {
        name: 'address',
        label: t('participant.address'),
        start: true,
        sortable: true,
        cell: ({ address }) => (
          <span class="mono" title={address}>
            {shortAddress(address)}
          </span>
        ),
      },
      {
        name: 'weight',
        label: t('member.weight'),
        sortable: true,
        cell: ({ weight }) => (weight === null ? '—' : f.decimal(weight, 8, 8, 8)),
      },
      {
        name: 'expectedSats',
        label: t('participant.expectedSats'),
        sortable: true,
        tone: 'amber',
        cell: ({ expectedSats }) => (expectedSats === null ? '—' : f.integer(expectedSats)),
      },
      {
        name: 'paidSats',
        label: t('member.paidSats'),
        sortable: true,
        tone: 'amber',
        cell: ({ paidSats }) => (paidSats === null ? '—' : f.integer(paidSats)),
      },
      {
        name: 'state',
        label: t('member.state'),
        sortable: true,
        cell: ({ state }) => <span title={t(`member.${state}`)}>{t(`member.${state}`)}</span>,
      },
    ],
    [words],
  )
  return (
    <section class="stack fill">
      <dl class="figures">
        <div>
          <dt>{t('distribution.toDistribute')}</dt>
          <dd class="amber">{toDistribute === null ? t('record.notYet') : f.sbtc(toDistribute)}</dd>
        </div>
        <div>
          <dt>{t('distribution.paid')}</dt>
          <dd class="amber">{f.sbtc(paid.sats)}</dd>
        </div>
        <div>
          <dt>{t('distribution.finalized')}</dt>
          <dd>
            {finalizedAt === null
              ? t('record.notYet')
              : t('distribution.finalizedAt', { height: f.integer(finalizedAt) })}
          </dd>
        </div>
      </dl>
      <div>
        <ProgressBar
          done={paid.done}
          total={paid.total}
          label={t('distribution.progress', {
            done: f.integer(paid.done),
            total: f.integer(paid.total),
          })}
        />
        <p class="muted">
          {t('distribution.progress', { done: f.integer(paid.done), total: f.integer(paid.total) })}
        </p>
      </div>
      <DataTable
        label={t('console.section.rewards')}
        columns={columns}
        count={count ?? 0}
        rowAt={rowAt}
        keyOf={({ address }) => address}
        sort={sort}
        onSort={onSort}
        empty={count === null ? t('console.reading') : t('distribution.none')}
      />
    </section>
  )
}
