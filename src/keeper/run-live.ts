import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { KeeperConfig } from './config/keeper-config.ts'
import { createProgrammeKeeper } from './create-programme-keeper.ts'
import type { KeeperHosts } from './hosts/keeper-hosts.ts'
import type { TellEvent } from './keeper-event.ts'
import { KeeperRefusal } from './keeper-refusal.ts'
import type { KeeperSigner } from './key/create-signer.ts'
import type { KeptProgramme } from './programme/kept-programme.ts'
import { repeatRounds } from './repeat-rounds.ts'
import { createAlerts } from './report/create-alerts.ts'
import { createHealth } from './report/create-health.ts'
import { logEvents } from './report/create-log.ts'
import { createMetrics } from './report/create-metrics.ts'
import { serveReports } from './report/serve-reports.ts'
import type { Speaker } from './speak.ts'
import { openState } from './state/open-state.ts'
import { takeLock } from './state/take-lock.ts'

interface LiveSetup {
  config: KeeperConfig
  pool: KeeperHosts
  programmes: readonly KeptProgramme[]
  signer: KeeperSigner
  speaker: Speaker
  log: Logger
  once: boolean
  signal: AbortSignal
}

/** Rounds without an answer after which a keeper is not healthy, and the least time of them. */
const SILENT_ROUNDS = 8
const LEAST_SILENCE_MS = 300_000

/**
 * Runs a keeper that signs, until the signal; one process for a key on this machine, and one for a
 * state folder.
 */
export async function runLive(setup: LiveSetup): Promise<void> {
  const { config, pool, programmes, signer, speaker, log, once, signal } = setup
  const { address } = signer
  const locks = [join(config.state, 'lock'), join(tmpdir(), `twinstack-keeper-${address}`)]
  const held: ReturnType<typeof takeLock>[] = []
  try {
    for (const path of locks) held.push(takeLock(path))
    const state = openState(config.state, address)
    const metrics = createMetrics()
    const silence = config.everySeconds * 1000 * SILENT_ROUNDS
    const health = createHealth(Math.max(LEAST_SILENCE_MS, silence))
    const alerts = createAlerts({
      config: config.alerts,
      speaker,
      undelivered: (kind) => log.warn({ kind }, 'alert-undelivered'),
    })
    const tellers: TellEvent[] = [logEvents(log), metrics.tell, health.tell, alerts.tell]
    const keeper = createProgrammeKeeper({
      config,
      pool,
      programmes,
      address,
      tell: (event) => tellers.forEach((tell) => tell(event)),
      live: { signer, state },
    })
    const server =
      config.port === null
        ? null
        : await serveReports(config.port, { health: health.read, metrics: metrics.text })
    log.info({ address, port: server?.port ?? null }, 'started')
    try {
      await repeatRounds({
        everySeconds: config.everySeconds,
        once,
        signal,
        work: async () => {
          if (held.every((lock) => lock.renew())) return keeper.work(signal)
          throw new KeeperRefusal({ word: 'keeper.lock.taken', values: { file: locks.join(' ') } })
        },
        failed: (failure) => {
          if (failure instanceof KeeperRefusal) throw failure
          log.error({ name: failure.name, stack: failure.stack }, 'round-failed')
        },
      })
    } finally {
      await server?.close()
      await alerts.settle()
      log.info({}, 'stopped')
    }
  } finally {
    for (const lock of held) lock.release()
  }
}
