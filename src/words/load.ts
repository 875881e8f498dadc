import type { bitcoinStakingForms } from './en/bitcoin-staking-forms.ts'
import type { bitcoinStakingWallet } from './en/bitcoin-staking-wallet.ts'
import type { bitcoinStakingWidget } from './en/bitcoin-staking-widget.ts'
import type { bitcoinStaking } from './en/bitcoin-staking.ts'
import type { builder } from './en/builder.ts'
import type { contract } from './en/contract.ts'
import type { dualStackingWallet } from './en/dual-stacking-wallet.ts'
import type { dualStackingWidget } from './en/dual-stacking-widget.ts'
import type { hyperstakingProblems } from './en/hyperstaking-problems.ts'
import type { hyperstakingWallet } from './en/hyperstaking-wallet.ts'
import type { hyperstakingWidget } from './en/hyperstaking-widget.ts'
import type { site } from './en/site.ts'
import { pickByLocale, type Locale } from './locales.ts'
import type { Section, Translation } from './message.ts'

// Each glob names one catalogue in the folder of every language. Its modules are chunks of their
// own, so that a surface loads only the sentences that it says, in the one language that it speaks;
// globs that a surface does not use are no part of its build.
const starts = import.meta.glob<Section>('./*/start.ts', { import: 'start' })
const catalogues = import.meta.glob<Section>('./*/index.ts', { import: 'catalogue' })
const operators = import.meta.glob<Section>('./*/operator.ts', { import: 'operator' })
const guides = import.meta.glob<Section>('./*/guide.ts', { import: 'guide' })
const statements = import.meta.glob<Section>('./*/statement.ts', { import: 'statement' })
const sites = import.meta.glob<Translation<typeof site>>('./*/site.ts', { import: 'site' })
const builders = import.meta.glob<Translation<typeof builder>>('./*/builder.ts', {
  import: 'builder',
})
// English is part of the widgets' cores.
const boosts = import.meta.glob<Translation<typeof dualStackingWidget>>(
  ['./*/dual-stacking-widget.ts', '!./en/*'],
  { import: 'dualStackingWidget' },
)
const pools = import.meta.glob<Translation<typeof hyperstakingWidget>>(
  ['./*/hyperstaking-widget.ts', '!./en/*'],
  { import: 'hyperstakingWidget' },
)
const yields = import.meta.glob<Translation<typeof bitcoinStakingWidget>>(
  ['./*/bitcoin-staking-widget.ts', '!./en/*'],
  { import: 'bitcoinStakingWidget' },
)
const yieldWallets = import.meta.glob<Translation<typeof bitcoinStakingWallet>>(
  './*/bitcoin-staking-wallet.ts',
  { import: 'bitcoinStakingWallet' },
)
const stakings = import.meta.glob<Translation<typeof bitcoinStaking>>('./*/bitcoin-staking.ts', {
  import: 'bitcoinStaking',
})
const stakingForms = import.meta.glob<Translation<typeof bitcoinStakingForms>>(
  './*/bitcoin-staking-forms.ts',
  { import: 'bitcoinStakingForms' },
)
const poolWallets = import.meta.glob<Translation<typeof hyperstakingWallet>>(
  './*/hyperstaking-wallet.ts',
  { import: 'hyperstakingWallet' },
)
const poolProblems = import.meta.glob<Translation<typeof hyperstakingProblems>>(
  './*/hyperstaking-problems.ts',
  { import: 'hyperstakingProblems' },
)
const boostWallets = import.meta.glob<Translation<typeof dualStackingWallet>>(
  './*/dual-stacking-wallet.ts',
  { import: 'dualStackingWallet' },
)
const contractErrors = import.meta.glob<Translation<typeof contract>>('./*/contract.ts', {
  import: 'contract',
})

/** What the first paint of popup and panel may say. */
export const loadStart = (locale: Locale) => pickByLocale(starts, locale)()

/** Every sentence of popup and panel. */
export const loadCatalogue = (locale: Locale) => pickByLocale(catalogues, locale)()

/** The same with the console's own. */
export async function loadConsoleCatalogue(locale: Locale): Promise<Section> {
  const [core, operator] = await Promise.all([
    loadCatalogue(locale),
    pickByLocale(operators, locale)(),
  ])
  return { ...core, ...operator }
}

/** The same with the welcome page's own. */
export async function loadGuideCatalogue(locale: Locale): Promise<Section> {
  const [core, guide] = await Promise.all([loadCatalogue(locale), pickByLocale(guides, locale)()])
  return { ...core, ...guide }
}

/** The same with those of the page of yearly statements. */
export async function loadStatementCatalogue(locale: Locale): Promise<Section> {
  const [core, statement] = await Promise.all([
    loadCatalogue(locale),
    pickByLocale(statements, locale)(),
  ])
  return { ...core, ...statement }
}

/** Sentences of the pages next to the builder. */
export const loadSite = (locale: Locale) => pickByLocale(sites, locale)()

export const loadBuilder = (locale: Locale) => pickByLocale(builders, locale)()

export const loadBoostWidget = (locale: Exclude<Locale, 'en'>) => pickByLocale(boosts, locale)()

export const loadPoolWidget = (locale: Exclude<Locale, 'en'>) => pickByLocale(pools, locale)()

export const loadYieldWidget = (locale: Exclude<Locale, 'en'>) => pickByLocale(yields, locale)()

/** What Bitcoin Staking's widget says around a wallet. */
export const loadYieldWallet = (locale: Locale) => pickByLocale(yieldWallets, locale)()

/** Bitcoin Staking's own sentences, and those of what its calls do and are refused for. */
export const loadStaking = (locale: Locale) => pickByLocale(stakings, locale)()
export const loadStakingForms = (locale: Locale) => pickByLocale(stakingForms, locale)()

/** What the pool widget says around a wallet. */
export const loadPoolWallet = (locale: Locale) => pickByLocale(poolWallets, locale)()

/** Why a call to a pool would fail. */
export const loadPoolProblems = (locale: Locale) => pickByLocale(poolProblems, locale)()

/** What the boost widget says around a wallet. */
export const loadBoostWallet = (locale: Locale) => pickByLocale(boostWallets, locale)()

/** What the errors of the Dual Stacking contract mean. */
export const loadContractErrors = (locale: Locale) => pickByLocale(contractErrors, locale)()

/** Whether these are all, not only what a first paint needs: the settings are never on it. */
export const hasAllSections = (has: (key: string) => boolean): boolean => has('settings.look')
