/**
 * What the popup shows one step away from its first paint: a chunk of its own, loaded right after
 * that paint.
 */
export { AccountsView } from './accounts/accounts-view.tsx'
export { Answer, TimesAnswer } from './home/answers.tsx'
export { ChangeRewardAddressForm } from './forms/change-reward-address.tsx'
export { EnrollForm } from './forms/enroll.tsx'
export { OptOutForm } from './forms/opt-out.tsx'
export { RewardsView } from './rewards/rewards-view.tsx'
export { SettingsElsewhere, SettingsView } from './settings/settings-view.tsx'
