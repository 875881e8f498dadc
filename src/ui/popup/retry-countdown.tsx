import { useEffect, useState } from 'preact/hooks'
import { useWords } from '../hooks/use-words.ts'

const SECOND_MS = 1000
/** From here on it is told in minutes. */
const LONG_MS = 120_000

/** The time until the next refresh begins by itself, at `at` (milliseconds since 1970). */
export function RetryCountdown({ at }: { at: number }) {
  const { t, f } = useWords()
  const [now, setNow] = useState(Date.now)
  const isWaiting = now < at
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [isWaiting])
  const timeLeft = (ms: number): string =>
    ms < LONG_MS ? t('problems.seconds', { count: Math.ceil(ms / SECOND_MS) }) : f.duration(ms)
  return (
    // Read out when reached, not with every second.
    <span class="muted" role="timer">
      {isWaiting ? t('problems.retryIn', { time: timeLeft(at - now) }) : t('problems.retrying')}
    </span>
  )
}
