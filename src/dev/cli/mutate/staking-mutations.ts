import type { Mutation } from './mutation.ts'

const signing = 'src/extension/background/bitcoin-staking/sign-staking-call.ts'

const steps = 'src/extension/background/bitcoin-staking/sign-staking-step.ts'

/** Mutations of rows about Bitcoin Staking, whose tests need no browser. */
export const stakingMutations: readonly Mutation[] = [
  {
    threat: 'A script in a page that has something staked, claimed or withdrawn',
    from: `!parsed.success || kind !== 'view'`,
    to: '!parsed.success',
  },
  {
    threat: 'A manager, an amount or a payout that is none, in a command',
    within: 'src/wallet/stacks/bitcoin-staking/manager-id.ts',
    from: String.raw`v.regex(/^S[0-9A-Z]{27,40}\.[a-zA-Z][\w-]{0,127}$/),`,
    to: '',
  },
  {
    threat: 'A stake that nobody was told of',
    from: `kind === 'refused' || !accepted.includes(code)`,
    to: `kind === 'refused'`,
  },
  {
    threat: 'A signer manager that a node has made up',
    from: 'list.refuse(takesStakes === null || family === null,',
    to: 'list.refuse(false && takesStakes,',
  },
  {
    threat: 'A fee that was raised after it was shown',
    within: signing,
    from: 'if (manager !== null) await readOneManager(store, chain, { manager, fresh: true })',
    to: '',
  },
  {
    threat: 'A Bitcoin address of a node’s choosing for the rewards',
    from: `list.ask(true, { code: 'payout-kept', version, hash, maxFeeSats })`,
    to: '',
  },
  {
    threat: 'A contract of a node’s choosing that a claim calls',
    from: 'familiar?.has(manager) ? [] : [{',
    to: 'familiar !== null ? [] : [{',
  },
  {
    threat: 'A stake by what an earlier host said, on a host of another chain',
    within: signing,
    from: ' || read.reading === earlier',
    to: '',
  },
  {
    threat: 'A call of Bitcoin Staking tried again from another account',
    within: signing,
    from: `if (store.get(accountsItem).selected !== account) return refuse('no-account')`,
    to: 'void account',
  },
  {
    threat: 'A call of Bitcoin Staking tried again that was sent',
    within: signing,
    from: `if (!cameToNothing(intent) && !isOthers) return refuse('unknown-intent')`,
    to: '',
  },
  {
    threat: 'The same call of Bitcoin Staking twice while the first is on its way',
    within: signing,
    from: `if (isOnItsWay(signing, address, call)) return refuse('already-sent')`,
    to: '',
  },
  {
    threat:
      'A button of Bitcoin Staking pressed where nobody has seen it, or where it was just put',
    from: 'presses.counts(event, control) && place.wasStill()',
    to: 'event.isTrusted',
  },
  {
    threat: 'A wallet that signs another call of Bitcoin Staking, or allows more than was asked',
    from: 'conditions && !same([...asked.postConditions].sort(), [...conditions].sort())',
    to: 'false',
  },
  {
    threat: 'A claim of more, or less, than a node says',
    within: 'src/wallet/stacks/bitcoin-staking/reward-calls.ts',
    from: 'conditions: sendsExactly(signer.deployment, manager, paidSats)',
    to: 'conditions: sendsExactly(signer.deployment, manager, 0n * paidSats)',
  },
  {
    threat: 'Managers that are none in a host’s list, and lists without end',
    from: 'v.regex(contractIdPattern)) }), {',
    to: 'v.maxLength(200)) }), {',
    also: [{ from: '.filter((signer) => checkAddress(signer, network).ok)', to: '' }],
  },
  {
    threat: 'A clock with cycles of no length',
    from: 'clock.cycleBlocks >= 2n && clock.prepareBlocks < clock.cycleBlocks',
    to: 'clock !== undefined',
  },
  {
    threat: 'Numbers that no contract answers: negative ones, fees above the whole',
    from: 'export const cUint = v.pipe(v.bigint(), v.minValue(0n))',
    to: 'export const cUint = v.bigint()',
  },
  {
    threat: 'Cycles without end to claim of',
    from: 'const MOST_CYCLES = 600n',
    to: 'const MOST_CYCLES = 10n ** 30n',
  },
  {
    threat: 'Nonsense about Bitcoin Staking that keeps rewards of Dual Stacking from being found',
    from: `await runLogged(store, 'refresh bitcoin staking', () =>`,
    to: 'await Promise.resolve().then(() =>',
  },
  {
    threat: 'A step for everyone that moves something else than the operator was shown',
    within: steps,
    from: 'made.sats !== shownSats',
    to: 'false',
  },
  {
    threat: 'A step for everyone that would fail by now',
    within: steps,
    from: `if (step.obstacle !== undefined) return refuse('staking-changed')`,
    to: '',
  },
]
