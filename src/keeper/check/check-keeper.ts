import { stxNumber } from '../../words/format/amounts.ts'
import { readFee } from '../calls/read-fee.ts'
import type { KeeperConfig } from '../config/keeper-config.ts'
import type { HostLook, KeeperHosts } from '../hosts/keeper-hosts.ts'
import type { KeptProgramme, ProgrammePlan } from '../programme/kept-programme.ts'
import { describePlan, troubleSentence } from '../report/describe-plan.ts'
import { hostSentence } from '../report/tell-in-words.ts'
import type { KeeperSentence, Speaker } from '../speak.ts'

/** What a check found; `good`: the keeper can run as it is. */
export interface CheckReport {
  good: boolean
  sentences: KeeperSentence[]
}

interface CheckSetup {
  config: Pick<KeeperConfig, 'fees'>
  pool: KeeperHosts
  programmes: readonly KeptProgramme[]
  address: string
  cycles: number
  speaker: Speaker
}

/** A check shows what a call costs, whatever the cap is; microSTX. */
const NO_CAP = 1_000_000_000n

/** What a cycle's calls cost now, microSTX: each priced by its size. */
async function priceCycle(
  { client }: HostLook,
  { programme, plan, address }: { programme: KeptProgramme; plan: ProgrammePlan; address: string },
): Promise<{ calls: number; microStx: bigint }> {
  let [calls, microStx] = [0, 0n]
  for (const { call, count } of plan.cycleCalls) {
    const request = programme.request(address, call)
    const fee =
      request && (await readFee(client, request, { hurry: 'none', earlier: null, most: NO_CAP }))
    calls += count
    microStx += BigInt(count) * (fee ?? 0n)
  }
  return { calls, microStx }
}

/** What a keeper would need: hosts, programmes, their next steps, and funds for some cycles. */
export async function checkKeeper({
  config,
  pool,
  programmes,
  address,
  cycles,
  speaker: { locale, say },
}: CheckSetup): Promise<CheckReport> {
  const sentences: KeeperSentence[] = []
  let good = true
  const add = (sentence: KeeperSentence, isGood = true) => {
    sentences.push(sentence)
    good &&= isGood
  }
  const stx = (microStx: bigint) => stxNumber(locale, microStx, 'exact')

  const { chain, hosts } = await pool.look()
  for (const host of hosts) add(hostSentence(host), host.trouble === null)
  const [reader] = chain?.usable ?? []
  if (!chain || !reader) return { good: false, sentences }

  const account = await reader.client.account(address)
  add(
    account.ok
      ? {
          word: 'keeper.check.account',
          values: { address, amount: stx(account.value.balance) },
        }
      : { word: 'keeper.check.accountUnread', values: { address } },
    account.ok,
  )
  let [calls, microStx] = [0, 0n]
  for (const programme of programmes) {
    const { contract } = programme
    const planned = await programme.plan(reader.client, address)
    if (!planned.ok) {
      add(troubleSentence(contract, planned.trouble), false)
      continue
    }
    const { plan } = planned
    add(plan.about)
    const { step } = plan
    const { burnHeight } = chain
    for (const sentence of describePlan({ contract, step, burnHeight }, say))
      add(sentence, step.kind !== 'stuck')
    const price = await priceCycle(reader, { programme, plan, address })
    calls += price.calls
    microStx += price.microStx
  }
  const needed = microStx * BigInt(cycles)
  add({
    word: 'keeper.check.funds',
    values: { calls: String(calls), amount: stx(needed), cycles: String(cycles) },
  })
  const short = account.ok ? needed - account.value.balance : 0n
  add(
    short > 0n
      ? { word: 'keeper.check.notEnough', values: { amount: stx(short) } }
      : { word: 'keeper.check.enough' },
    short <= 0n,
  )
  const { mostPerDayMicroStx } = config.fees
  if (microStx > mostPerDayMicroStx)
    add({
      word: 'keeper.check.dayCap',
      values: { amount: stx(mostPerDayMicroStx), needed: stx(microStx) },
    })
  return { good, sentences }
}
