import { useState } from 'preact/hooks'
import type { CommandResult } from '../../../app/command-result.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Button } from '../../parts/button.tsx'
import { Select } from '../../parts/select.tsx'

interface AskCycleProps {
  /** The running cycle: the latest that can be chosen. */
  latest: number
  onAsk: (cycle: number) => Promise<CommandResult>
}

/** How many cycles back a payment can be looked up. */
const MOST = 50

/** "I did not receive my reward": choose the cycle. */
export function CyclePicker({ latest, onAsk }: AskCycleProps) {
  const { t, f } = useWords()
  const [cycle, setCycle] = useState(String(Math.max(0, latest - 1)))
  const { busy, refusal, run } = useCommand()
  const cycles = Array.from({ length: Math.min(MOST, latest + 1) }, (_, i) => latest - i)
  return (
    <section class="ask-cycle" aria-label={t('record.ask')}>
      <Select
        label={t('record.ask')}
        value={cycle}
        onChange={setCycle}
        options={cycles.map((id) => ({
          value: String(id),
          label: t('cycle.title', { cycle: f.integer(id) }),
        }))}
      />
      <Button disabled={busy} onClick={() => run(() => onAsk(Number(cycle)))}>
        {t('record.askButton')}
      </Button>
      {refusal && (
        <p class="error" role="alert">
          {refusal}
        </p>
      )}
    </section>
  )
}
