import * as fc from 'fast-check'
import { tryRegisterForBond, trySetupBond } from './bond-commands.ts'
import { direct, earn, handleKeys, mine, rule } from './chain-commands.ts'
import { Dice, rolls } from './dice.ts'
import {
  announceExit,
  anyBond,
  tryStake,
  tryStakeUpdate,
  tryUnstake,
  tryUnstakeSbtc,
  updateBond,
} from './holder-commands.ts'
import {
  administer,
  calculate,
  claimForHolder,
  claimForManager,
  handleWithdrawal,
  useMax500,
} from './operator-commands.ts'
import { compareReads } from './reads.ts'
import type { PoxFuzzWorld } from './world.ts'

type Command = fc.Command<PoxFuzzWorld, PoxFuzzWorld>

const command = (
  name: string,
  run: (world: PoxFuzzWorld, dice: Dice) => void,
  weight: number,
): Array<fc.Arbitrary<Command>> =>
  Array.from({ length: weight }, () =>
    fc.tuple(rolls, rolls).map(([choices, questions]) => ({
      check: () => true,
      run: (world) => {
        run(world, new Dice(choices))
        compareReads(world, new Dice(questions))
      },
      toString: () => `${name} ${fc.stringify(choices)}`,
    })),
  )

/** What needs a bond: mostly registers for one instead while no one is in any. */
const withBond =
  (run: (world: PoxFuzzWorld, dice: Dice) => void) =>
  (world: PoxFuzzWorld, dice: Dice): void =>
    anyBond(world) || dice.rarely(6) ? run(world, dice) : tryRegisterForBond(world, dice)

/**
 * Random sequences: people stake, hold bonds and claim, operators do the steps of each half, and
 * administrators and strangers interfere.
 */
export const poxCommands = (length: number): fc.Arbitrary<Iterable<Command>> =>
  fc.commands(
    [
      ...command('mine', mine, 14),
      ...command('earn', earn, 8),
      ...command('stake', tryStake, 12),
      ...command('stake-update', tryStakeUpdate, 5),
      ...command('unstake', tryUnstake, 2),
      ...command('setup-bond', trySetupBond, 2),
      ...command('register-for-bond', tryRegisterForBond, 12),
      ...command('update-bond', withBond(updateBond), 4),
      ...command('unstake-sbtc', withBond(tryUnstakeSbtc), 3),
      ...command('announce', withBond(announceExit), 2),
      ...command('calculate', calculate, 12),
      ...command('claim-for-manager', claimForManager, 14),
      ...command('claim-for-holder', claimForHolder, 16),
      ...command('use-max500', useMax500, 3),
      ...command('withdrawal', handleWithdrawal, 4),
      ...command('administer', administer, 2),
      ...command('keys', handleKeys, 2),
      ...command('direct', direct, 1),
      ...command('rule', rule, 1),
    ],
    { maxCommands: length, size: 'max' },
  )
