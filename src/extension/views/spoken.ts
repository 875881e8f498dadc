import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks'
import type { Settings } from '../../app/settings.ts'
import { createWords, type Words } from '../../words/create-words.ts'
import { hasAllSections, loadCatalogue } from '../../words/load.ts'
import { chooseLocale, type Locale } from '../../words/locales.ts'
import type { Section } from '../../words/message.ts'

/** A language and its sentences. */
export interface Spoken {
  locale: Locale
  catalogue: Section
}

type Load = (locale: Locale) => Promise<Section>

/** Loads the language that a setting means in this browser. */
export async function speak(setting: Locale | 'auto', load: Load = loadCatalogue): Promise<Spoken> {
  const locale = chooseLocale(setting, navigator.languages)
  return { locale, catalogue: await load(locale) }
}

/**
 * The words for the settings, and language and theme set on the element that carries them (the
 * document's root, or the panel's host). Another language replaces the one before as soon as it is
 * loaded; what the first paint did not need is added after it.
 */
export function useLook(
  frame: HTMLElement,
  first: Spoken,
  settings: Pick<Settings, 'locale' | 'theme' | 'units'> | undefined,
  load: Load = loadCatalogue,
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
    void speak(setting, load).then((next) => wanted && setSpoken(next))
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
