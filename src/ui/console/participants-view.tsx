import { useMemo } from 'preact/hooks'
import { shortAddress } from '../../words/format/address.ts'
import { useWords } from '../hooks/use-words.ts'
import { ProgressBar } from '../parts/progress-bar.tsx'
import { TextField } from '../parts/text-field.tsx'
import { DataTable, type Column, type Sort } from './data-table.tsx'

/**
 * One participant of a cycle: means over its snapshots (sats, microSTX), ratio and boost scaled by
 * 10^8; null: not captured or computed yet.
 */
export interface ParticipantRow {
  address: string
  sats: bigint | null
  microStx: bigint | null
  ratio: bigint | null
  boost: bigint | null
  expectedSats: bigint | null
}
export type ParticipantColumn = keyof ParticipantRow

interface ParticipantsViewProps {
  /** Rows that match the search; null while being read. */
  count: number | null
  rowAt: (index: number) => ParticipantRow | undefined
  sort: Sort<ParticipantColumn> | null
  onSort: (sort: Sort<ParticipantColumn>) => void
  search: string
  onSearch: (text: string) => void
  /** Progress of the local index; null: complete. */
  indexing: { done: number; total: number; requestsLeft: number } | null
}

/** All participants of the cycle, from an index kept in this browser. */
export function ParticipantsView({
  count,
  rowAt,
  sort,
  onSort,
  search,
  onSearch,
  indexing,
}: ParticipantsViewProps) {
  const words = useWords()
  const { t, f } = words
  const columns = useMemo(
    (): readonly Column<ParticipantRow, ParticipantColumn>[] => [
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
        name: 'sats',
        label: t('participant.sats'),
        sortable: true,
        cell: ({ sats }) => (sats === null ? '—' : f.decimal(sats, 8, 8, 8)),
      },
      {
        name: 'microStx',
        label: t('participant.microStx'),
        sortable: true,
        cell: ({ microStx }) => (microStx === null ? '—' : wholeStx(microStx)),
      },
      {
        name: 'ratio',
        label: t('participant.ratio'),
        sortable: true,
        cell: ({ ratio }) => (ratio === null ? '—' : f.ratio(ratio, 1)),
      },
      {
        name: 'boost',
        label: t('participant.boost'),
        sortable: true,
        tone: 'violet',
        cell: ({ boost }) => (boost === null ? '—' : `${f.decimal(boost, 8, 2, 2)}×`),
      },
      {
        name: 'expectedSats',
        label: t('participant.expectedSats'),
        sortable: true,
        tone: 'amber',
        cell: ({ expectedSats }) => (expectedSats === null ? '—' : f.integer(expectedSats)),
      },
    ],
    [words],
  )
  return (
    <section class="stack fill">
      <div class="toolbar">
        <TextField
          label={t('participant.search')}
          kind="address"
          value={search}
          onInput={onSearch}
        />
        <p class="muted" role="status">
          {count !== null && !(indexing && count === 0) && t('participant.count', { count })}
        </p>
      </div>
      {indexing && (
        <div role="status">
          <ProgressBar
            done={indexing.done}
            total={indexing.total}
            label={t('participant.indexing', {
              done: f.integer(indexing.done),
              total: f.integer(indexing.total),
              count: indexing.requestsLeft,
            })}
          />
          <p class="muted">
            {t('participant.indexing', {
              done: f.integer(indexing.done),
              total: f.integer(indexing.total),
              count: indexing.requestsLeft,
            })}
          </p>
        </div>
      )}
      <DataTable
        label={t('console.section.participants')}
        columns={columns}
        count={count ?? 0}
        rowAt={rowAt}
        keyOf={({ address }) => address}
        sort={sort}
        onSort={onSort}
        empty={emptyText()}
      />
    </section>
  )

  function emptyText(): string {
    if (count === null || indexing) return t('console.reading')
    return search ? t('participant.noMatch') : t('participant.none')
  }

  /** A column reads best in whole STX; less than one is not nothing. */
  function wholeStx(microStx: bigint): string {
    return microStx < 1_000_000n ? f.stxNumber(microStx) : f.integer(microStx / 1_000_000n)
  }
}
