import { readFile, writeFile } from 'node:fs/promises'
import { atStart, bundle, kilobytes, ours, published } from './bench/bundle.ts'

/**
 * Bundles our widget and two published ones in the same way, each as a page that shows it, and
 * writes sizes and requests into docs/widget.md. Packages come from npm into build/peers and stay
 * there, for `npm run bench` too: `npx tsx src/dev/cli/widget-sizes.ts`, or with the beginning of a
 * name to measure that one anew and keep the other rows.
 */
const wanted = process.argv[2] ?? ''
const docs = await readFile('docs/widget.md', 'utf8')
const kept = docs.split('\n').filter((line) => line.startsWith('| '))
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
    lines.push(
      `| ${each.name} | ${kilobytes(start).toFixed(1)} kB | ${start.length} | ${kilobytes(chunks).toFixed(1)} kB |`,
    )
  }
  console.log(lines.at(-1))
}
await writeFile(
  'docs/widget.md',
  docs.replace(/(<!-- sizes -->\n)[^]*?(<!-- \/sizes -->)/, `$1${lines.join('\n')}\n$2`),
)
