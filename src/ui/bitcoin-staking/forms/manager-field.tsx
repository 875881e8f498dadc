import { useEffect, useState } from 'preact/hooks'
import type { StakingCommands } from '../../../app/bitcoin-staking/staking-commands.ts'
import type { StakingState } from '../../../app/bitcoin-staking/staking-state.ts'
import { managerWarnings } from '../../../chain/stacks/bitcoin-staking/manager-warnings.ts'
import type { ManagerReading } from '../../../chain/stacks/bitcoin-staking/read-manager.ts'
import { useWords } from '../../hooks/use-words.ts'
import { KnownValue } from '../../parts/known-value.tsx'
import { Select } from '../../parts/select.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { managerLabel } from '../manager-label.ts'
import { managerWarningText } from '../manager-warning-text.ts'
import { shareOfBips } from '../staking-times.ts'

const OTHER = 'other'
const contract = /^S[0-9A-Z]{27,40}\.[a-zA-Z][\w-]{0,127}$/

interface ManagerFieldProps {
  state: StakingState
  commands: Pick<StakingCommands, 'readManager'>
  /** The manager chosen; null: none yet. */
  value: string | null
  onChange: (manager: string | null) => void
}

/** Chooses a signer manager, with what should be known of it before one stakes with it. */
export function ManagerField({ state, commands, value, onChange }: ManagerFieldProps) {
  const { t } = useWords()
  const { registered, read } = state.managers
  const listed = [...new Set([...(value ? [value] : []), ...(registered ?? [])])].filter((each) =>
    contract.test(each),
  )
  const [isTyped, setTyped] = useState(listed.length === 0)
  const [text, setText] = useState('')
  useEffect(() => {
    if (value !== null && read[value] === undefined) void commands.readManager(value)
  }, [value])
  const reading = value === null ? undefined : read[value]?.reading
  return (
    <>
      <Select
        label={t('staking.form.manager')}
        value={isTyped ? OTHER : (value ?? '')}
        options={[
          ...(value === null && !isTyped
            ? [{ value: '', label: t('staking.form.manager.choose') }]
            : []),
          ...listed.map((each) => ({ value: each, label: managerLabel(each) })),
          { value: OTHER, label: t('staking.form.manager.other') },
        ]}
        onChange={(chosen) => {
          setTyped(chosen === OTHER)
          onChange(chosen === OTHER || chosen === '' ? null : chosen)
        }}
        hint={t('staking.form.manager.hint')}
      />
      {isTyped && (
        <TextField
          label={t('staking.form.manager.address')}
          kind="address"
          value={text}
          error={text !== '' && !contract.test(text.trim()) ? t('staking.form.manager.bad') : null}
          onInput={(next) => {
            setText(next)
            onChange(contract.test(next.trim()) ? next.trim() : null)
          }}
        />
      )}
      {value !== null && !reading && (
        <p class="note" role="status">
          {t('staking.form.manager.reading')}
        </p>
      )}
      {reading && <ManagerFacts reading={reading} />}
    </>
  )
}

function ManagerFacts({ reading }: { reading: ManagerReading }) {
  const words = useWords()
  const { t, f } = words
  return (
    <>
      <dl class="facts">
        <div>
          <dt>{t('staking.form.fee')}</dt>
          <dd>
            <KnownValue of={reading.fee}>{({ bips }) => f.percent(shareOfBips(bips))}</KnownValue>
          </dd>
        </div>
        <div>
          <dt>{t('staking.form.size')}</dt>
          <dd>
            <KnownValue of={reading.delegatedMicroStx}>{(microStx) => f.stx(microStx)}</KnownValue>
          </dd>
        </div>
        <div>
          <dt>{t('staking.form.code')}</dt>
          <dd>
            <KnownValue of={reading.code}>
              {(name) =>
                name === null
                  ? t('staking.form.code.unknown')
                  : t('staking.form.code.known', { name })
              }
            </KnownValue>
          </dd>
        </div>
        <div>
          <dt>{t('staking.form.pays')}</dt>
          <dd>
            <KnownValue of={reading.shape}>
              {({ paysBitcoin }) => t(paysBitcoin ? 'staking.form.yes' : 'staking.form.no')}
            </KnownValue>
          </dd>
        </div>
      </dl>
      <ul class="notes">
        {managerWarnings(reading).map((warning) => (
          <li key={warning.code}>{managerWarningText(words, warning)}</li>
        ))}
      </ul>
    </>
  )
}
