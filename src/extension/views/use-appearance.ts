import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks'
import type { Settings } from '../../app/settings.ts'
import { createWords, type Words } from '../../words/create-words.ts'
import { hasAllSections, loadCatalogue } from '../../words/load.ts'
import { chooseLocale } from '../../words/locales.ts'
import { type LoadedLanguage, type LoadCatalogue, loadLanguage } from './load-language.ts'

/**
 * The words for the settings, and language and theme set on the element that carries them (the
 * document's root). Another language replaces the one before as soon as it is loaded; what the
 * first paint did not need is added after it.
 */
export function useAppearance(
  frame: HTMLElement,
  first: LoadedLanguage,
  settings: Pick<Settings, 'locale' | 'theme' | 'units'> | undefined,
  load: LoadCatalogue = loadCatalogue,
): Words {
  const { locale: setting = 'auto', theme = 'system', units = 'sats' } = settings ?? {}
  const [{ locale, catalogue }, setSpoken] = useState(first)
  useEffect(() => {
    if (
      chooseLocale(setting, navigator.languages) === locale &&
      hasAllSections((key) => Object.hasOwn(catalogue, key))
    )
      return
    let wanted = true
    void loadLanguage(setting, load).then((next) => wanted && setSpoken(next))
    return () => {
      wanted = false
    }
  }, [setting, locale, catalogue])
  useLayoutEffect(() => {
    frame.dataset['theme'] = theme
    frame.lang = locale
  }, [frame, theme, locale])
  return useMemo(() => createWords(locale, catalogue, units), [locale, catalogue, units])
}
