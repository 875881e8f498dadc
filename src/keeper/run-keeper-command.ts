import { chainIds } from '../chain/stacks/deployments.ts'
import { checkKeeper } from './check/check-keeper.ts'
import type { KeeperConfig } from './config/keeper-config.ts'
import { readConfig } from './config/read-config.ts'
import { createProgrammeKeeper } from './create-programme-keeper.ts'
import { createKeeperHosts } from './hosts/keeper-hosts.ts'
import { KeeperRefusal } from './keeper-refusal.ts'
import { createSigner, type KeeperSigner } from './key/create-signer.ts'
import { readKey } from './key/read-key.ts'
import { createProgramme } from './programme/create-programme.ts'
import { repeatRounds } from './repeat-rounds.ts'
import { createLog } from './report/create-log.ts'
import { createTeller } from './report/tell-in-words.ts'
import { runLive } from './run-live.ts'
import type { Speaker } from './speak.ts'

/** What was asked for on the command line. */
export interface KeeperCommand {
  config: string
  isCheck: boolean
  /** Cycles that a check adds up the fees of. */
  cycles: number
  live: boolean
  /** One round, and the end. */
  once: boolean
}

const signerOf = ({ key, network }: KeeperConfig): KeeperSigner =>
  createSigner(readKey(key), network)

/** A stand-in for planning where there is no key: the account that deployed the contract. */
const deployerOf = ({ programmes }: KeeperConfig): string => programmes[0]!.contract.split('.')[0]!

/** The address to plan for; a dry run needs no key, and says what follows. */
function addressFor(config: KeeperConfig, say: (text: string) => void, speaker: Speaker): string {
  try {
    return signerOf(config).address
  } catch (failure) {
    if (!(failure instanceof KeeperRefusal)) throw failure
    for (const sentence of failure.sentences) say(speaker.say(sentence))
    say(speaker.say({ word: 'keeper.key.without' }))
    return deployerOf(config)
  }
}

/** Runs a command of the keeper to its end; the exit code. Throws a `KeeperRefusal`. */
export async function runKeeperCommand(command: KeeperCommand, speaker: Speaker): Promise<number> {
  const config = readConfig(command.config)
  const { network, hosts } = config
  const pool = createKeeperHosts({ bases: hosts, chainId: chainIds[network] })
  const programmes = config.programmes.map((programme) => createProgramme(config, programme))
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  const { once } = command
  const { signal } = stop
  if (command.live && !command.isCheck) {
    const log = createLog()
    await runLive({
      config,
      pool,
      programmes,
      signer: signerOf(config),
      speaker,
      log,
      once,
      signal,
    })
    return 0
  }
  const address = addressFor(config, console.error, speaker)
  if (command.isCheck) {
    const { cycles } = command
    const checked = { config, pool, programmes, address, cycles, speaker }
    const { good, sentences } = await checkKeeper(checked)
    for (const sentence of sentences) console.log(speaker.say(sentence))
    console.log(speaker.say({ word: good ? 'keeper.check.good' : 'keeper.check.bad' }))
    return good ? 0 : 1
  }
  const tell = createTeller(speaker, console.log)
  const keeper = createProgrammeKeeper({ config, pool, programmes, address, tell, live: null })
  const { everySeconds } = config
  const work = () => keeper.work(signal)
  await repeatRounds({
    everySeconds,
    once,
    signal,
    work,
    failed: (failure) => {
      throw failure
    },
  })
  return 0
}
