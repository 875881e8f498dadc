import { readFile, writeFile } from 'node:fs/promises'

/** Puts figures into a page of the docs, between `<!-- name -->` and `<!-- /name -->`. */
export async function writeFigures(page: string, name: string, figures: string): Promise<void> {
  const text = await readFile(page, 'utf8')
  const [begin, end] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`]
  const from = text.indexOf(begin)
  const to = text.indexOf(end)
  if (from < 0 || to < from) throw new Error(`${page} has no place for ${name}`)
  await writeFile(page, `${text.slice(0, from)}${begin}${figures}\n${text.slice(to)}`)
}
