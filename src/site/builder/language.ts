import { builder as english } from '../../ui/messages/en/builder.ts'
import { chooseLocale, locales } from '../../ui/messages/locales.ts'
import type { Locale } from '../../ui/messages/locales.ts'

export type BuilderKey = keyof typeof english
export type Sentence = (key: BuilderKey, values?: Record<string, string>) => string

const loaders: Record<Locale, () => Promise<{ builder: Record<BuilderKey, string> }>> = {
  en: () => Promise.resolve({ builder: english }),
  es: () => import('../../ui/messages/es/builder.ts'),
  'zh-CN': () => import('../../ui/messages/zh-CN/builder.ts'),
}

const sentence = (section: Record<BuilderKey, string>): Sentence => (key, values = {}) =>
  section[key].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

/** The language that the page's address asks for, or the first of the browser's that there is. */
export function wantedLocale(): Locale {
  const asked = new URLSearchParams(location.search).get('lang')
  return locales.find((each) => each === asked) ?? chooseLocale('auto', navigator.languages)
}

/** Puts the page into a language; the markup itself is English. */
export async function speak(locale: Locale): Promise<Sentence> {
  const t = sentence((await loaders[locale]()).builder)
  document.documentElement.lang = locale
  for (const element of document.querySelectorAll<HTMLElement>('[data-t]')) element.textContent = t(element.dataset.t as BuilderKey)
  for (const element of document.querySelectorAll<HTMLElement>('[data-t-label]')) element.ariaLabel = t(element.dataset.tLabel as BuilderKey)
  for (const element of document.querySelectorAll<HTMLInputElement>('[data-t-placeholder]')) element.placeholder = t(element.dataset.tPlaceholder as BuilderKey)
  return t
}

export const speakEnglish: Sentence = sentence(english)
