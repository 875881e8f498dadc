import type { HostLook } from './hosts/keeper-hosts.ts'
import type { PlanTrouble, ProgrammePlan } from './programme/kept-programme.ts'

/** Why a planned call is not sent now. */
export const holdReasons = [
  'call-fee',
  'day-fee',
  'funds',
  'rival',
  'failed-before',
  'no-bound',
  'refused',
  'not-read',
] as const
export type HoldReason = (typeof holdReasons)[number]

/** A call on its way, as it is told: no bytes and no key. Fee in microSTX. */
export interface ToldCall {
  contract: string
  functionName: string
  nonce: number
  txid: string
  feeMicroStx: bigint
  /** How many participants its list names. */
  rows: number | null
}

/** What a keeper tells of its work. Heights are Bitcoin heights unless named otherwise. */
export type KeeperEvent =
  | { kind: 'looked'; hosts: HostLook[]; burnHeight: number | null; stacksHeight: number | null }
  | { kind: 'not-planned'; contract: string; trouble: PlanTrouble }
  | {
      kind: 'planned'
      contract: string
      plan: ProgrammePlan
      burnHeight: number
      /** What it would cost now; null: no call, or the host does not tell. */
      feeMicroStx: bigint | null
    }
  | { kind: 'held'; contract: string; functionName: string; reason: HoldReason; detail: string }
  | { kind: 'sent' | 'raised' | 'sent-again'; call: ToldCall }
  | { kind: 'confirmed'; call: ToldCall; stacksHeight: number | null }
  | { kind: 'failed'; call: ToldCall; by: string; errorNumber: number | null; count: number }
  | { kind: 'overtaken' | 'given-up' | 'reopened'; call: ToldCall }
  /** `cycleMicroStx`: what a whole cycle costs at the present fee. */
  | { kind: 'funds'; microStx: bigint; spentTodayMicroStx: bigint; cycleMicroStx: bigint }

export type TellEvent = (event: KeeperEvent) => void
