import { spawnSync } from 'node:child_process'
import { accessSync, constants, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

interface Browser {
  names: string[]
  macApp: string
  debianPackage: string
}

/**
 * Google Chrome is not among them: it no longer loads unpacked extensions from the command line.
 */
const browsers = {
  chromium: {
    names: ['chromium', 'chromium-browser'],
    macApp: '/Applications/Chromium.app/Contents/MacOS/Chromium',
    debianPackage: 'chromium',
  },
  firefox: {
    names: ['firefox-esr', 'firefox'],
    macApp: '/Applications/Firefox.app/Contents/MacOS/firefox',
    debianPackage: 'firefox-esr',
  },
} satisfies Record<string, Browser>

export type BrowserName = keyof typeof browsers

/**
 * Path of an installed browser, or undefined. Ubuntu's `chromium` stub, a shell script that only
 * starts snap, does not count.
 */
export function findBrowser(name: BrowserName): string | undefined {
  const fromEnvironment = process.env[`TWINSTACK_${name.toUpperCase()}`]
  if (fromEnvironment) return fromEnvironment
  const { names, macApp } = browsers[name]
  const folders = (process.env.PATH ?? '').split(delimiter)
  return [...names.flatMap((file) => folders.map((folder) => join(folder, file))), macApp].find(
    (path) => isExecutable(path) && !isSnapStub(path),
  )
}

/**
 * Finds a browser, installing Debian's package when this process is root on a system with apt;
 * otherwise throws a sentence that says what to install.
 */
export function ensureBrowser(name: BrowserName): string {
  const found = findBrowser(name)
  if (found) return found
  const { debianPackage } = browsers[name]
  if (process.getuid?.() === 0 && run('apt-get', ['--version']) && !isUbuntu()) {
    console.error(`Installing ${debianPackage} (apt-get)…`)
    if (!run('apt-get', ['install', '-y', '--no-install-recommends', debianPackage])) {
      run('apt-get', ['update'])
      run('apt-get', ['install', '-y', '--no-install-recommends', debianPackage])
    }
    const installed = findBrowser(name)
    if (installed) return installed
  }
  throw new Error(whatToInstall(name))
}

function whatToInstall(name: BrowserName): string {
  const variable = `TWINSTACK_${name.toUpperCase()}`
  if (name === 'chromium' && isUbuntu()) {
    return `No Chromium found. Ubuntu's "chromium" package is only a link to snap, which cannot be driven here: install Chromium from another source and set ${variable} to its path.`
  }
  return `No ${name} found, and it cannot be installed from here. On Debian: sudo apt-get install ${browsers[name].debianPackage}. Elsewhere: install it and set ${variable} to its path.`
}

function run(command: string, args: string[]): boolean {
  return (
    spawnSync(command, args, {
      stdio: ['ignore', 'ignore', 'ignore'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  )
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function isSnapStub(path: string): boolean {
  const head = readFileSync(path, { encoding: 'latin1', flag: 'r' }).slice(0, 2000)
  return head.startsWith('#!') && head.includes('/snap/bin/')
}

function isUbuntu(): boolean {
  try {
    return /^ID=ubuntu$/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}
