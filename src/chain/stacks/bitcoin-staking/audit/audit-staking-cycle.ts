import type {
  HolderAudit,
  StakingAudit,
} from '../../../../protocol/bitcoin-staking/audit/staking-audit.ts'
import { StakingAuditor } from '../../../../protocol/bitcoin-staking/audit/staking-auditor.ts'
import { cycleStart } from '../../../../protocol/bitcoin-staking/cycle-clock.ts'
import type { ContractTuple } from '../../../../protocol/clarity/contract-value.ts'
import { decodeManagerEvent } from '../events/manager-events.ts'
import { decodePoxEvent } from '../events/pox-events.ts'
import { feeKey, type AuditMaterial } from './collect-audit.ts'
import type { ListedPrint, PrintList } from './print-list.ts'
import type { SbtcChange } from './sbtc-changes.ts'

/** An audit of a cycle, and what each of its holders has got and can get. */
export interface StakingCycleAudit extends StakingAudit {
  holders: HolderAudit[]
}

/**
 * Recomputes a cycle from what was collected. Without movements of sBTC income is taken as it was
 * printed: what had arrived at a calculation is in no print.
 */
export function auditStakingCycle(
  { clock, pox, managers, heights, fees, changes }: AuditMaterial,
  cycle: bigint,
): StakingCycleAudit {
  const auditor = new StakingAuditor({
    clock,
    pox: pox.contract,
    cycles: { first: cycle, last: cycle },
    knowsSbtc: changes !== null,
    feeOf: (manager, _, bond) => fees.get(feeKey(manager, bond)) ?? null,
  })
  const record = (contract: string, { txid, value }: ListedPrint) =>
    auditor.record({
      burnHeight: heights.get(txid) ?? cycleStart(clock, clock.firstCycle),
      txid,
      contract,
      value: value as ContractTuple,
    })
  const payments = paymentsByTransaction(managers, cycle)
  const moveUpTo = movementsOf(changes ?? [], (sats) =>
    auditor.recordSbtc({ from: null, to: pox.contract, sats }),
  )
  for (const print of pox.prints.toReversed()) {
    moveUpTo(print.txid)
    record(pox.contract, print)
    const event = decodePoxEvent(print.value)
    if (event.kind !== 'claim-staker-rewards-for-signer') continue
    const waiting = payments.get(`${event.manager} ${print.txid}`)
    const at = waiting?.findIndex(({ staker }) => staker === event.staker) ?? -1
    if (at < 0) continue
    const [payment] = waiting!.splice(at, 1)
    record(event.manager, payment!.print)
  }
  return { ...auditor.audit(), holders: auditor.holders() }
}

/** Records the movements before and in a transaction; each once, in the order of the chain. */
function movementsOf(
  changes: readonly SbtcChange[],
  record: (sats: bigint) => void,
): (txid: string) => void {
  const places = new Map(changes.map(({ txid }, place) => [txid, place]))
  let next = 0
  return (txid) => {
    const place = places.get(txid)
    if (place === undefined) return
    for (; next <= place; next++) if (changes[next]!.sats !== 0n) record(changes[next]!.sats)
  }
}

interface Payment {
  staker: string
  print: ListedPrint
}

/** What managers printed of payments for the cycle, in their order, by manager and transaction. */
function paymentsByTransaction(
  managers: readonly PrintList[],
  cycle: bigint,
): Map<string, Payment[]> {
  const payments = new Map<string, Payment[]>()
  for (const { contract, prints } of managers) {
    for (const print of prints.toReversed()) {
      const event = decodeManagerEvent(print.value)
      const isPayment =
        event.kind === 'claim-staker-rewards' || event.kind === 'settle-staker-rewards'
      if (!isPayment || event.cycle !== cycle) continue
      const key = `${contract} ${print.txid}`
      const known = payments.get(key) ?? []
      known.push({ staker: event.staker, print })
      payments.set(key, known)
    }
  }
  return payments
}
