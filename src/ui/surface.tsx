import { useEffect, useMemo, useState } from 'preact/hooks'
import type { ComponentChildren } from 'preact'
import { loadCatalogue } from './messages/load.ts'
import { chooseLocale } from './messages/locales.ts'
import type { Section } from './messages/message.ts'
import { createWords, WordsProvider } from './messages/words.ts'
import type { Settings } from './state.ts'

interface SurfaceProps {
  settings: Pick<Settings, 'locale' | 'theme' | 'units'>
  /** Languages that the browser prefers, e.g. `navigator.languages`. */
  languages: readonly string[]
  /** The page's root element or the shadow root's host: it carries theme and language. */
  host: HTMLElement
  /** A catalogue that is there already, so that the first paint waits for nothing. */
  initial?: { locale: string; catalogue: Section }
  children: ComponentChildren
}

/** Speaks the user's language, in the user's theme and units. Paints nothing until the language is there: a chunk of this package, so at once. */
export function Surface({ settings, languages, host, initial, children }: SurfaceProps) {
  const locale = chooseLocale(settings.locale, languages)
  const [loaded, setLoaded] = useState(initial ?? null)
  useEffect(() => {
    let wanted = true
    if (loaded?.locale !== locale) void loadCatalogue(locale).then((catalogue) => wanted && setLoaded({ locale, catalogue }))
    return () => void (wanted = false)
  }, [locale])
  useEffect(() => {
    host.lang = locale
    if (settings.theme === 'system') delete host.dataset['theme']
    else host.dataset['theme'] = settings.theme
  }, [host, locale, settings.theme])
  const words = useMemo(() => loaded && createWords(loaded.locale, loaded.catalogue, settings.units), [loaded, settings.units])
  return words && <WordsProvider value={words}>{children}</WordsProvider>
}
