import { bitcoinNetworks } from '../../../app/bitcoin-staking/bitcoin-networks.ts'
import type { NetworkName } from '../../../chain/stacks/deployments.ts'
import {
  formatBitcoinAddress,
  type ManagerAddress,
} from '../../../protocol/bitcoin-staking/bitcoin/bitcoin-address.ts'
import type { SigningBlocker } from '../../../protocol/bitcoin-staking/blockers/signing-blocker.ts'
import type { Words } from '../../../words/create-words.ts'
import { managerLabel } from '../manager-label.ts'
import { shareOfBips, timeOfHeight } from '../staking-times.ts'

/** What a person has to weigh before signing, beyond what is always so. */
const grave: ReadonlySet<SigningBlocker['code']> = new Set<SigningBlocker['code']>([
  'prepare-phase-near',
  'fee-above-bound',
  'fee-unknown',
  'manager-below-minimum',
  'manager-pays-itself',
  'manager-unfamiliar',
  'payout-kept',
  'payout-deleted',
  'payout-unknown',
  'payout-ignored',
  'rewards-paused',
  'earns-nothing',
  'forfeits',
  'forfeits-ended-half',
])

/** Whether a person has to agree to it expressly. */
export const isGrave = ({ kind, code }: SigningBlocker): boolean =>
  kind === 'consent' && grave.has(code)

/** What sentences about a call need: heights become dates, and an address is of a network. */
interface TextContext {
  network: NetworkName
  burnHeight: bigint
  now: number
}

/** The sentence for what stands against a call. */
export function blockerText(
  { t, f }: Words,
  blocker: SigningBlocker,
  { network, burnHeight, now }: TextContext,
): string {
  const at = (height: bigint) => ({
    height: f.integer(height),
    date: f.dayAndTime(timeOfHeight(height, burnHeight, now)),
  })
  switch (blocker.code) {
    case 'unknown':
      return t(`staking.blocker.unknown.${blocker.what}`)
    case 'claim-refused':
      return t(`staking.refusal.${blocker.refusal}`)
    case 'prepare-phase':
      return t('staking.blocker.prepare-phase', at(blocker.untilHeight))
    case 'prepare-phase-near':
      return t('staking.blocker.prepare-phase-near', {
        time: f.blockTime(Number(blocker.blocks)),
      })
    case 'too-early-to-roll-over':
      return t('staking.blocker.too-early-to-roll-over', at(blocker.fromHeight))
    case 'ends-silently':
      return t('staking.blocker.ends-silently', at(blocker.unlockHeight))
    case 'locked-until':
      return t('staking.blocker.locked-until', at(blocker.unlockHeight))
    case 'stx-earn-nothing':
      return t('staking.blocker.stx-earn-nothing', { date: at(blocker.unlockHeight).date })
    case 'sats-not-returned':
      return t('staking.blocker.sats-not-returned', { date: at(blocker.endHeight).date })
    case 'cycles-out-of-range':
      return t('staking.blocker.cycles-out-of-range', {
        least: f.integer(blocker.least),
        most: f.integer(blocker.most),
      })
    case 'not-enough-stx':
      return t('staking.blocker.not-enough-stx', { stx: f.stx(blocker.microStx, 'exact') })
    case 'not-enough-sbtc':
      return t('staking.blocker.not-enough-sbtc', { sats: f.sats(blocker.sats) })
    case 'more-than-in-bond':
      return t('staking.blocker.more-than-in-bond', { sats: f.sats(blocker.sats) })
    case 'above-allowance':
      return t('staking.blocker.above-allowance', { sats: f.sats(blocker.allowanceSats) })
    case 'below-bond-minimum':
      return t('staking.blocker.below-bond-minimum', { stx: f.stx(blocker.leastMicroStx) })
    case 'fee-above-bound':
      return t('staking.blocker.fee-above-bound', {
        fee: f.percent(shareOfBips(blocker.bips)),
        bound: f.percent(shareOfBips(blocker.boundBips)),
      })
    case 'manager-unfamiliar':
      return t('staking.blocker.manager-unfamiliar', { manager: blocker.manager })
    case 'earlier-cycles-stay':
      return t('staking.blocker.earlier-cycles-stay', {
        cycle: f.integer(blocker.lastCycle),
        manager: managerLabel(blocker.manager),
      })
    case 'two-to-claim':
      return t('staking.blocker.two-to-claim', { manager: managerLabel(blocker.manager) })
    case 'payout-kept': {
      const { hash, maxFeeSats } = blocker
      const address = formatBitcoinAddress(blocker as ManagerAddress, bitcoinNetworks[network])
      return t('staking.blocker.payout-kept', { address: address ?? hash, fee: f.sats(maxFeeSats) })
    }
    case 'manager-below-minimum':
      return t('staking.blocker.manager-below-minimum', {
        stx: f.stx(blocker.delegatedMicroStx),
      })
    default:
      return t(`staking.blocker.${blocker.code}`)
  }
}
