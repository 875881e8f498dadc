import { useState } from 'preact/hooks'
import { useWords } from '../../hooks/use-words.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { ProgressBar } from '../../parts/progress-bar.tsx'
import { Select } from '../../parts/select.tsx'

/** What is to be recomputed. */
export interface StakingAuditQuestion {
  cycle: bigint
  /** Whether the income is recomputed from every movement of sBTC. */
  withIncome: boolean
}

interface StakingAuditFormProps {
  /** The program's first cycle, and the running one. */
  firstCycle: bigint
  cycle: bigint
  /** Requests made and left; null: no audit runs. */
  running: { done: number; requestsLeft: number } | null
  onAudit: (question: StakingAuditQuestion) => void
  onStop: () => void
}

/** Which cycle of Bitcoin Staking is audited, and how far it is. */
export function StakingAuditForm(props: StakingAuditFormProps) {
  const { firstCycle, cycle, running, onAudit, onStop } = props
  const { t, f } = useWords()
  const cycles: bigint[] = []
  for (let each = cycle; each >= firstCycle && each >= 0n; each--) cycles.push(each)
  const [chosen, setChosen] = useState(String(cycle > firstCycle ? cycle - 1n : cycle))
  const [withIncome, setWithIncome] = useState(true)
  const progress = running && t('audit.reading', { count: running.requestsLeft })
  return (
    <Card title={t('console.staking.audit')}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          onAudit({ cycle: BigInt(chosen), withIncome })
        }}
      >
        <p class="muted">{t('console.staking.audit.how')}</p>
        <div class="inline-form">
          <Select
            label={t('audit.cycle')}
            value={chosen}
            onChange={setChosen}
            options={cycles.map((each) => ({
              value: String(each),
              label: t('staking.claims.cycle', { cycle: f.integer(each) }),
            }))}
          />
          {running ? (
            <Button onClick={onStop}>{t('audit.stop')}</Button>
          ) : (
            <Button kind="primary" type="submit">
              {t('audit.run')}
            </Button>
          )}
        </div>
        <label class="check">
          <input
            type="checkbox"
            checked={withIncome}
            disabled={running !== null}
            onChange={(event) => setWithIncome(event.currentTarget.checked)}
          />
          {t('console.staking.audit.withIncome')}
        </label>
        {running && progress && (
          <div role="status">
            <ProgressBar
              done={running.done}
              total={running.done + running.requestsLeft}
              label={progress}
            />
            <p class="muted">{progress}</p>
          </div>
        )}
      </form>
    </Card>
  )
}
