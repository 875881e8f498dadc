import type { Plugin } from 'vite'

/** A call of valibot that makes something, and does not check a value or change a setting. */
const MAKING = /(?<![\w.])v\.(?!parse|safeParse|assert|is\b|setGlobalConfig)\w+\(/g

const MARK = '/* @__PURE__ */ '
const MARKS = /(\w?)\/\* @__(?:PURE|NO_SIDE_EFFECTS)__ \*\/ ?/g

/** Takes the marks out of minified code; a word before one stays apart from the word behind it. */
export const stripMarks = (code: string): string =>
  code.replace(MARKS, (_, before: string) => before && `${before} `)

/**
 * Marks the making of schemas as without effect, so that a bundler drops those that nothing uses.
 * Valibot says so itself, which is lost where it lands in another chunk than the schema.
 */
export const pureSchemas = (): Plugin => ({
  name: 'twinstack:pure-schemas',
  enforce: 'pre',
  transform: (code, id) =>
    !id.includes('/node_modules/') && code.includes("from 'valibot'")
      ? { code: code.replace(MAKING, `${MARK}$&`), map: null }
      : undefined,
  // Nothing bundles what is built here once more.
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle))
      if (file.type === 'chunk') file.code = stripMarks(file.code)
  },
})
