import type { Section } from '../message.ts'

/** Bitcoin Staking: what one has, what it pays, and where the cycle is. */
export const bitcoinStaking = {
  'tab.staking': 'Staking',
  'staking.title': 'Bitcoin Staking',
  'staking.welcome': 'Lock STX, earn sBTC',
  'staking.step.stake': 'Lock STX with a signer manager, for 1 to 96 cycles of about two weeks.',
  'staking.step.earn': 'Twice per cycle, miners’ bitcoin is distributed as sBTC.',
  'staking.step.claim': 'Claim it whenever you like; nothing expires.',
  'staking.absent':
    'Bitcoin Staking was not found on this network. Choose another network in Settings.',
  'staking.loading': 'Loading Bitcoin Staking…',
  'staking.problem': 'These figures could not be updated. They are from block {height}.',
  'staking.paused':
    'The program’s admin has permanently stopped managers’ claims. What managers already hold can still be claimed.',

  'staking.hero.claimable': 'can be claimed now',
  'staking.hero.claimable.unknown': 'can be claimed now, before the manager’s fee',
  'staking.hero.cycle': 'expected from cycle {cycle}',
  'staking.hero.target': 'target of cycle {cycle}',
  'staking.hero.maybe': 'per cycle, if you stake {stx}',
  'staking.hero.maybe.fee': 'per cycle before the manager’s fee, if you stake {stx}',
  'staking.hero.over': 'earned per cycle: your stake has ended',
  'staking.hero.none': 'per cycle on each {stx}, before the manager’s fee',
  'staking.hero.range': '{low} to {high}, as in the slowest and fastest of the last {count} halves',
  'staking.hero.next': 'expected this cycle',
  'staking.hero.rate': 'per year on each 1,000 STX',
  'staking.hero.waiting': 'and {amount} once the manager has claimed',
  'staking.hero.unstaked': 'A bond’s sBTC waits in the contract: {sats}.',

  'staking.state.pending': 'Starts with cycle {cycle}',
  'staking.state.active': 'Earning',
  'staking.state.leaving': 'Ends with this cycle',
  'staking.state.expired': 'Ended',
  'staking.state.enrolled': 'Starts with cycle {cycle}',
  'staking.state.running': 'Earning',
  'staking.state.ended': 'Ended',
  'staking.state.none': 'Not staking',
  'staking.position.stake': 'Your stake',
  'staking.position.bond': 'Your stake in bond {bond}',
  'staking.position.amount': 'Staked',
  'staking.position.sats': 'In the bond',
  'staking.position.paired': 'Paired STX, which earn nothing',
  'staking.position.manager': 'Manager',
  'staking.position.left': 'Cycles left after this one',
  'staking.position.unlock': 'Unlocks',
  'staking.position.unlock.value': '{date}, block {height}',
  'staking.position.unlocked': 'Unlocked since',
  'staking.position.l1': 'on Bitcoin',
  'staking.position.payout': 'Paid',
  'staking.position.payout.sbtc': 'in sBTC to this address',
  'staking.position.payout.bitcoin': 'to a Bitcoin address, fee up to {fee}',
  'staking.position.fee': 'Manager’s fee',
  'staking.position.fee.rises': '{fee}, and {later} from cycle {cycle}',
  'staking.position.below':
    'This manager is below 50,000 STX: as long as it is, stakes with it earn nothing.',
  'staking.position.ended':
    'Your STX are unlocked and earn nothing. A stake is never renewed automatically.',
  'staking.position.held':
    'Your bond has ended. Its sBTC is not returned automatically: {sats} wait in the contract until you withdraw them.',
  'staking.position.silent': 'It is not renewed automatically: after that it earns nothing.',

  'staking.cycle': 'Cycle {cycle}',
  'staking.cycle.first': '1st half',
  'staking.cycle.second': '2nd half',
  'staking.cycle.prepare': 'prepare phase',
  'staking.cycle.ends': 'next cycle {date}',
  'staking.cycle.toPrepare': 'changes until {time} from now',
  'staking.cycle.preparing': 'no changes for {time}',
  'staking.cycle.label':
    'Cycle {cycle}: block {at} of {total}. Now: {step}. The prepare phase begins in block {prepare}.',
  'staking.cycle.due':
    'The last half is over and has not been calculated yet. Anyone may do it; rewards can be claimed after that.',

  'staking.claims': 'To claim',
  'staking.claims.none': 'Nothing to claim yet.',
  'staking.claims.none.pending':
    'Nothing to claim yet. The first rewards come after the first half of cycle {cycle}.',
  'staking.claims.cycle': 'Cycle {cycle}',
  'staking.claims.bond': 'Cycle {cycle}, bond {bond}',
  'staking.claims.waits': '{amount} once the manager has claimed',
  'staking.claims.gross': '{amount} before the fee',
  'staking.claims.more': 'Older cycles are still loading.',
  'staking.claims.stopped': 'Older cycles could not be loaded yet.',
  'staking.claims.kept': 'Rewards stay claimable forever; each cycle is claimed separately.',

  'staking.income': 'Income of past halves',
  'staking.income.label':
    'Income of the last {count} halves: the last {last}, the highest {most}, the lowest {least}.',
  'staking.income.sinceNow': 'Since the last calculation: {sats}',
  'staking.income.few': 'No half has been calculated yet.',

  'staking.chances': 'What you can do now',
  'staking.chances.stx':
    'You can stake {stx}. It earns from cycle {cycle}, which starts {date}; first rewards around {claim}.',
  'staking.chances.noStx': 'You need STX to stake. This address has no unlocked STX.',
  'staking.chances.preparing':
    'This is the prepare phase: nothing can be staked or changed until {date}.',
  'staking.chances.sbtc':
    'Holding sBTC alone earns nothing here. Your {sats} only earn in a bond, and bonds are open to addresses on their allow-list.',
  'staking.chances.both':
    'Your {sats} stay free and earn nothing here. Only bonds take sBTC, from addresses on their allow-list.',
  'staking.chances.pools':
    'Pools that take STX or sBTC for you are run by third parties, on their own terms.',
  'staking.chances.needs': 'You can buy or receive STX, or watch an address that has some.',

  'staking.action.stake': 'Stake',
  'staking.action.change': 'Change stake',
  'staking.action.unstake': 'Unstake',
  'staking.action.claim': 'Claim',
  'staking.action.withdraw': 'Withdraw sBTC',
  'staking.action.enter-bond': 'Enter bond',
  'staking.action.move-bond': 'Change manager',
  'staking.action.set-payout': 'Change payout',
  'staking.action.collect': 'Pay out',
  'staking.action.restake': 'Stake again',
  'staking.action.stay': 'Keep staking',
  'staking.action.claimOne': 'Claim {amount}',
  'staking.done.stake': 'Your STX are locked. They earn from the next cycle.',
  'staking.done.change': 'Your stake is changed from the next cycle.',
  'staking.done.unstake':
    'Your stake ends with the running cycle. Your STX stay locked until then, and wallets show them as locked.',
  'staking.done.claim': 'Your rewards have been paid.',
  'staking.done.withdraw':
    'The sBTC is back on your address. The STX of the bond stay locked to its end.',
  'staking.done.enter-bond': 'You are in the bond from its first cycle.',
  'staking.done.move-bond': 'The new manager has your share of the bond from the next cycle.',
  'staking.done.set-payout': 'Rewards are paid in this way from now on.',
  'staking.done.collect': 'What the manager kept for you has been paid.',
  'staking.error.prepare':
    'It came during the prepare phase, in which nothing can be changed. Only the network fee was spent. Try again when the next cycle has begun.',
  'staking.error.cycle':
    'It came in a later cycle than the one it was signed in. Only the network fee was spent.',
  'staking.error.claim':
    'There was nothing to pay: someone has claimed it for you, or the manager did not have enough. Only the network fee was spent.',
  'staking.error.manager': 'This manager takes no new stakes. Only the network fee was spent.',
  'staking.error.calculated':
    'Someone else calculated this half first. Only the network fee was spent.',
  'staking.error.returned':
    'Nothing was left to do: someone else was faster. Only the network fee was spent.',
  'staking.error.other':
    'The contract refused it with error {code}. Only the network fee was spent.',

  'staking.ics': 'Add the unlock date to a calendar',
  'staking.ics.title': 'STX unlock (Bitcoin Staking)',
} as const satisfies Section
