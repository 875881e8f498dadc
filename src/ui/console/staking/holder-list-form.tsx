import { useState } from 'preact/hooks'
import { parseHolders, type BadLine } from '../../../app/bitcoin-staking/parse-holders.ts'
import type { Environment } from '../../../app/environment.ts'
import { managerLabel } from '../../bitcoin-staking/manager-label.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Select } from '../../parts/select.tsx'
import { TextField } from '../../parts/text-field.tsx'

/** Holders whose claims are looked for, and of which cycle; null: of all. */
export interface HolderQuestion {
  holders: string[]
  cycle: bigint | null
}

interface HolderListFormProps {
  check: Environment['checkAddress']
  /** Registered managers, whose holders can be read. */
  managers: readonly string[]
  /** The running cycle, and the first one. */
  cycle: bigint
  firstCycle: bigint
  busy: boolean
  /** The list to begin with. */
  text?: string
  onLook: (question: HolderQuestion) => void
  onStop: () => void
  /** Reads who was ever with a manager; null: they could not be read. */
  onReadHolders: (manager: string) => Promise<string[] | null>
}

/** Cycles that can be chosen one by one, besides all of them. */
const SHOWN_CYCLES = 12n

/** A list of holders, pasted or read, and the cycle to be claimed. */
export function HolderListForm({
  check,
  managers,
  cycle,
  firstCycle,
  busy,
  text: first = '',
  onLook,
  onStop,
  onReadHolders,
}: HolderListFormProps) {
  const { t, f } = useWords()
  const [text, setText] = useState(first)
  const [chosen, setCycle] = useState<string | null>(null)
  const [manager, setManager] = useState('')
  const [isReading, setReading] = useState(false)
  const [isUnread, setUnread] = useState(false)
  const { holders, bad } = parseHolders(text, check)
  const before = cycle > firstCycle ? cycle - 1n : cycle
  const wanted = chosen ?? String(before)
  const cycles: bigint[] = []
  for (let each = cycle; each >= firstCycle && each > cycle - SHOWN_CYCLES; each--)
    cycles.push(each)
  const read = () => {
    setReading(true)
    void onReadHolders(manager).then((found) => {
      setReading(false)
      setUnread(found === null)
      if (found) setText(found.join('\n'))
    })
  }
  return (
    <Card title={t('console.staking.holders')}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (holders.length > 0)
            onLook({ holders, cycle: wanted === 'all' ? null : BigInt(wanted) })
        }}
      >
        <p class="muted">{t('console.staking.holders.how')}</p>
        <div class="inline-form">
          <Select
            label={t('console.staking.holders.of')}
            value={manager}
            onChange={setManager}
            options={[
              { value: '', label: '—' },
              ...managers.map((value) => ({ value, label: managerLabel(value) })),
            ]}
          />
          <Button disabled={manager === '' || isReading} onClick={read}>
            {t('console.staking.holders.read')}
          </Button>
        </div>
        {isUnread && (
          <p class="error" role="alert">
            {t('console.staking.holders.unread')}
          </p>
        )}
        <TextField
          label={t('console.staking.holders.list')}
          value={text}
          onInput={setText}
          multiline
          rows={6}
        />
        <p class="muted" role="status">
          {t('console.staking.holders.count', { count: holders.length })}
        </p>
        {bad.length > 0 && <BadLines lines={bad} />}
        <div class="inline-form">
          <Select
            label={t('console.staking.holders.cycle')}
            value={wanted}
            onChange={setCycle}
            options={[
              ...cycles.map((each) => ({
                value: String(each),
                label: t('cycle.title', { cycle: f.integer(each) }),
              })),
              { value: 'all', label: t('console.staking.holders.all') },
            ]}
          />
          {busy ? (
            <Button onClick={onStop}>{t('audit.stop')}</Button>
          ) : (
            <Button kind="primary" type="submit" disabled={holders.length === 0}>
              {t('console.staking.holders.look')}
            </Button>
          )}
        </div>
      </form>
    </Card>
  )
}

/** Lines that are named; more would not be read. */
const SHOWN_LINES = 20

function BadLines({ lines }: { lines: readonly BadLine[] }) {
  const { t, f } = useWords()
  return (
    <div role="status">
      <p class="label">{t('console.staking.holders.bad', { count: lines.length })}</p>
      <ul class="notes">
        {lines.slice(0, SHOWN_LINES).map(({ line, text, problem }) => (
          <li key={line}>
            {t('console.staking.holders.line', { line: f.integer(line), text })}{' '}
            {problem === 'repeated'
              ? t('console.staking.holders.repeated')
              : t(`address.${problem}`)}
          </li>
        ))}
      </ul>
    </div>
  )
}
