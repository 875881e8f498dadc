import { build } from 'vite'
import { expect, it } from 'vitest'
import { pureSchemas, stripMarks } from '../../../../../src/dev/cli/build/pure-schemas.ts'

/** Modules by name; `entry` loads `later`, with which it shares valibot in a third chunk. */
const modules: Record<string, string> = {
  entry: "import * as v from 'valibot'; v.parse(v.string(), ''); import('later')",
  later: `import * as v from 'valibot'
const unused = v.object({ dropped: v.optional(v.string()) })
const used = v.object({ kept: v.string() })
v.parse(used, { kept: '' })
export const checked = v.is(used, {})`,
}

/** What a build makes of them. */
async function bundle(plugins: ReturnType<typeof pureSchemas>[]): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      ...plugins,
      {
        name: 'modules',
        enforce: 'pre',
        resolveId: (id) => (id in modules ? id : undefined),
        load: (id) => modules[id],
      },
    ],
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: 'entry', preserveEntrySignatures: 'strict' },
    },
  })
  if (!('output' in built)) throw new Error('One output is expected')
  return built.output.map((file) => (file.type === 'chunk' ? file.code : '')).join('\n')
}

it('drops schemas that nothing uses, and keeps every check of a value', async () => {
  const code = await bundle([pureSchemas()])
  expect(code).not.toContain('dropped')
  expect(code).toContain('kept: string()')
  expect(code).toMatch(/parse\(used, \{ kept: "" \}\)/)
  expect(code).not.toContain('__PURE__')
})

it('leaves words apart that a mark stood between', () => {
  expect(stripMarks('return/* @__PURE__ */ a(/* @__PURE__ */ b(1))')).toBe('return a(b(1))')
  expect(stripMarks('x=/* @__NO_SIDE_EFFECTS__ */ e=>e')).toBe('x=e=>e')
})

it('is needed: without it the bundler keeps them', async () => {
  expect(await bundle([])).toContain('dropped')
})
