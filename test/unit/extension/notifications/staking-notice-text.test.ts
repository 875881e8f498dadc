import { expect, it } from 'vitest'
import type { StakingNotice } from '../../../../src/app/bitcoin-staking/notices/staking-notice.ts'
import { stakingNoticeText } from '../../../../src/extension/notifications/staking-notice-text.ts'
import { locales } from '../../../../src/words/locales.ts'

const address = 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC'
const manager = `${address}.signer-manager`
const notices: StakingNotice[] = [
  { kind: 'claimable', address, sats: 12_480n },
  { kind: 'landed', address, cycle: 147n, sats: 18_840n },
  { kind: 'payout-accepted', address, cycle: 147n, sats: 18_840n },
  { kind: 'payout-rejected', address, cycle: 147n, sats: 18_840n, manager, request: 7n },
  { kind: 'half-late', address, cycle: 147n, blocks: 90 },
  { kind: 'fee-rises', address, manager, bips: 400n, laterBips: 450n, cycle: 150n },
  { kind: 'fee-rose', address, manager, bips: 9_999n, beforeBips: 495n },
  { kind: 'manager-below', address, manager, microStx: 49_999_000_000n, cycle: 148n },
  { kind: 'last-chance', address, microStx: 25_000_000_000n, cycle: 148n, blocks: 300 },
  { kind: 'stake-ended', address, microStx: 25_000_000_000n },
  { kind: 'unstaked', address, microStx: 25_000_000_000n },
  { kind: 'bond-ended', address, bond: 1n, sats: 50_000_000n },
]
const settings = { locale: 'en', units: 'sats' } as const
const said = (kind: StakingNotice['kind']) =>
  stakingNoticeText(
    notices.find((notice) => notice.kind === kind)!,
    settings,
    [],
  )

it('a notification gives amounts, names and what to do', () => {
  expect(said('claimable')).toEqual({
    title: 'Rewards to claim',
    message: 'ST2JHG3…5NNC can claim 12,480 sats now.',
  })
  expect(said('fee-rises').message).toBe(
    'signer-manager takes 4.00% now and 4.50% from cycle 150. Until then you can change your manager.',
  )
  expect(said('payout-rejected').message).toContain('reclaim-failed-withdrawal with request 7')
  expect(said('bond-ended').message).toContain('0.5 sBTC of ST2JHG3…5NNC wait in bond 1')
})

it.each(locales)('every gap of every notice is filled in %s', (locale) => {
  for (const notice of notices) {
    const { title, message } = stakingNoticeText(notice, { ...settings, locale }, [])
    expect(`${title} ${message}`).not.toMatch(/[{}]/)
  }
})
