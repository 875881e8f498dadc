import type { ComponentChildren } from 'preact'
import { judgeKeeper } from '../../../app/dual-stacking/programme/judge-keeper.ts'
import { poolRunway, type PoolRunway } from '../../../app/dual-stacking/programme/pool-runway.ts'
import {
  judgeProgramme,
  type ProgrammeVerdict,
} from '../../../app/dual-stacking/programme/programme-verdict.ts'
import type {
  CyclePayout,
  ProgrammeAdmin,
  ProgrammeProfile,
} from '../../../chain/stacks/programme/programme-profile.ts'
import type { Words } from '../../../words/create-words.ts'
import { MS_PER_BLOCK } from '../../../words/format/time.ts'
import { FullAddress } from '../../parts/full-address.tsx'
import { KnownValue } from '../../parts/known-value.tsx'
import { changeText } from './change-text.ts'

interface Fact {
  key: 'admin' | 'can' | 'changes' | 'pool' | 'cycles' | 'windows' | 'keeper'
  value: ComponentChildren
}

/** Changes and cycles that are shown: the rest is long ago. */
const SHOWN = 5

/** What a holder should know of a programme, in one order; what is unknown says why. */
export function listProgrammeFacts(words: Words, reading: ProgrammeProfile, now: number): Fact[] {
  const { admin, changes, cycles, windows, network } = reading
  return [
    {
      key: 'admin',
      value: <KnownValue of={admin}>{(value) => adminText(words, value)}</KnownValue>,
    },
    { key: 'can', value: canText(words, reading) },
    {
      key: 'changes',
      value: (
        <KnownValue of={changes}>
          {(value) => changesText(words, value, { burnHeight: network.burnHeight, now })}
        </KnownValue>
      ),
    },
    { key: 'pool', value: poolText(words, reading) },
    {
      key: 'cycles',
      value: <KnownValue of={cycles}>{(value) => cyclesText(words, value)}</KnownValue>,
    },
    {
      key: 'windows',
      value: <KnownValue of={windows}>{(value) => windowsText(words, value)}</KnownValue>,
    },
    { key: 'keeper', value: keeperText(words, reading) },
  ]
}

const adminText = ({ t }: Words, { address, kind }: ProgrammeAdmin): ComponentChildren => (
  <>
    {t(`programme.admin.${kind}`)}
    {kind !== 'nobody' && (
      <small>
        <FullAddress address={address} />
      </small>
    )}
  </>
)

const isOurs = ({ kind }: ProgrammeVerdict): boolean => kind !== 'unknown' && kind !== 'unread'

function canText({ t }: Words, { code, admin, countsLiquid }: ProgrammeProfile): ComponentChildren {
  if (!isOurs(judgeProgramme(code))) return t('programme.can.unknown')
  const isNobody = admin.known && admin.value.kind === 'nobody'
  return (
    <>
      <small>{t(isNobody ? 'programme.can.nobody' : 'programme.can.build')}</small>
      {countsLiquid.known && countsLiquid.value && <small>{t('programme.can.liquid')}</small>}
    </>
  )
}

function changesText(
  words: Words,
  { list, complete }: Extract<ProgrammeProfile['changes'], { known: true }>['value'],
  at: { burnHeight: number; now: number },
): ComponentChildren {
  const { t } = words
  const more = list.length - SHOWN
  return (
    <>
      {list.length === 0 && t('programme.changes.none')}
      {list.slice(0, SHOWN).map((change, i) => (
        <small key={i}>{changeText(words, change, at)}</small>
      ))}
      {more > 0 && <small>{t('programme.changes.earlier', { count: more })}</small>}
      {!complete && <small>{t('programme.changes.incomplete')}</small>}
    </>
  )
}

function poolText(words: Words, reading: ProgrammeProfile): ComponentChildren {
  const { f } = words
  const outlook = poolRunway(reading)
  return (
    <>
      <KnownValue of={reading.network.poolSats}>{(sats) => f.sats(sats)}</KnownValue>
      {outlook.known && outlookText(words, outlook.value)}
    </>
  )
}

const outlookText = ({ t, f }: Words, { cycles, capSats, limit }: PoolRunway) => (
  <>
    <small>
      {cycles === 0n
        ? t('programme.pool.short')
        : t('programme.pool.lasts', { count: Number(cycles) })}
    </small>
    <small>
      {limit === 'pool'
        ? t('programme.pool.limit.pool')
        : t('programme.pool.limit.cap', { sats: f.sats(capSats) })}
    </small>
  </>
)

function cyclesText({ t, f }: Words, cycles: readonly CyclePayout[]): ComponentChildren {
  if (cycles.length === 0) return t('programme.cycles.none')
  return cycles.slice(0, SHOWN).map(({ cycle, paid }) => {
    const id = f.integer(cycle)
    if (!paid.known)
      return (
        <span key={cycle}>
          {t('programme.cycles.unread', { cycle: id })}{' '}
          <KnownValue of={paid}>{() => null}</KnownValue>
        </span>
      )
    const { sats, apr } = paid.value
    return (
      <span key={cycle}>
        {apr === null
          ? t('programme.cycles.rowNone', { cycle: id, sats: f.sats(sats) })
          : t('programme.cycles.row', { cycle: id, sats: f.sats(sats), apr: f.percent(apr) })}
      </span>
    )
  })
}

type Tally = Extract<ProgrammeProfile['windows'], { known: true }>['value'][number]

function windowsText({ t, f }: Words, tallies: readonly Tally[]): ComponentChildren {
  const sum = (of: 'closed' | 'inTime' | 'late' | 'missed') =>
    tallies.reduce((total, tally) => total + tally[of], 0)
  const closed = sum('closed')
  if (closed === 0) return t('programme.windows.none')
  if (closed === sum('inTime')) return t('programme.windows.kept', { count: closed })
  return (
    <>
      <span class="bad">
        {t('programme.windows.some', { kept: f.integer(sum('inTime')), closed: f.integer(closed) })}
      </span>
      <small>
        {t('programme.windows.lost', {
          late: f.integer(sum('late')),
          missed: f.integer(sum('missed')),
        })}
      </small>
    </>
  )
}

function keeperText({ t, f }: Words, reading: ProgrammeProfile): ComponentChildren {
  const state = judgeKeeper(reading)
  if (state.kind === 'unknown') return t('programme.keeper.unknown')
  const time = f.duration(Math.max(1, state.blocks) * MS_PER_BLOCK)
  return state.kind === 'awake' ? (
    <>
      <span class="good">{t('programme.keeper.awake')}</span>
      <small>{t('programme.keeper.last', { time })}</small>
    </>
  ) : (
    <>
      <span class="bad">{t('programme.keeper.asleep')}</span>
      <small>{t('programme.keeper.overdue', { time })}</small>
    </>
  )
}
