import { useState } from 'preact/hooks'

/**
 * Copies a text to the clipboard, one that is yet to be read too. `copied` is the text that was
 * copied last, or null; `isRefused` is whether the last attempt failed.
 */
export function useCopy() {
  const [copied, setCopied] = useState<string | null>(null)
  const [isRefused, setRefused] = useState(false)
  const copy = async (text: string | Promise<string>) => {
    try {
      const read = await text
      await navigator.clipboard.writeText(read)
      setCopied(read)
      setRefused(false)
    } catch {
      setCopied(null)
      setRefused(true)
    }
  }
  return { copied, isRefused, copy }
}
