import { planBudget } from '../../../app/dual-stacking/programme/plan-budget.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Card } from '../../parts/card.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { PlannedCycle } from './planned-cycle.tsx'
import { planFields, type PlanFields } from './use-plan-fields.ts'

/** What a programme's parameters mean: how long a cycle is, and how long a budget lasts. */
export function BudgetCard({ plan }: { plan: PlanFields }) {
  const { t, f } = useWords()
  const { wanted } = plan
  const budget = wanted && planBudget(wanted)
  return (
    <Card title={t('budget.title')}>
      <div class="stack">
        <p>{t('budget.what')}</p>
        <div class="budget-fields">
          {planFields.map(({ name, unit }) => {
            const value = plan.values[name]
            return (
              <TextField
                key={name}
                label={t(`budget.${name}`)}
                kind="amount"
                unit={unit}
                value={plan.texts[name]}
                onInput={(text) => plan.setText(name, text)}
                error={value.ok ? null : t(`input.${value.code}`)}
              />
            )
          })}
        </div>
        {wanted && !budget && <p class="error">{t('budget.refused')}</p>}
        {wanted && budget && (
          <>
            <PlannedCycle
              snapshots={wanted.snapshots}
              blocksPerSnapshot={wanted.blocksPerSnapshot}
              budget={budget}
              title={t('budget.timeline')}
            />
            <ul class="budget-facts">
              <li>
                {t('budget.cycle', {
                  blocks: f.integer(budget.cycleBlocks),
                  time: f.blockTime(budget.cycleBlocks),
                })}
              </li>
              <li>{t('budget.window', { time: f.blockTime(budget.windowBlocks) })}</li>
              <li>{t('budget.closing', { time: f.blockTime(budget.closingBlocks) })}</li>
              {budget.cycles !== null && (
                <>
                  <li>{t('budget.most', { sats: f.sats(budget.mostSats) })}</li>
                  <li>
                    <strong>
                      {t('budget.lasts', {
                        count: Number(budget.cycles),
                        sbtc: f.sbtc(wanted.budgetSats),
                        apr: f.percent(wanted.apr),
                      })}
                    </strong>
                  </li>
                </>
              )}
            </ul>
          </>
        )}
      </div>
    </Card>
  )
}
