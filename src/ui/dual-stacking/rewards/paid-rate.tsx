import type { CommandResult } from '../../../app/command-result.ts'
import type { CycleRate } from '../../../app/dual-stacking/cycle-rate.ts'
import type { Known } from '../../../chain/known.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Button } from '../../parts/button.tsx'
import { FormulaSteps } from '../../parts/formula-steps.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Unknown } from '../../parts/unknown.tsx'

interface PaidRateProps {
  rate: Known<CycleRate>
  /** Reads what the contract has on record of the cycle. */
  onRead: (() => Promise<CommandResult>) | undefined
}

/** The rate that a cycle paid, by its own formula. */
export function PaidRate({ rate, onRead }: PaidRateProps) {
  const { t, f } = useWords()
  const { busy, refusal, run } = useCommand()
  return (
    <>
      <FormulaSteps
        rows={[
          {
            label: t('rewards.rate'),
            result: rate.known ? (
              f.percent(rate.value.yearlyRate)
            ) : (
              <Unknown reason={rate.reason} />
            ),
            formula:
              rate.known &&
              t('why.rate.formula', {
                reward: f.sats(rate.value.rewardSats),
                cycles: f.decimal(rate.value.cyclesPerYear, 8, 2),
                sbtc: f.sbtc(rate.value.meanSats),
              }),
          },
        ]}
        notes={[]}
      />
      {!rate.known && rate.reason === 'not-read' && onRead && (
        <Button kind="quiet" disabled={busy} onClick={() => run(onRead)}>
          <Icon name="refresh" /> {t('rewards.rate.load')}
        </Button>
      )}
      {refusal && (
        <p class="error" role="alert">
          {refusal}
        </p>
      )}
    </>
  )
}
