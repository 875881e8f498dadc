import { useState } from 'preact/hooks'
import type { DuskCommands } from '../../app/hyperstaking/dusk-commands.ts'
import type { PoolAlerts } from '../../app/hyperstaking/pool-alerts.ts'
import { parseAmount } from '../../words/format/parse-amount.ts'
import { useCommand } from '../hooks/use-command.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { TextField } from '../parts/text-field.tsx'

const names = ['rewards', 'below'] as const

/** The amounts from which on the user wants a notification. */
export function DuskAlertsCard({
  alerts,
  commands,
}: {
  alerts: PoolAlerts
  commands: DuskCommands
}) {
  const { t, f } = useWords()
  const asText = (lux: bigint | null): string => (lux === null ? '' : f.decimal(lux, 9))
  const stored = { rewards: asText(alerts.rewards), below: asText(alerts.below) }
  const [texts, setTexts] = useState(stored)
  const { busy, refusal, run } = useCommand()
  const parsed = {
    rewards: parseAmount(texts.rewards, 9, f.locale),
    below: parseAmount(texts.below, 9, f.locale),
  }
  const isGood = (name: (typeof names)[number]): boolean => texts[name] === '' || parsed[name].ok
  const luxOf = (name: (typeof names)[number]): bigint | null => {
    const amount = parsed[name]
    return amount.ok && amount.value > 0n ? amount.value : null
  }
  const changed = names.some((name) => texts[name] !== stored[name])
  return (
    <Card title={t('hyper.alerts')}>
      {names.map((name) => {
        const amount = parsed[name]
        return (
          <TextField
            key={name}
            label={t(`hyper.alerts.${name}`)}
            value={texts[name]}
            onInput={(text) => setTexts({ ...texts, [name]: text })}
            kind="amount"
            unit="DUSK"
            hint={name === 'rewards' ? t('hyper.alerts.rewards.hint') : null}
            error={!isGood(name) && !amount.ok ? t(`input.${amount.code}`) : null}
          />
        )
      })}
      {changed && (
        <Button
          disabled={busy || !names.every(isGood)}
          onClick={() =>
            run(() => commands.saveAlerts({ rewards: luxOf('rewards'), below: luxOf('below') }))
          }
        >
          {t('hyper.alerts.save')}
        </Button>
      )}
      {refusal && (
        <p class="error" role="alert">
          {refusal}
        </p>
      )}
    </Card>
  )
}
