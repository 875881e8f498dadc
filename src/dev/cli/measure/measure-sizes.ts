import { readFile } from 'node:fs/promises'
import { atStart, bundle, kilobytes, ours, published } from '../bench/bundle.ts'
import { writeFigures } from './write-figures.ts'

const PAGE = 'docs/widget.md'

/**
 * Bundles our widget and published ones in the same way, each as a page that shows it, and writes
 * sizes and requests into docs/widget.md. Packages come from npm into build/peers and stay there,
 * also for `npm run bench`. With the beginning of a name, measures that one and keeps the other
 * rows.
 */
export async function measureSizes(wanted = ''): Promise<boolean> {
  const kept = (await readFile(PAGE, 'utf8')).split('\n').filter((line) => line.startsWith('| '))
  const lines = [
    '| widget, with everything it needs | loaded at the start | files at the start | all of it, every chunk |',
    '|---|---|---|---|',
  ]
  for (const each of [ours, ...published]) {
    const row = kept.find((line) => line.startsWith(`| ${each.name} |`))
    if (row && !each.name.startsWith(wanted)) lines.push(row)
    else {
      const chunks = await bundle(each)
      const start = atStart(chunks)
      const sizes = [kilobytes(start), kilobytes(chunks)].map((size) => `${size.toFixed(1)} kB`)
      lines.push(`| ${each.name} | ${sizes[0]} | ${start.length} | ${sizes[1]} |`)
    }
    console.log(lines.at(-1))
  }
  await writeFigures(PAGE, 'sizes', lines.join('\n'))
  return true
}
