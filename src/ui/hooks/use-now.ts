import { useEffect, useState } from 'preact/hooks'

const MINUTE_MS = 60_000

/** The time in milliseconds since 1970, kept up to date once a minute. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
