import { readFile, writeFile } from 'node:fs/promises'

const COMMENT = String.raw`(?:/\*[^*]*\*/\s*)?`
const INNER = String.raw`new URL\(\s*(["'\`])([\w-]+\.js)\1,\s*import\.meta\.url\s*\)\.href`
/** What Vite writes for the address of a worker's file beside the code that starts it. */
const WRITTEN = new RegExp(
  String.raw`new URL\(\s*${COMMENT}${INNER},\s*[^)]*import\.meta\.url\s*\)`,
  'g',
)

/**
 * The same in the form by which bundlers know a worker, so that a partner's build takes its file
 * along; throws unless there is exactly one.
 */
export function publishWorkerUrl(code: string): string {
  const found = [...code.matchAll(WRITTEN)]
  if (found.length !== 1) throw new Error(`${found.length} addresses of workers in a widget’s core`)
  return code.replace(WRITTEN, (_whole, _quote, name: string) => {
    return `new URL("./${name}",import.meta.url)`
  })
}

export async function publishWorkerUrlOf(file: string): Promise<void> {
  await writeFile(file, publishWorkerUrl(await readFile(file, 'utf8')))
}
