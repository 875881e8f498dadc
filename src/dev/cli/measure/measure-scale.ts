import { readFile } from 'node:fs/promises'
import { readCosts } from './scale/read-costs.ts'
import { renderScale } from './scale/render-scale.ts'
import { writeFigures } from './write-figures.ts'

/** Writes what cycles of many participants take into docs/scale.md, from the measured costs. */
export async function measureScale(): Promise<boolean> {
  const figures = renderScale(readCosts(await readFile('docs/contract-costs.md', 'utf8')))
  console.log(figures)
  await writeFigures('docs/scale.md', 'scale', `\n${figures}\n`)
  return true
}
