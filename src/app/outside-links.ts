/** Pages of others on mainnet: where sBTC is made of BTC, and how STX are stacked. */
export const outsideLinks = {
  getSbtc: 'https://app.stacks.co/',
  stackStx: 'https://docs.stacks.co/learn/block-production/stacking',
} as const
