import { describe, expect, it } from 'vitest'
import type { HolderNotice } from '../../../../src/app/dual-stacking/holder-notice.ts'
import { isQuietHour } from '../../../../src/app/quiet-hours.ts'
import { known, unknown } from '../../../../src/chain/known.ts'
import {
  noticeText,
  rewardText,
} from '../../../../src/extension/notifications/notification-text.ts'
import { notices as english } from '../../../../src/words/en/notices.ts'
import { notices as spanish } from '../../../../src/words/es/notices.ts'
import { locales } from '../../../../src/words/locales.ts'

const address = 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC'
const payment = {
  key: '0xaa:1',
  deployment: 'embedded-v1',
  cycle: known(7),
  sats: 12_480n,
  enrolledAddress: address,
  rewardAddress: address,
  txid: '0xaa',
  eventIndex: 1,
  burnHeight: known(900),
  blockTime: unknown('not-read' as const),
}
const settings = { locale: 'auto', units: 'sats' } as const

describe('a reward notification', () => {
  it('gives amount, cycle and address', () => {
    expect(rewardText(payment, settings, ['en-GB'])).toEqual({
      title: english['notice.reward.title'],
      message: '12,480 sats for cycle 7, paid to ST2JHG3…5NNC',
    })
    expect(rewardText(payment, { locale: 'es', units: 'sbtc' }, ['en'])).toEqual({
      title: spanish['notice.reward.title'],
      message: '0,0001248 sBTC por el ciclo 7, pagados a ST2JHG3…5NNC',
    })
  })

  it('names no cycle that is not known', () => {
    expect(
      rewardText({ ...payment, cycle: unknown('not-offered') }, settings, ['fr']).message,
    ).toBe('12,480 sats, paid to ST2JHG3…5NNC')
  })

  it('fills every gap of the other notices, in every language', () => {
    const notices: HolderNotice[] = [
      { kind: 'not-enrolled', address, cycle: 8, blocks: 100 },
      { kind: 'boost-below', address, boost: 450_000_000n },
      { kind: 'golden-ratio', cycle: 7, ratio: 184_200_000_000n, before: 200_000_000_000n },
      { kind: 'payment-late', address, cycle: 7, blocks: 150 },
    ]
    expect(noticeText(notices[1]!, settings, ['en'])).toEqual({
      title: english['notice.boost-below.title'],
      message: 'ST2JHG3…5NNC is now at 4.50×.',
    })
    expect(noticeText(notices[2]!, settings, ['en']).message).toBe(
      'Cycle 7: 184,200 STX/BTC (was 200,000).',
    )
    for (const locale of locales)
      for (const notice of notices)
        expect(noticeText(notice, { ...settings, locale }, []).message).not.toMatch(/[{}]/)
  })
})

describe('quiet hours', () => {
  const at = (hour: number) => new Date(2026, 0, 5, hour, 30)
  const quietFrom = (from: number, to: number) =>
    Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
      isQuietHour({ from, to }, at(hour)),
    )
  it('are one span of local time, over midnight too', () => {
    expect(quietFrom(9, 12)).toEqual([9, 10, 11])
    expect(quietFrom(22, 6)).toEqual([0, 1, 2, 3, 4, 5, 22, 23])
    expect(quietFrom(8, 8)).toEqual([])
    expect(isQuietHour(null, at(3))).toBe(false)
  })
})
