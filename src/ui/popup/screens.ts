/** Screens one step away from the popup's first paint: a separate chunk, loaded right after it. */
export { AccountsView } from '../accounts/accounts-view.tsx'
export { FigureExplanation, TimesExplanation } from '../dual-stacking/figure-explanation.tsx'
export { ChangeRewardAddressForm } from '../dual-stacking/forms/change-reward-address-form.tsx'
export { EnrollForm } from '../dual-stacking/forms/enroll-form.tsx'
export { OptOutForm } from '../dual-stacking/forms/opt-out-form.tsx'
export { RewardsView } from '../dual-stacking/rewards/rewards-view.tsx'
export { SettingsElsewhere, SettingsView } from '../settings/settings-view.tsx'
