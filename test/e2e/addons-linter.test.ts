import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

/** What the zip for Firefox holds: these, and nothing else. */
const shipped = ['manifest.json', '_locales', 'public/icons', 'dist/extension', 'LICENSE']

interface Finding {
  code: string
  file: string
  line?: number
  column?: number
}
interface Report {
  errors: Finding[]
  warnings: Finding[]
}

const folder = mkdtempSync(join(tmpdir(), 'twinstack-linter-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The linter's report; it exits with 1 when there are errors, and still prints them. */
const lint = (): Promise<Report> =>
  new Promise((resolve, reject) => {
    execFile(
      join('node_modules', '.bin', 'addons-linter'),
      ['--output', 'json', folder],
      { maxBuffer: 16_000_000 },
      (error, output) => {
        if (output.trim().startsWith('{')) resolve(JSON.parse(output) as Report)
        else reject(error ?? new Error(`No report: ${output}`))
      },
    )
  })

/**
 * Rows of the table in docs/firefox.md: a warning's code, and its file or the code that it points
 * to.
 */
const explained = [
  ...readFileSync('docs/firefox.md', 'utf8').matchAll(/^\| `([A-Z_]+)` \| `([^`]+)` \| \S.*\|$/gm),
].map(([, code, at]) => ({ code: code!, at: at! }))

function isAt({ file, line, column }: Finding, at: string): boolean {
  if (/\.js(on)?$/.test(at) || line === undefined || column === undefined)
    return file.split('/').at(-1) === at
  const text = readFileSync(join(folder, file), 'utf8').split('\n')[line - 1] ?? ''
  return text.slice(column, column + 60).includes(at)
}

it('finds no error in what ships, and no warning that is not explained', async () => {
  for (const path of shipped) cpSync(path, join(folder, path), { recursive: true })
  const { errors, warnings } = await lint()
  expect(errors).toEqual([])
  const unexplained = warnings.filter(
    (warning) => !explained.some(({ code, at }) => code === warning.code && isAt(warning, at)),
  )
  expect(unexplained).toEqual([])
  // Nor does the table explain what is not there any more.
  expect(
    explained.filter(
      ({ code, at }) => !warnings.some((warning) => code === warning.code && isAt(warning, at)),
    ),
  ).toEqual([])
})
