import type { Section } from '../message.ts'

/** Signing for Bitcoin Staking: what a call does, and what stands against it. */
export const bitcoinStakingForms = {
  'staking.form.amount': 'STX to stake',
  'staking.form.added': 'STX to add',
  'staking.form.free': '{stx} are free.',
  'staking.form.all': 'Stake all of it',
  'staking.form.cycles': 'Cycles, 1 to 96',
  'staking.form.addedCycles': 'Cycles to add',
  'staking.form.cycles.bad': 'Enter a whole number of cycles.',
  'staking.form.manager': 'Signer manager',
  'staking.form.manager.hint':
    'A contract run by others. It claims your rewards from the program and takes its fee. Nobody pays for a place in this list.',
  'staking.form.manager.choose': 'Choose a signer manager',
  'staking.form.manager.other': 'Another one',
  'staking.form.manager.address': 'Contract of the manager',
  'staking.form.manager.bad': 'Enter a contract: an address, a dot, and a name.',
  'staking.form.manager.reading': 'Loading this manager…',
  'staking.form.fee': 'Fee now',
  'staking.form.size': 'Staked with it',
  'staking.form.code': 'Its code',
  'staking.form.code.known': 'known: {name}',
  'staking.form.code.unknown': 'unknown',
  'staking.form.pays': 'Pays on Bitcoin too',
  'staking.form.yes': 'yes',
  'staking.form.no': 'no',
  'staking.payout': 'Rewards are paid',
  'staking.payout.sbtc': 'as sBTC',
  'staking.payout.bitcoin': 'on Bitcoin',
  'staking.payout.notTaken': 'This manager pays rewards as sBTC, to your address.',
  'staking.payout.address': 'Bitcoin address',
  'staking.payout.address.bad':
    'This is no Bitcoin address of this network, or of a kind that managers do not take.',
  'staking.payout.fee': 'Most for the Bitcoin fee of each claim',
  'staking.payout.fee.bad': 'Enter a whole number of sats.',
  'staking.payout.fee.kept':
    'It is taken off each claim in full. What is not spent of it stays with the manager.',
  'staking.payout.fee.returned':
    'It is taken off each claim in full. The manager credits you what is not spent of it: its function claim-refund pays it out.',
  'staking.payout.least': 'Others may pay it out to you from',
  'staking.payout.least.bad': 'It must be at least 547 sats more than the fee.',
  'staking.payout.least.hint': 'Optional. You yourself can always claim.',
  'staking.payout.below':
    'A claim below {sats} after the manager’s fee pays nothing, not even sBTC, and costs its network fee.',
  'staking.payout.card': 'Payout',
  'staking.payout.card.kept': 'Kept for you',
  'staking.payout.card.kept.how':
    'It was claimed for you and not paid yet. It is paid with your next claim, or when you ask for it.',
  'staking.payout.card.free':
    'This manager lets you change how it pays at any time, without a change of your stake.',
  'staking.payout.manager': 'Manager that pays',
  'staking.does.set-payout.sbtc':
    'From now on {manager} pays your rewards as sBTC, those of past cycles as well.',
  'staking.does.set-payout.bitcoin':
    'From now on {manager} pays your rewards on Bitcoin, those of past cycles as well.',
  'staking.undo.set-payout': 'Change it again at any time, in the prepare phase too.',
  'staking.moves.none': 'Nothing leaves your address. Your stake stays as it is.',
  'staking.does.collect': 'The manager pays you all that it keeps for you: {sats} or more.',
  'staking.moves.collect': 'The manager sends exactly what it keeps for you; you send nothing.',
  'staking.window.collect':
    '{sats} or more from the contract to you (post-condition: exactly what it keeps).',
  'staking.form.expected': 'Expected per cycle',
  'staking.form.expected.value': '{middle} ({low} to {high})',
  'staking.warning.unusual-fee': 'Its fee is {fee}: of 100 sats you would get {rest}.',
  'staking.warning.fee-rises': 'Its fee rises to {fee} with cycle {cycle}.',
  'staking.warning.fee-can-change':
    'Its admin can change the fee at once, also for cycles that nobody has claimed yet.',
  'staking.warning.fee-unknown': 'Its fee cannot be read.',
  'staking.warning.unknown-code': 'Its code is none of those that were reviewed.',
  'staking.warning.takes-no-stakes': 'It takes no new stakes.',
  'staking.warning.below-minimum': 'It has {stx}. Below 50,000 STX its stakes earn nothing.',
  'staking.warning.holder-only': 'Only you can claim with it: nobody can do it for you.',
  'staking.warning.no-holder-claims':
    'Holders cannot claim with it: it pays whom it wants, when it wants.',

  'staking.effects.does': 'What it does',
  'staking.effects.counts': 'Counts',
  'staking.effects.undo': 'Undo',
  'staking.effects.moves': 'May move',
  'staking.effects.costs': 'Costs',
  'staking.does.stake': 'Locks {stx} for {cycles}. They stay on your address.',
  'staking.does.change': 'Your stake will be {stx}, with {manager}, to the end of cycle {last}.',
  'staking.does.unstake': 'Ends your stake of {stx} with the running cycle.',
  'staking.does.claim': 'The manager pays you {sats} for cycle {cycle}.',
  'staking.does.withdraw': 'Takes {sats} out of the bond, to your address.',
  'staking.counts.next': 'From cycle {cycle}, {date}. First rewards about {claim}.',
  'staking.counts.change': 'From cycle {cycle}, {date}. The running cycle stays as it is.',
  'staking.counts.unstake': 'Your STX unlock {date}, block {height}. The running cycle still pays.',
  'staking.counts.now': 'As soon as it is confirmed.',
  'staking.undo.stake':
    'Unstake at any time outside the prepare phase: it then ends with the cycle.',
  'staking.undo.change':
    'More STX and cycles cannot be taken back singly. To lower a stake, you unstake, and stake again once it has ended: that is a cycle without rewards.',
  'staking.undo.unstake':
    'Until the prepare phase of this cycle, {date}: choose “Keep staking”, and no cycle is lost.',
  'staking.undo.never': 'It cannot be undone.',
  'staking.moves.lock': 'Nothing leaves your address. Exactly {stx} are locked in total.',
  'staking.moves.pox': 'Nothing leaves your address. Your position is changed.',
  'staking.moves.claim': 'The manager sends exactly {sats}; you send nothing.',
  'staking.moves.withdraw': 'The program’s contract sends exactly {sats}; you send nothing.',
  'staking.window.lock': 'None. It locks {stx} (post-condition: Staking, exactly).',
  'staking.window.pox': 'None. It changes a position (post-condition: PoX).',
  'staking.window.sats': '{sats} from the contract to you (post-condition: exactly).',
  'staking.form.cycleCount': { one: '{count} cycle', other: '{count} cycles' },
  'staking.form.submit': 'Open the wallet',
  'staking.form.agree': 'I have read this and want it',
  'staking.form.sats': 'sBTC to withdraw',

  'staking.claim.title': 'Claim rewards',
  'staking.claim.intro':
    'One transaction for each cycle, one after another. Each costs a network fee.',
  'staking.claim.row': 'Cycle {cycle}: {sats}',
  'staking.claim.under-way': 'under way',
  'staking.claim.next': 'Claim {sats} of cycle {cycle}',
  'staking.claim.left': 'Left out:',
  'staking.claim.everything': 'Claim all {claims}: {sats}',
  'staking.claim.everything.how':
    'Your wallet opens for one after another. You can close this window; nothing is asked twice.',
  'staking.claim.progress': '{sent} of {total} sent',
  'staking.claim.asking':
    'Your wallet is asked for cycle {cycle}. The next one follows once this one is signed.',
  'staking.claim.not-signed': 'Cycle {cycle} was not signed. Nothing more is asked for meanwhile.',
  'staking.claim.interrupted': 'It was interrupted before cycle {cycle}.',
  'staking.claim.sent': 'All of them are sent. Each is paid once it is confirmed.',
  'staking.claim.changed': 'It has changed meanwhile.',
  'staking.claim.continue': 'Continue',
  'staking.claim.stop': 'Stop',
  'staking.claim.all': 'Nothing more can be claimed now.',

  'staking.blocker.prepare-phase':
    'The prepare phase runs: nothing can be changed until block {height}, {date}.',
  'staking.blocker.has-position':
    'This address has a position already, and can have one only. Add to it, or wait until it has ended.',
  'staking.blocker.no-stake': 'This address has no stake that runs.',
  'staking.blocker.no-bond-part': 'This address has no part in a bond.',
  'staking.blocker.cycles-out-of-range': 'Choose {least} to {most} cycles.',
  'staking.blocker.nothing-to-lock': 'Enter how many STX to stake.',
  'staking.blocker.not-enough-stx': 'You lack {stx}, the network fee included.',
  'staking.blocker.not-enough-sbtc': 'You lack {sats}.',
  'staking.blocker.below-bond-minimum': 'This bond needs {stx} or more with it.',
  'staking.blocker.bond-not-set-up': 'This bond has not been set up.',
  'staking.blocker.bond-has-started': 'This bond has started: no one can enter it now.',
  'staking.blocker.not-on-allowlist': 'This address is not on the allow-list of the bond.',
  'staking.blocker.above-allowance': 'This address may put in {sats} at most.',
  'staking.blocker.too-early-to-roll-over':
    'Your bond cannot be left for another position before block {height}, {date}.',
  'staking.blocker.manager-takes-no-stakes': 'This manager takes no new stakes.',
  'staking.blocker.needs-native-pool': 'This manager takes stakes through its own pool only.',
  'staking.blocker.same-manager': 'This is your manager already.',
  'staking.blocker.payout-invalid': 'The manager would not take this Bitcoin address or fee.',
  'staking.blocker.payout-with-stake': 'This manager takes a payout setting with a stake only.',
  'staking.blocker.payout-unchanged': 'It is paid in this way already.',
  'staking.blocker.no-sats-named': 'Enter how much to withdraw.',
  'staking.blocker.more-than-in-bond': 'The bond holds {sats} of yours.',
  'staking.blocker.sats-on-bitcoin':
    'The BTC of this bond is locked on Bitcoin, and is taken out there.',
  'staking.blocker.no-holder-claims':
    'Only the manager pays here, whom it wants and when it wants: holders cannot claim.',
  'staking.blocker.holder-only': 'Only the holder can claim with this manager.',
  'staking.blocker.unknown.position': 'Your position is unknown. Wait until it has loaded.',
  'staking.blocker.unknown.balance': 'Your balance is unknown.',
  'staking.blocker.unknown.bond': 'Details of this bond are unknown.',
  'staking.blocker.unknown.allowance': 'It is unknown whether you are on the allow-list.',
  'staking.blocker.unknown.manager':
    'This manager’s fee is unknown. It may not be a signer manager.',
  'staking.blocker.prepare-phase-near':
    'The prepare phase begins in about {time}. A transaction that is mined later fails and costs its fee.',
  'staking.blocker.fee-above-bound': 'The manager’s fee is {fee}, above the {bound} you allow.',
  'staking.blocker.fee-unknown': 'The manager’s fee cannot be read: it may take anything.',
  'staking.blocker.manager-below-minimum':
    'With this the manager has {stx}. Below 50,000 STX its stakes earn nothing.',
  'staking.blocker.manager-pays-itself':
    'Holders cannot claim with this manager: it pays whom it wants, when it wants.',
  'staking.blocker.manager-unfamiliar':
    'You have signed nothing with {manager} here: a server of the network names it. Sign only if it is your manager.',
  'staking.blocker.payout-kept':
    'Rewards are paid on Bitcoin to {address}, for a fee of up to {fee}. Sign only if this address is yours.',
  'staking.blocker.payout-deleted':
    'This deletes your Bitcoin address at the manager: rewards then come as sBTC.',
  'staking.blocker.payout-unknown':
    'If the manager has a Bitcoin address of yours, this deletes it: rewards then come as sBTC.',
  'staking.blocker.payout-ignored': 'This manager pays in sBTC only, and ignores the address.',
  'staking.blocker.rewards-paused':
    'The program’s admin has permanently stopped managers’ claims: what this earns is never paid.',
  'staking.blocker.earlier-cycles-stay':
    'What you earn up to cycle {cycle} stays with {manager}: you claim it there, also later.',
  'staking.blocker.two-to-claim':
    'What you have now earns to its end, with {manager}. You claim both, each for itself.',
  'staking.blocker.ends-silently':
    'It ends {date}, block {height}. It is not renewed by itself: after that it earns nothing.',
  'staking.blocker.sats-not-returned':
    'When the bond ends, {date}, its sBTC is not returned by itself: you withdraw it.',
  'staking.blocker.stx-earn-nothing':
    'The STX of a bond earn nothing, and stay locked until {date}, whatever you withdraw.',
  'staking.blocker.earns-nothing': 'Without sats a bond earns nothing.',
  'staking.blocker.locked-until': 'Your STX stay locked until {date}, block {height}.',
  'staking.blocker.forfeits': 'The withdrawn sBTC earns nothing for the running half.',
  'staking.blocker.forfeits-ended-half':
    'A half that is over may not be calculated yet: withdrawn now, the sBTC earns nothing for it either. Once it is calculated, it is yours.',
  'staking.refusal.nothing-earned': 'There is nothing to claim.',
  'staking.refusal.manager-has-not-claimed':
    'The manager has not claimed it yet. Anyone may do it.',
  'staking.refusal.pulls-paused':
    'Managers’ claims have been stopped permanently, and this one was not made before.',
  'staking.refusal.pool-too-small':
    'The manager holds less than this reward; its next claim covers it.',
  'staking.refusal.no-balance': 'The manager has no sBTC.',
  'staking.refusal.below-budget':
    'It is less than the budget for the Bitcoin fee: nothing would be paid.',
  'staking.refusal.dust': 'What is left for Bitcoin after the fee is too little to be paid.',
  'staking.refusal.below-min-claim': 'It is below the amount from which others may pay it out.',
} as const satisfies Section
