import { useState } from 'preact/hooks'
import { bondEnd, bondStart } from '../../../protocol/bitcoin-staking/cycle-clock.ts'
import { bondTargetSats, minimumMicroStx } from '../../../protocol/bitcoin-staking/math/bond.ts'
import { parseAmount } from '../../../words/format/parse-amount.ts'
import { useWords } from '../../hooks/use-words.ts'
import { TextField } from '../../parts/text-field.tsx'
import { poxOf } from '../pox-of.ts'
import { timeOfHeight } from '../staking-times.ts'
import { ManagerField } from './manager-field.tsx'
import { PayoutField } from './payout-field.tsx'
import { SignedStakingCall, type StakingFormProps } from './signed-staking-call.tsx'
import { usePayout } from './use-payout.ts'

/** Halves of a cycle, in each of which a bond gets its target. */
const HALVES = 2n

/** Enters a bond with sBTC, and with the STX that it asks for. */
export function EnterBondForm(
  props: StakingFormProps & {
    bond: bigint
    /** SBTC of the account; null: not known. */
    ownSats: bigint | null
  },
) {
  const { state, commands, env, now, bond: index, ownSats } = props
  const { t, f } = useWords()
  const { programme, holder, offers } = state
  const offer = offers[`${index}`] ?? null
  const allowance = offer?.allowanceSats.known ? (offer.allowanceSats.value ?? 0n) : 0n
  const first = ownSats !== null && ownSats < allowance ? ownSats : allowance
  const [satsText, setSats] = useState(f.decimal(first, 8))
  // The least that the bond asks for, until something else is typed.
  const [stxText, setStx] = useState<string | null>(null)
  const [manager, setManager] = useState<string | null>(null)
  const payout = usePayout(state, manager, env.network)
  const sats = parseAmount(satsText, 8, f.locale)
  const bonds = programme?.bonds.known ? programme.bonds.value : []
  const terms = bonds.find((each) => each.index === index)
  const least = terms && sats.ok ? minimumMicroStx(sats.value, terms) : 0n
  const stx = parseAmount(stxText ?? f.stxNumber(least, 'exact'), 6, f.locale)
  if (!programme?.clock.known || !terms) return null
  const clock = programme.clock.value
  const day = (height: bigint) => f.day(timeOfHeight(height, programme.burnHeight, now), now)
  const held = holder?.position.heldSats.known ? holder.position.heldSats.value : 0n
  const isWhole = manager !== null && sats.ok && stx.ok && payout.parsed.ok
  const amounts = isWhole ? { sats: f.sats(sats.value), stx: f.stx(stx.value, 'exact') } : null
  const moved = sats.ok && sats.value > held ? f.sats(sats.value - held) : f.sats(0n)
  return (
    <SignedStakingCall
      {...props}
      title={t('staking.bonds.enter', { bond: f.integer(index) })}
      context={{ offer, ownSats }}
      call={
        manager !== null && sats.ok && stx.ok && payout.parsed.ok
          ? {
              kind: 'enter-bond',
              bond: index,
              manager,
              sats: sats.value,
              microStx: stx.value,
              payout: payout.parsed.payout,
            }
          : null
      }
      effects={
        amounts && {
          does: t('staking.does.enter-bond', { ...amounts, bond: f.integer(index) }),
          counts: t('staking.counts.bond', {
            start: day(bondStart(clock, index)),
            end: day(bondEnd(clock, index)),
          }),
          undo: t('staking.undo.bond'),
          moves: t('staking.moves.bond', { sats: moved, stx: amounts.stx }),
        }
      }
      shown={
        amounts && {
          contract: poxOf(env.network),
          functionName: 'register-for-bond',
          moves: t('staking.window.bond', { sats: moved, stx: amounts.stx }),
        }
      }
    >
      <TextField
        label={t('staking.bonds.sats')}
        kind="amount"
        unit="sBTC"
        value={satsText}
        onInput={setSats}
        error={sats.ok ? null : t(`input.${sats.code}`)}
        hint={t('staking.bonds.atMost', { sats: f.sats(allowance) })}
      />
      <TextField
        label={t('staking.bonds.stx')}
        kind="amount"
        unit="STX"
        value={stxText ?? f.stxNumber(least, 'exact')}
        onInput={setStx}
        error={stx.ok ? null : t(`input.${stx.code}`)}
        hint={t('staking.bonds.stx.hint')}
      />
      <ManagerField state={state} commands={commands} value={manager} onChange={setManager} />
      {manager !== null && <PayoutField {...payout} />}
      {sats.ok && (
        <dl class="facts">
          <div>
            <dt>{t('staking.bonds.target')}</dt>
            <dd class="amber">
              {f.sats(HALVES * bondTargetSats(sats.value, terms.targetRate), 'about')}
            </dd>
          </div>
        </dl>
      )}
    </SignedStakingCall>
  )
}
