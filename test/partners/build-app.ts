import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import type { PartnerApp } from './apps.ts'

const run = promisify(execFile)
const apps = 'test/partners/apps'

/** Runs npm as a partner would; rejects with what it said. */
export async function npm(folder: string, ...args: string[]): Promise<void> {
  const { NODE_ENV: _, ...env } = process.env
  try {
    await run('npm', args, {
      cwd: folder,
      env: { ...env, NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1' },
      maxBuffer: 2 ** 26,
    })
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`npm ${args[0]}: ${stdout}${stderr}`, { cause: error })
  }
}

/**
 * Copies an app into a folder outside of this one, whose packages it must not find, installs what
 * it names and the tarball, and builds it for production.
 */
export async function buildApp(
  { name, sources = name }: PartnerApp,
  tarball: string,
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const each of new Set([sources, name]))
    await cp(join(apps, each), folder, { recursive: true })
  const quiet = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund']
  await npm(folder, 'install', tarball, ...quiet)
  await npm(folder, 'run', 'build')
}

/** The files of a built site by their paths in an address, each folder's page also without name. */
export async function readSite(folder: string): Promise<Map<string, string>> {
  const site = new Map<string, string>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const path = `/${relative(folder, file).split(sep).join('/')}`
    const body = await readFile(file, 'utf8')
    site.set(path, body)
    if (entry.name === 'index.html') site.set(path.slice(0, -'index.html'.length), body)
  }
  return site
}
