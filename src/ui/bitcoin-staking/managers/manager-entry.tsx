import { useId } from 'preact/hooks'
import type { ManagerRow } from '../../../app/bitcoin-staking/manager-rows.ts'
import type { StakingState } from '../../../app/bitcoin-staking/staking-state.ts'
import { managerWarnings } from '../../../chain/stacks/bitcoin-staking/manager-warnings.ts'
import { shortAddress } from '../../../words/format/address.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Button } from '../../parts/button.tsx'
import { Icon } from '../../parts/icon.tsx'
import { managerWarningText } from '../manager-warning-text.ts'
import { shareOfBips } from '../staking-times.ts'
import { listManagerFacts } from './list-manager-facts.tsx'

interface EntryProps {
  row: ManagerRow
  state: StakingState
  now: number
  isOpen: boolean
  onOpen: (open: boolean) => void
  isCompared: boolean
  onCompare: (compared: boolean) => void
  onChoose: ((manager: string) => void) | undefined
  chooseText: string
}

/** Warnings that are named beside a manager before its details are opened. */
const flagged = new Set([
  'no-holder-claims',
  'takes-no-stakes',
  'unusual-fee',
  'fee-rises',
  'unknown-code',
  'below-minimum',
] as const)
type Flag = typeof flagged extends Set<infer F> ? F : never

/** A manager in the list: what it pays and takes, what is unusual, and its details on demand. */
export function ManagerEntry(props: EntryProps) {
  const { row, state, now, isOpen, onOpen, isCompared, onCompare, onChoose, chooseText } = props
  const words = useWords()
  const { t, f } = words
  const id = useId()
  const { manager, reading, isOwn, cycleSats } = row
  const [address = '', name = manager] = manager.split('.')
  const warnings = reading ? managerWarnings(reading) : []
  const flags = warnings
    .map(({ code }) => code)
    .filter((code): code is Flag => flagged.has(code as Flag))
  return (
    <li class="manager">
      <div class="manager-head">
        <input
          type="checkbox"
          checked={isCompared}
          aria-label={t('staking.managers.compareOne', { name })}
          onChange={(event) => onCompare(event.currentTarget.checked)}
        />
        <button
          type="button"
          class="manager-name"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => onOpen(!isOpen)}
        >
          <b>{name}</b>
          <Icon name="down" />
          <small>
            {shortAddress(address)}
            {isOwn && ` · ${t('staking.managers.yours')}`}
          </small>
        </button>
        <span class="manager-pay">
          <b class="amber">
            {cycleSats && t('about', { amount: f.sats(cycleSats.middle, 'about') })}
          </b>
          <small>{feeLine()}</small>
        </span>
      </div>
      {flags.length > 0 && (
        <p class="manager-flags">
          {flags.map((flag) => t(`staking.managers.flag.${flag}`)).join(' · ')}
        </p>
      )}
      <div id={id} hidden={!isOpen}>
        {isOpen && (
          <>
            <dl class="facts outlook">
              {listManagerFacts(words, row, { state, now }).map(({ key, name: title, value }) => (
                <div key={key}>
                  <dt>{title}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            <p class="legend">{manager}</p>
            {warnings.length > 0 && (
              <ul class="notes">
                {warnings.map((warning) => (
                  <li key={warning.code}>{managerWarningText(words, warning)}</li>
                ))}
              </ul>
            )}
            {onChoose && !isOwn && (
              <div class="form-actions">
                <Button kind="primary" onClick={() => onChoose(manager)}>
                  {chooseText}
                </Button>
              </div>
            )}
          </>
        )}
      </div>
    </li>
  )

  function feeLine(): string {
    if (reading === null) return t('staking.managers.notLoaded')
    return reading.fee.known
      ? t('staking.managers.rowFee', { fee: f.percent(shareOfBips(reading.fee.value.bips)) })
      : t('staking.managers.rowFee.unknown')
  }
}
