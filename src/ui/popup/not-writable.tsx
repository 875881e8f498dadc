import type { Environment } from '../../app/environment.ts'
import type { NetworkReading } from '../../chain/stacks/readings.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { Callout } from '../parts/callout.tsx'

interface NotWritableProps {
  reason: Exclude<NetworkReading['writable'], { ok: true }>['reason']
  /** The contract that replaced this one; null: there is none, or it cannot be chosen here. */
  successor: NonNullable<Environment['successor']> | null
  busy: boolean
  onSwitch: (deployment: string) => void
}

/** Why nothing can be signed for the contract in use, and the way to the one that replaced it. */
export function NotWritable({ reason, successor, busy, onSwitch }: NotWritableProps) {
  const { t } = useWords()
  return (
    <Callout
      tone="info"
      actions={
        reason === 'superseded' &&
        successor && (
          <Button kind="primary" disabled={busy} onClick={() => onSwitch(successor.id)}>
            {t('writable.switch', { name: successor.label })}
          </Button>
        )
      }
    >
      {t(`writable.${reason}`)}
    </Callout>
  )
}
