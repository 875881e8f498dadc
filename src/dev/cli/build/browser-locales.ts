import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { locales, type Locale } from '../../../words/locales.ts'

type Messages = Readonly<Record<string, string>>

/** A language's folder of `_locales/`, as browsers spell it. */
export const browserLocale = (locale: Locale): string => locale.replace('-', '_')

/**
 * Writes `_locales/`: browsers read the manifest's strings only from there, next to manifest.json.
 * They come from the catalogues.
 */
export async function writeBrowserLocales(folder: string): Promise<void> {
  for (const locale of locales) {
    const { manifest } = (await import(`../../../words/${locale}/manifest.ts`)) as {
      manifest: Messages
    }
    const messages = Object.fromEntries(
      Object.entries(manifest).map(([name, message]) => [name, { message }]),
    )
    mkdirSync(`${folder}/${browserLocale(locale)}`, { recursive: true })
    writeFileSync(
      `${folder}/${browserLocale(locale)}/messages.json`,
      `${JSON.stringify(messages, null, 2)}\n`,
    )
  }
  for (const name of readdirSync(folder))
    if (!locales.some((locale) => browserLocale(locale) === name))
      rmSync(`${folder}/${name}`, { recursive: true })
}
