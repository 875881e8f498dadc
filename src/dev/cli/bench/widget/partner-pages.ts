import { renderPartnerPage } from '../../../browser/partner-site.ts'
import { reactPage } from '../bundle.ts'

export const holdings = 'sbtc="0.1152" stx="5103"'
// Nothing is calculated for mainnet's programme, which has ended.
export const ratio = 'network="testnet" golden-ratio="191000"'
const boost = `<dual-stacking-boost ${holdings} ${ratio}></dual-stacking-boost>`
export const offeredManager = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM.manager'
const figures = 'network="devnet" snapshot-url="/yield.json"'
export const offered = `stx="25000" manager="${offeredManager}" ${figures}`
const staking = `<bitcoin-staking-yield ${offered}></bitcoin-staking-yield>`

/**
 * Pages of partners, in a browser without anything else, compared with a page rendered by React.
 */
export const partnerPages = {
  '/boost': {
    name: '`<dual-stacking-boost>`',
    html: renderPartnerPage(`<p style="font: 14px system-ui">Text</p>${boost}`),
    event: 'boost-ready',
    script: 'boost.js',
    there: '[part=boost]',
  },
  '/pool': {
    name: '`<hyperstaking-pool>`',
    html: renderPartnerPage(
      '<p style="font: 14px system-ui">Text</p><hyperstaking-pool dusk="5000"></hyperstaking-pool>',
    ).replace('boost.js', 'pool/pool.js'),
    event: 'pool-ready',
    script: 'pool.js',
    there: '[part=rate]',
  },
  '/yield': {
    name: '`<bitcoin-staking-yield>`',
    html: renderPartnerPage(`<p style="font: 14px system-ui">Text</p>${staking}`).replace(
      'boost.js',
      'yield/yield.js',
    ),
    // It is ready without figures: its first ones are those of the snapshot.
    event: 'yield-change',
    script: 'yield.js',
    there: '[part=source]:has-text("as of")',
  },
  '/react': {
    name: reactPage.name,
    html: renderPartnerPage('<p style="font: 14px system-ui">Text</p>').replace(
      '/widget/boost.js',
      '/react.js',
    ),
    event: 'boost-ready',
    script: 'react.js',
    there: 'main p',
  },
} as const
export type Path = keyof typeof partnerPages

/** Pages whose visitors sign: the height that each reserves, and what comes last on it. */
export const signing = {
  '/boost': {
    html: renderPartnerPage(`${boost.replace('>', ' actions="enroll">')}<p>Below</p>`),
    reserved: '<style>dual-stacking-boost{display:block;min-block-size:320px}</style>',
    last: ['button:text-is("Enroll with wallet")'],
  },
  '/yield': {
    html: renderPartnerPage(`${staking.replace('>', ' actions="all">')}<p>Below</p>`).replace(
      'boost.js',
      'yield/yield.js',
    ),
    reserved: '<style>bitcoin-staking-yield{display:block;min-block-size:581px}</style>',
    last: ['button:text-is("Stake with wallet")', partnerPages['/yield'].there],
  },
} as const
