import { readFee } from './calls/read-fee.ts'
import type { KeeperConfig } from './config/keeper-config.ts'
import type { ChainLook, HostLook, KeeperHosts } from './hosts/keeper-hosts.ts'
import { createReaderChoice } from './hosts/reader-choice.ts'
import type { TellEvent } from './keeper-event.ts'
import type { KeptProgramme, ProgrammePlan } from './programme/kept-programme.ts'
import { followOpenCall } from './rounds/follow-open-call.ts'
import { createRivalWatch } from './rounds/rival-watch.ts'
import type { LiveKeeper, Round } from './rounds/round.ts'
import { sendDueCall } from './rounds/send-due-call.ts'

interface KeeperSetup {
  config: Pick<KeeperConfig, 'fees'>
  pool: KeeperHosts
  programmes: readonly KeptProgramme[]
  /** Account that the steps are planned for. */
  address: string
  tell: TellEvent
  /** Null: a dry run. */
  live: LiveKeeper | null
  now?: () => number
}

/**
 * Runs the permissionless steps of programmes: every round looks where the chain is, follows what
 * was sent, and does what is due. A round may end at any point, by a signal or a power cut: what it
 * was about to send is on the disk, and the next one goes on from there and from the chain.
 */
export function createProgrammeKeeper({
  config: { fees },
  pool,
  programmes,
  address,
  tell,
  live,
  now = Date.now,
}: KeeperSetup) {
  const rivals = createRivalWatch(address)
  const readers = createReaderChoice()

  /** What a dry run tells of the fee, microSTX. */
  async function feeNow(
    { client }: HostLook,
    programme: KeptProgramme,
    { step }: ProgrammePlan,
  ): Promise<bigint | null> {
    if (step.kind !== 'call' || live !== null) return null
    const request = programme.request(address, step.call)
    if (!request) return null
    const most = fees.mostPerCallMicroStx
    return readFee(client, request, { hurry: 'none', earlier: null, most })
  }

  /** Follows what the programme has under way; whether it still is. */
  async function isUnderWay(round: Round, programme: KeptProgramme): Promise<boolean> {
    const openCall = () => round.state.openCalls().find(programme.owns)
    const call = openCall()
    if (call) await followOpenCall(round, { programme, call })
    return openCall() !== undefined
  }

  async function runProgramme(
    { chain, reader }: { chain: ChainLook; reader: HostLook },
    programme: KeptProgramme,
  ): Promise<void> {
    const { contract } = programme
    const noteFailure = () => readers.noteFailure(reader)
    const round = live && { ...live, chain, reader, fees, rivals, tell, now, noteFailure }
    if (round && (await isUnderWay(round, programme))) return
    const planned = await programme.plan(reader.client, address)
    if (!planned.ok) {
      noteFailure()
      return tell({ kind: 'not-planned', contract, trouble: planned.trouble })
    }
    const { plan } = planned
    const feeMicroStx = await feeNow(reader, programme, plan)
    tell({ kind: 'planned', contract, plan, burnHeight: chain.burnHeight, feeMicroStx })
    const { step, cycleCalls } = plan
    if (round && step.kind === 'call')
      await sendDueCall(round, programme, { call: step.call, cycleCalls })
  }

  const highestConfirmed = (): number =>
    Math.max(0, ...(live?.state.calls() ?? []).map(({ stacksHeight }) => stacksHeight ?? 0))

  return {
    /** One round over all programmes. `signal`: no further programme is begun. */
    async work(signal?: AbortSignal): Promise<void> {
      const { chain, hosts } = await pool.look()
      tell({
        kind: 'looked',
        hosts,
        burnHeight: chain?.burnHeight ?? null,
        stacksHeight: chain?.stacksHeight ?? null,
      })
      if (!chain) return
      const reader = readers.choose(chain, highestConfirmed())
      if (!reader) return
      for (const programme of programmes) {
        if (signal?.aborted) return
        await runProgramme({ chain, reader }, programme)
      }
    },
  }
}
export type RunningKeeper = ReturnType<typeof createProgrammeKeeper>
