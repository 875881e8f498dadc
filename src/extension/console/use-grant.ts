import { useEffect, useState } from 'preact/hooks'
import { browser } from '../browser.ts'

/**
 * Whether the extension may enter an address's host without the toolbar button, and asking for it,
 * which takes a click. Null: not known yet.
 */
export function useGrant(
  url: string | null,
  onGranted: () => void,
): { granted: boolean | null; request: () => void } {
  const [granted, setGranted] = useState<boolean | null>(null)
  const origins = url === null ? [] : [`${new URL(url).protocol}//${new URL(url).hostname}/*`]
  useEffect(() => {
    let wanted = true
    setGranted(null)
    if (url !== null)
      void browser.permissions.contains({ origins }).then((is) => wanted && setGranted(is))
    return () => {
      wanted = false
    }
  }, [url])
  const request = () =>
    void browser.permissions.request({ origins }).then((is) => {
      setGranted(is)
      if (is) onGranted()
    })
  return { granted, request }
}
