import { known, unknown } from '../../chain/known.ts'
import type { ProgrammeProfile } from '../../chain/stacks/programme/programme-profile.ts'
import { network, NOW, OTHER } from './fixtures.ts'

const build = { kind: 'build', version: 4, newest: 4, exact: true } as const
const at = (days: number) => NOW / 1000 - days * 86_400

/** A programme of the newest live build that someone runs well. */
export const verifiedProgramme: ProgrammeProfile = {
  network: { ...network, deployment: 'custom-mainnet', totalWeights: unknown('not-yet') },
  contract: `${OTHER}.dual-stacking-live`,
  host: 'api.hiro.so',
  code: known({
    main: build,
    helpers: {
      'bitcoin-block-buffer': { ...build, version: 1, newest: 1 },
      'liquid-stacking': { ...build, version: 2, newest: 2 },
    },
  }),
  admin: known({ address: OTHER, kind: 'account' }),
  countsLiquid: known(false),
  changes: known({
    list: [
      {
        call: 'update-APR',
        txid: 'a'.repeat(64),
        burnHeight: network.burnHeight - 2000,
        time: at(14),
        value: { unit: 'rate', value: 5_000_000n },
      },
      {
        call: 'set-liquid-stacking',
        txid: 'b'.repeat(64),
        burnHeight: network.burnHeight - 9000,
        time: at(60),
        value: { unit: 'switch', value: false },
      },
    ],
    complete: true,
  }),
  cycles: known(
    [6, 5, 4].map((cycle) => ({
      cycle,
      startHeight: network.burnHeight - (7 - cycle) * 2100,
      blocks: 2100,
      paid: known({
        sats: 6_180_000n,
        meanSats: 3_124_000_000n,
        weights: 31_240_000_000n,
        apr: 4_950_000n,
      }),
    })),
  ),
  windows: known(
    [7, 6, 5, 4].map((cycle) => ({ cycle, closed: 10, inTime: 10, late: 0, missed: 0 })),
  ),
  lastStep: known({
    call: 'capture-snapshot-balances',
    txid: 'c'.repeat(64),
    sender: OTHER,
    burnHeight: network.burnHeight - 88,
  }),
}

/** A programme of other code, whose windows were missed and whose next step is overdue. */
export const unknownProgramme: ProgrammeProfile = {
  ...verifiedProgramme,
  network: { ...verifiedProgramme.network, burnHeight: network.burnHeight + 150 },
  code: known({ main: { kind: 'unknown' }, helpers: null }),
  admin: known({ address: `${OTHER}.dao`, kind: 'contract' }),
  changes: known({
    list: [
      {
        call: 'emergency-withdraw-sbtc',
        txid: 'd'.repeat(64),
        burnHeight: network.burnHeight - 300,
        time: null,
        value: { unit: 'sats', value: 5_000_000n },
      },
    ],
    complete: false,
  }),
  cycles: unknown('rate-limited'),
  windows: known([{ cycle: 7, closed: 10, inTime: 7, late: 1, missed: 2 }]),
}
