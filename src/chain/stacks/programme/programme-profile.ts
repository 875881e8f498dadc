import * as v from 'valibot'
import { knownOf } from '../../known.ts'
import { uint } from '../../uint.ts'
import { networkReading } from '../readings.ts'
import { programmeCode } from './programme-code.ts'

/** Who may change a programme. `nobody`: an address that no one has the key of. */
export const programmeAdmin = v.object({
  address: v.string(),
  kind: v.picklist(['account', 'contract', 'nobody']),
})
export type ProgrammeAdmin = v.InferOutput<typeof programmeAdmin>

/** A value that a change set, as far as it is known: sats, counts, or rates scaled by 10^8. */
const changeValue = v.variant('unit', [
  v.object({ unit: v.picklist(['sats', 'count', 'rate']), value: uint }),
  v.object({ unit: v.literal('address'), value: v.string() }),
  v.object({ unit: v.literal('switch'), value: v.boolean() }),
])
export type ChangeValue = v.InferOutput<typeof changeValue>

/** A call that only the administrator can make, and made. */
export const adminChange = v.object({
  call: v.string(),
  txid: v.string(),
  burnHeight: v.number(),
  /** Seconds since 1970 by the chain; null: not told. */
  time: v.nullable(v.number()),
  value: v.nullable(changeValue),
})
export type AdminChange = v.InferOutput<typeof adminChange>

/** What a finished cycle paid. `apr`: of the sBTC that counted, scaled by 10^8. */
export const cyclePayout = v.object({
  cycle: v.number(),
  startHeight: v.number(),
  blocks: v.number(),
  paid: knownOf(v.object({ sats: uint, meanSats: uint, weights: uint, apr: v.nullable(uint) })),
})
export type CyclePayout = v.InferOutput<typeof cyclePayout>

const windowTally = v.object({
  closed: v.number(),
  inTime: v.number(),
  late: v.number(),
  missed: v.number(),
})

/** The newest call of those that anyone may make. */
const lastStep = v.object({
  call: v.string(),
  txid: v.string(),
  sender: v.nullable(v.string()),
  burnHeight: v.number(),
})

/** What someone should know of a programme before enrolling, read from the chain. */
export const programmeProfile = v.object({
  network: networkReading,
  contract: v.string(),
  /** Host that was asked first; everything here is what it said. */
  host: v.string(),
  code: knownOf(programmeCode),
  admin: knownOf(programmeAdmin),
  countsLiquid: knownOf(v.boolean()),
  changes: knownOf(
    v.object({
      /** Newest first. */
      list: v.array(adminChange),
      /** Whether every change there has been is among them. */
      complete: v.boolean(),
    }),
  ),
  cycles: knownOf(v.array(cyclePayout)),
  /** By cycle, newest first; unknown where the contract has no windows. */
  windows: knownOf(v.array(v.object({ cycle: v.number(), ...windowTally.entries }))),
  /** Null: nobody has made one. */
  lastStep: knownOf(v.nullable(lastStep)),
})
export type ProgrammeProfile = v.InferOutput<typeof programmeProfile>
