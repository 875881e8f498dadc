import type { Section } from '../message.ts'

/** What the field's words mean, in a sentence or two; `docs/glossary.md` has the same words. */
export const glossary = {
  'term.cycle':
    'A reward cycle: 2,100 Bitcoin blocks, about two weeks. Rewards are booked by cycle.',
  'term.half':
    'A cycle has two halves. After each, anyone may have its income calculated and booked to everyone’s share.',
  'term.prepare':
    'The last 100 Bitcoin blocks of a cycle, about 17 hours, in which no stake can be made, changed or ended. Claims go on.',
  'term.manager':
    'A contract to which you stake. It claims your share from the program, takes its fee, and pays you. It never holds your STX.',
  'term.fee': 'The part of your rewards that the manager keeps. The program itself takes none.',
  'term.bond':
    'A position of 12 cycles with sBTC and some STX, open to addresses on an allow-list. Its sBTC earns a target rate, its STX nothing.',
  'term.claim':
    'To have an earned reward paid out: first the manager claims from the program, then you from the manager, or anyone for you.',
  'term.income':
    'Miners’ bitcoin that has arrived as sBTC. Bonds get up to their target, 15% of the rest is kept in reserve, and stakes share what is left.',
  'term.payout':
    'Managers that allow it pay on Bitcoin instead of sBTC: the fee that you allow is taken out of the reward.',
  'term.unlock':
    'The Bitcoin block at which your STX are free again. Until then they stay on your address, locked.',
  'term.paired':
    'STX that a bond needs beside its sBTC. They stay locked to its end and earn nothing.',
  'term.ratio': 'STX that count for an address, for each BTC of its sBTC.',
  'term.goldenRatio':
    'The ratio that 95% of all enrolled sBTC is at or below. From there on the boost is full.',
  'term.boost':
    'How many times the base reward your sBTC earns, from 1 to 10. It grows with the root of your ratio.',
  'term.weight': 'Your sBTC times its boost. The rewards of a cycle are shared by weight.',
  'term.snapshot':
    'A block of the cycle at which balances count. What you are paid for is their average.',
  'term.exchangeRate':
    'DUSK for one share of a pool. It rises with rewards and falls with slashing.',
  'term.faults':
    'What a provisioner did wrong. A soft fault locks some stake for a while, a hard one may burn some.',
  'term.maturing': 'Stake that is deposited, and earns once its epoch boundary has passed.',
} as const satisfies Section
