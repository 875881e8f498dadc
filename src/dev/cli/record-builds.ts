import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { knownBuilds } from '../../chain/stacks/programme/known-builds.ts'
import { buildParts, type LiveBuild } from '../../chain/stacks/programme/live-build.ts'
import { liveFile } from '../../contracts/live/generate.ts'
import { addBuilds } from './record-builds/add-builds.ts'

// Writes the hashes of the live builds into the list that programmes are compared with: what the
// repository had at each commit, and what it has now. Rows are added, never changed or taken away.

const root = fileURLToPath(new URL('../../../', import.meta.url))
const list = `${root}src/chain/stacks/programme/known-builds.ts`
const git = (...args: string[]): string =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 })

/** Every text that a file has had, oldest first. */
function textsOf(file: string): string[] {
  const commits = git('log', '--format=%H', '--reverse', '--', file).split('\n').filter(Boolean)
  return [
    ...commits.map((commit) => git('show', `${commit}:${file}`)),
    readFileSync(`${root}${file}`, 'utf8'),
  ]
}

const render = ({ part, version, token, plain, exact }: LiveBuild): string =>
  [
    '  {',
    `    part: '${part}',`,
    `    version: ${version},`,
    `    token: ${token === null ? 'null' : `'${token}'`},`,
    `    plain: '${plain}',`,
    exact.length === 1
      ? `    exact: ['${exact[0]}'],`
      : ['    exact: [', ...exact.map((hash) => `      '${hash}',`), '    ],'].join('\n'),
    '  },',
  ].join('\n')

let builds: readonly LiveBuild[] = knownBuilds
for (const part of buildParts)
  for (const text of textsOf(fileURLToPath(liveFile(part)).slice(root.length)))
    builds = addBuilds(builds, part, text)

writeFileSync(
  list,
  readFileSync(list, 'utf8').replace(
    /\[\n[^]*\]\n$|\[\]\n$/,
    `[\n${builds.map(render).join('\n')}\n]\n`,
  ),
)
process.stdout.write(`${builds.length - knownBuilds.length} added, ${builds.length} in all\n`)
