import { useEffect, useMemo, useState } from 'preact/hooks'
import { heldPositionOf, isOver } from '../../../app/bitcoin-staking/held-position.ts'
import {
  filterManagers,
  managerFilters,
  managerOrders,
  managerRowsOf,
  sortManagers,
  type ManagerFilter,
  type ManagerOrder,
  type ManagerRow,
} from '../../../app/bitcoin-staking/manager-rows.ts'
import { lateHalvesOf } from '../../../app/bitcoin-staking/past-work.ts'
import type { StakingCommands } from '../../../app/bitcoin-staking/staking-commands.ts'
import { managersQuestionOf } from '../../../app/bitcoin-staking/staking-question.ts'
import type { StakingState } from '../../../app/bitcoin-staking/staking-state.ts'
import { parseAmount } from '../../../words/format/parse-amount.ts'
import { useLoadManagers } from '../../hooks/use-load-managers.ts'
import { useProjection } from '../../hooks/use-projection.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Button } from '../../parts/button.tsx'
import { Callout } from '../../parts/callout.tsx'
import { Select } from '../../parts/select.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { CompareManagersCard } from './compare-managers-card.tsx'
import { ManagerEntry } from './manager-entry.tsx'

/** Bitcoin blocks after which a record is loaded again: about a day. */
const RECORD_BLOCKS = 144n

export interface ManagersListProps {
  state: StakingState
  commands: Pick<StakingCommands, 'project' | 'readManager' | 'readManagerRecord'>
  now: number
  /** MicroSTX that are asked about first. */
  microStx: bigint
  /** Goes to the form with a manager and the amount; absent: nothing can be signed here. */
  onChoose?: ((manager: string, microStx: bigint) => void) | undefined
  /** Shown as chosen for comparison from the start. */
  compared?: readonly string[]
}

/** All signer managers of the program for one's own amount: sorted, filtered, compared. */
export function ManagersList(props: ManagersListProps) {
  const { state, commands, now, onChoose } = props
  const { t, f } = useWords()
  const held = heldPositionOf(state.programme, state.holder)
  const isStaking = held?.kind === 'stake' && !isOver(held)
  const own = isStaking ? held.manager : null
  const [text, setText] = useState(f.stxNumber(props.microStx, 'exact'))
  const parsed = parseAmount(text, 6, f.locale)
  const microStx = parsed.ok ? parsed.value : props.microStx
  const [order, setOrder] = useState<ManagerOrder>('pay')
  const [filters, setFilters] = useState<ReadonlySet<ManagerFilter>>(new Set())
  const [open, setOpen] = useState<string | null>(null)
  const [compared, setCompared] = useState<readonly string[]>(props.compared ?? [])
  const { programme, holder, income, managers } = state
  const question = useMemo(
    () => managersQuestionOf(state, microStx),
    [programme, holder, income, managers, microStx],
  )
  const { result } = useProjection(commands.project, question)
  const rows = managerRowsOf(state, own, result?.managers ?? [])
  const { shown, hidden, unknown } = filterManagers(sortManagers(rows, order), filters)
  const { missing, isLoading, refusal, retry } = useLoadManagers(state, own, commands)
  const pair = rows.filter(({ manager }) => compared.includes(manager))
  useLoadRecords(state, [...(open === null ? [] : [open]), ...compared], commands)
  const chooseText = t(isStaking ? 'staking.managers.move' : 'staking.managers.choose')
  const choose = onChoose && ((manager: string) => onChoose(manager, microStx))
  const compare = (manager: string, chosen: boolean) =>
    setCompared((before) => {
      const others = before.filter((each) => each !== manager)
      // Of two at most: a third one takes the place of the first.
      return chosen ? [...others.slice(-1), manager] : others
    })
  return (
    <>
      <p class="note">{t('staking.managers.intro')}</p>
      <div class="pair">
        <TextField
          label={t('staking.managers.amount')}
          kind="amount"
          unit="STX"
          value={text}
          onInput={setText}
          error={parsed.ok ? null : t(`input.${parsed.code}`)}
        />
        <Select
          label={t('staking.managers.sort')}
          value={order}
          options={managerOrders.map((value) => ({
            value,
            label: t(`staking.managers.sort.${value}`),
          }))}
          onChange={setOrder}
        />
      </div>
      <fieldset class="filters">
        <legend class="label">{t('staking.managers.filters')}</legend>
        {managerFilters.map((filter) => (
          <label key={filter} class="check">
            <input
              type="checkbox"
              checked={filters.has(filter)}
              onChange={(event) =>
                setFilters(toggled(filters, filter, event.currentTarget.checked))
              }
            />
            {t(`staking.managers.filter.${filter}`)}
          </label>
        ))}
      </fieldset>
      {missing > 0 && (
        <p class="note" role="status">
          {isLoading
            ? t('staking.managers.loading', {
                loaded: f.integer(rows.length - missing),
                all: f.integer(rows.length),
              })
            : t('staking.managers.missing', { count: missing })}
        </p>
      )}
      {missing > 0 && !isLoading && (
        <Callout tone="info" actions={<Button onClick={retry}>{t('action.checkAgain')}</Button>}>
          {refusal ?? t('staking.managers.silent')}
        </Callout>
      )}
      {pair.length === 2 ? (
        <CompareManagersCard
          rows={pair as [ManagerRow, ManagerRow]}
          state={state}
          now={now}
          onClear={() => setCompared([])}
          onChoose={choose}
          chooseText={chooseText}
        />
      ) : (
        <p class="hint">{t('staking.managers.compareHint')}</p>
      )}
      {rows.length === 0 ? (
        <Callout tone="info">{t('staking.managers.unread')}</Callout>
      ) : (
        <ul class="rows card managers" aria-label={t('staking.managers')}>
          {shown.map((row) => (
            <ManagerEntry
              key={row.manager}
              row={row}
              state={state}
              now={now}
              isOpen={open === row.manager}
              onOpen={(opened) => setOpen(opened ? row.manager : null)}
              isCompared={compared.includes(row.manager)}
              onCompare={(chosen) => compare(row.manager, chosen)}
              onChoose={choose}
              chooseText={chooseText}
            />
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <p class="note" role="status">
          {t('staking.managers.hidden', {
            hidden: f.integer(hidden),
            unknown: f.integer(unknown),
          })}
        </p>
      )}
      <ul class="notes">
        <li>{t('staking.managers.order')}</li>
        <li>{t('staking.managers.direct')}</li>
        {calculations()}
      </ul>
    </>
  )

  function calculations() {
    if (!programme?.clock.known || !income.known || income.value.length === 0) return null
    const { halves, late } = lateHalvesOf(programme.clock.value, income.value)
    const said = { halves: f.integer(halves), late: f.integer(late) }
    return <li>{t(late === 0 ? 'staking.managers.inTime' : 'staking.managers.late', said)}</li>
  }
}

function toggled<T>(set: ReadonlySet<T>, item: T, isIn: boolean): ReadonlySet<T> {
  const next = new Set(set)
  if (isIn) next.add(item)
  else next.delete(item)
  return next
}

/** Loads what the managers that are looked at have done, once they themselves are loaded. */
function useLoadRecords(
  { programme, managers, records }: StakingState,
  looked: readonly string[],
  { readManagerRecord }: Pick<StakingCommands, 'readManagerRecord'>,
): void {
  const height = programme?.burnHeight ?? 0n
  const wanted = looked.filter((manager) => {
    const found = records[manager]
    const isLoaded = managers.read[manager]?.reading.shape.known ?? false
    return isLoaded && (found === undefined || found.burnHeight + RECORD_BLOCKS < height)
  })
  useEffect(() => {
    for (const manager of wanted) void readManagerRecord(manager)
  }, [wanted.join(' ')])
}
