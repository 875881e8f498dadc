/** Sources to put in place of the VM's own boot contracts, by name. */
export type BootContracts = { readonly [name: string]: string }

const manifest = (boot: BootContracts): string =>
  [
    '[project]',
    'name = "mem"',
    'telemetry = false',
    '[repl]',
    'log_print_events = "none"',
    '[project.override_boot_contracts_source]',
    ...Object.keys(boot).map((name) => `${name} = "${bootFile(name)}"`),
    '',
  ].join('\n')

const bootFile = (name: string): string => `boot/${name}.clar`

const mnemonic =
  'twice kind fence tip hidden tilt action fragile skin nothing glory cousin ' +
  'green tomorrow spring wrist shed math olympic multiply hip blue scout claw'
const settings = `[network]
name = "devnet"
[accounts.deployer]
mnemonic = "${mnemonic}"
balance = 0
`

export const projectFolder = '/mem'
export const projectManifest = '/mem/Clarinet.toml'

type Request = { path?: string; paths?: string[]; content?: number[] }

/**
 * The smallest Clarinet project, answered from memory: nothing is read from or written to disk.
 * Other contracts are deployed afterwards, so that each can choose its sender, epoch and version.
 */
export const createFiles = (boot: BootContracts = {}) => {
  const files = new Map([
    [projectManifest, manifest(boot)],
    [`${projectFolder}/settings/Devnet.toml`, settings],
    ...Object.entries(boot).map(([name, source]): [string, string] => [
      `${projectFolder}/${bootFile(name)}`,
      source,
    ]),
  ])
  const read = (path: string) => {
    const content = files.get(path)
    if (content === undefined) throw new Error(`No such file: ${path}`)
    return content
  }
  return async (
    action: string,
    { path = '', paths = [], content = [] }: Request,
  ): Promise<unknown> => {
    switch (action) {
      case 'vfs/exists':
        return files.has(path)
      case 'vfs/readFile':
        return read(path)
      case 'vfs/readFiles':
        return Object.fromEntries(
          paths.filter((each) => files.has(each)).map((each) => [each, read(each)]),
        )
      case 'vfs/writeFile':
        return void files.set(path, new TextDecoder().decode(Uint8Array.from(content)))
      default:
        throw new Error(`Unknown file action: ${action}`)
    }
  }
}
