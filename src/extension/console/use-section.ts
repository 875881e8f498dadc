import { useEffect, useState } from 'preact/hooks'
import type { ConsoleSection } from '../../ui/console/console-view.tsx'

const inAddress = (): string => location.hash.slice(1)

/**
 * The section that the page's address names, so that it can be kept, sent and gone back from; the
 * first one where it names none that is there.
 */
export function useSection(
  there: readonly ConsoleSection[],
): [ConsoleSection, (section: ConsoleSection) => void] {
  const [named, setNamed] = useState(inAddress)
  useEffect(() => {
    const follow = () => setNamed(inAddress())
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return [
    there.find((section) => section === named) ?? there[0]!,
    (section) => void (location.hash = section),
  ]
}
