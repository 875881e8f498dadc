import { locales } from '../../../words/locales.ts'

/** What a bundler says about a chunk. */
export interface Chunk {
  name: string
  facadeModuleId?: string | null
}

const folderOf = (module: string | null | undefined): string | undefined =>
  module?.match(/\/src\/words\/([^/]+)\/[^/]+$/)?.[1]

/**
 * The file of a chunk: a catalogue's has its language, `start-es.js`, or for a widget's own
 * sentences the language alone, `es.js`; any other is named after its module.
 */
export function chunkFileNames({ name, facadeModuleId }: Chunk): string {
  const locale = locales.find((each) => each === folderOf(facadeModuleId))
  if (!locale) return `${name}.js`
  return name === locale || name.endsWith('-widget') ? `${locale}.js` : `${name}-${locale}.js`
}

/** Whether a built file is a catalogue in another language than English. */
export const isTranslation = (file: string): boolean =>
  locales.some(
    (locale) => locale !== 'en' && (file === `${locale}.js` || file.endsWith(`-${locale}.js`)),
  )
