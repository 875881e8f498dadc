import { useLayoutEffect, useRef } from 'preact/hooks'
import { useWords } from '../../ui/hooks/use-words.ts'
import { estimateYield } from '../../widget/bitcoin-staking/estimate-yield.ts'
import type { YieldFigures } from '../../widget/bitcoin-staking/figures.ts'
import { buildYieldViewModel } from '../../widget/bitcoin-staking/view-model.ts'
import { createYieldView } from '../../widget/bitcoin-staking/view.ts'
import { loadYieldWalletWords } from '../../widget/bitcoin-staking/wallet-words.ts'
import { englishYieldWords, type YieldWords } from '../../widget/bitcoin-staking/words.ts'
import { loadYieldLanguage } from '../../widget/bitcoin-staking/yield-language.ts'
import { h } from '../../widget/dom.ts'
import { createWords, type Words } from '../../words/create-words.ts'
import { loadStakingForms } from '../../words/load.ts'
import type { Locale } from '../../words/locales.ts'
import { createTranslate } from '../../words/translate.ts'
import css from '../../widget/bitcoin-staking/yield.css?inline'

/** Everything that the widget says in a language. */
export interface SpokenYield {
  words: YieldWords
  wallet: Awaited<ReturnType<typeof loadYieldWalletWords>>
  forms: Words
}

let says: SpokenYield | undefined

/** Has the widget of the scenes that follow speak a language. */
export async function speakYield(locale: Locale): Promise<void> {
  const language = await loadYieldLanguage(locale)
  const words = language && { f: language.f, t: createTranslate(language.sentences) }
  const forms = createWords(locale, await loadStakingForms(locale), 'sats')
  const wallet = await loadYieldWalletWords(locale)
  says = { words: words ?? englishYieldWords, wallet, forms }
}

/** What a page gives the widget, and what has become of it. */
export interface YieldScene {
  figures: YieldFigures | null
  manager?: string
  stx?: string
  isCompact?: boolean
  /** What its wallet's part or its source says. */
  say?: (words: SpokenYield) => { text: string; bad: boolean }
  /** What is told before a wallet opens. */
  plan?: (words: SpokenYield) => Promise<string[]>
}

/** The widget's own view on a partner's page, in the theme of the gallery. */
export function YieldWidgetFrame({ scene }: { scene: YieldScene }) {
  const { t } = useWords()
  const host = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const { theme } = document.documentElement.dataset
    if (theme) host.current!.setAttribute('theme', theme)
    const root = host.current!.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets = [sheet]
    root.append(viewOf(scene, says!))
  }, [])
  return (
    <main class="main">
      <h1 class="sr">{t('tab.staking')}</h1>
      <div ref={host} />
    </main>
  )
}

function viewOf(scene: YieldScene, spoken: SpokenYield): HTMLElement {
  const { figures, manager = '', stx = '25000', isCompact = false, say, plan } = scene
  const { words, wallet } = spoken
  const view = createYieldView(words, isCompact, { input() {}, load() {} })
  view.stx.value = stx
  const question = { microStx: BigInt(stx) * 1_000_000n, figures }
  view.paint(
    buildYieldViewModel(words, question, estimateYield(question), {
      manager,
      problems: {},
      say: say?.(spoken) ?? { text: '', bad: false },
      loading: false,
      isExample: false,
    }),
  )
  const button = (text: string, kind: string | null = null) =>
    h('button', { type: 'button', class: kind, part: 'button' }, text)
  if (manager) view.actions.prepend(button(wallet.t('stake')), button(wallet.t('claim'), 's'))
  const ask = (paragraphs: string[]) =>
    view.plan.replaceChildren(
      ...paragraphs.map((text) => h('p', {}, text)),
      h('div', {}, button(wallet.t('agree')), button(wallet.t('cancel'), 's')),
    )
  void plan?.(spoken).then(ask)
  return view.root
}
