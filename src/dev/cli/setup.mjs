// Runs before every npm command, in plain Node: a fresh clone has no packages yet.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Twinstack needs Node 20.19 or later; this is Node ${process.versions.node}.`)
  process.exit(1)
}
const lock = `${root}package-lock.json`
const installed = `${root}node_modules/.package-lock.json`
const fresh = existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs
const complete = existsSync(installed) && sameVersions()
if (!fresh && !complete) {
  console.error('Installing packages (npm ci)…')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error(
      'npm ci failed: check the connection to the npm registry and run the command again.',
    )
    process.exit(status ?? 1)
  }
}

function sameVersions() {
  const want = JSON.parse(readFileSync(lock, 'utf8')).packages
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages
  return Object.entries(want).every(
    ([path, entry]) => path === '' || entry.optional || have[path]?.version === entry.version,
  )
}
