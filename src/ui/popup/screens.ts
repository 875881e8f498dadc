/**
 * What the popup shows one step away from its first paint: a chunk of its own, loaded right after
 * that paint.
 */
export { AccountsView } from '../accounts/accounts-view.tsx'
export { Answer, TimesAnswer } from '../dual-stacking/answers.tsx'
export { ChangeRewardAddressForm } from '../dual-stacking/forms/change-reward-address.tsx'
export { EnrollForm } from '../dual-stacking/forms/enroll.tsx'
export { OptOutForm } from '../dual-stacking/forms/opt-out.tsx'
export { RewardsView } from '../dual-stacking/rewards/rewards-view.tsx'
export { SettingsElsewhere, SettingsView } from '../settings/settings-view.tsx'
