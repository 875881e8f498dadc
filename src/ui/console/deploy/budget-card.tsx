import { useState } from 'preact/hooks'
import { planBudget } from '../../../app/dual-stacking/programme/plan-budget.ts'
import { parseAmount } from '../../../words/format/parse-amount.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Card } from '../../parts/card.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { PlannedCycle } from './planned-cycle.tsx'

const fields = [
  { name: 'snapshots', decimals: 0, unit: undefined },
  { name: 'blocks', decimals: 0, unit: undefined },
  { name: 'apr', decimals: 6, unit: '%' },
  { name: 'held', decimals: 8, unit: 'sBTC' },
  { name: 'budget', decimals: 8, unit: 'sBTC' },
] as const
type Name = (typeof fields)[number]['name']

/** What a programme's parameters mean: how long a cycle is, and how long a budget lasts. */
export function BudgetCard() {
  const { t, f } = useWords()
  const [texts, setTexts] = useState<Record<Name, string>>({
    snapshots: '14',
    blocks: '150',
    apr: '5',
    held: '200',
    budget: '10',
  })
  const values = Object.fromEntries(
    fields.map(({ name, decimals }) => [name, parseAmount(texts[name], decimals, f.locale)]),
  ) as Record<Name, ReturnType<typeof parseAmount>>
  const valueOf = (name: Name) => (values[name].ok ? values[name].value : 0n)
  const [snapshots, blocksPerSnapshot] = [Number(valueOf('snapshots')), Number(valueOf('blocks'))]
  const [heldSats, budgetSats] = [valueOf('held'), valueOf('budget')]
  const isRead = Object.values(values).every(({ ok }) => ok)
  const wanted = { snapshots, blocksPerSnapshot, apr: valueOf('apr'), heldSats, budgetSats }
  const budget = isRead ? planBudget(wanted) : null
  return (
    <Card title={t('budget.title')}>
      <div class="stack">
        <p>{t('budget.what')}</p>
        <div class="budget-fields">
          {fields.map(({ name, unit }) => {
            const value = values[name]
            return (
              <TextField
                key={name}
                label={t(`budget.${name}`)}
                kind="amount"
                unit={unit}
                value={texts[name]}
                onInput={(text) => setTexts({ ...texts, [name]: text })}
                error={value.ok ? null : t(`input.${value.code}`)}
              />
            )
          })}
        </div>
        {isRead && !budget && <p class="error">{t('budget.refused')}</p>}
        {budget && (
          <>
            <PlannedCycle
              snapshots={snapshots}
              blocksPerSnapshot={blocksPerSnapshot}
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
                        sbtc: f.sbtc(budgetSats),
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
