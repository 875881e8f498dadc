/**
 * The smallest Clarinet project: contracts are deployed afterwards, so that each can choose its
 * sender, epoch and Clarity version.
 */
const project = new Map([
  [
    '/mem/Clarinet.toml',
    '[project]\nname = "mem"\ntelemetry = false\n[repl]\nlog_print_events = "none"\n',
  ],
  [
    '/mem/settings/Devnet.toml',
    '[network]\nname = "devnet"\n[accounts.deployer]\nmnemonic = "twice kind fence tip hidden tilt action fragile skin nothing glory ' +
      'cousin green tomorrow spring wrist shed math olympic multiply hip blue scout claw"\nbalance = 0\n',
  ],
])

export const projectFolder = '/mem'
export const projectManifest = '/mem/Clarinet.toml'

type Request = { path?: string; paths?: string[]; content?: number[] }

/** Answers the VM's file requests from memory: nothing is read from or written to disk. */
export const createFiles = () => {
  const files = new Map(project)
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
