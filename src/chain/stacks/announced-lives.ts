import type { AnnouncedLife } from './programme-life.ts'

/**
 * What has been announced of the programmes that are built in, by their network: enrollment for
 * mainnet's closed on 27 August 2026, and cycle 20 was its last.
 */
export const announcedLives: Record<'mainnet', AnnouncedLife> & {
  [network: string]: AnnouncedLife | undefined
} = {
  mainnet: {
    state: 'ended',
    since: Date.UTC(2026, 8, 9) / 1000,
    endHeight: 966_250,
    source: 'https://github.com/leather-io/mono/pull/2698',
  },
}
