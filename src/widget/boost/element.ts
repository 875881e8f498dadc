import { parseAmount } from '../../ui/inputs/amount.ts'
import { h } from '../dom.ts'
import { english, loadWords } from '../words.ts'
import type { WidgetKey, WidgetWords } from '../words.ts'
import css from './boost.css?inline'
import { calculate } from './calculate.ts'
import { createEngine } from './engine.ts'
import type { BoostDetail, BoostEvents } from './events.ts'
import { builtIn } from './figures.ts'
import type { Figures } from './figures.ts'
import { paintedOf } from './paint.ts'
import { createView } from './view.ts'
import type { FieldName, View } from './view.ts'

const attributes = ['address', 'network', 'sbtc', 'stx', 'golden-ratio', 'theme', 'locale', 'actions', 'snapshot-url', 'api-url', 'compact'] as const
type Attribute = (typeof attributes)[number]

/** Decimals of what is typed: sats of sBTC, microSTX of STX, and 10^-6 STX per BTC, which is the contract's scale. */
const decimals: Record<FieldName, number> = { sbtc: 8, stx: 6, golden: 6 }

/** On a server there is no HTMLElement: importing this there does nothing. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement

let sheet: CSSStyleSheet | undefined

/**
 * `<dual-stacking-boost>`: boost, projected reward and yearly rate for the sBTC and STX that are given or typed. Computes without any request; a golden ratio comes from the
 * attribute, a snapshot (`snapshot-url`), or the network when the visitor asks or an `address` is given.
 */
export class DualStackingBoost extends Base {
  static readonly observedAttributes: readonly string[] = attributes

  #view: View | undefined
  #words: WidgetWords = english
  #engine = createEngine()
  #figures: Figures = builtIn
  #say: { text: string; bad: boolean } = { text: '', bad: false }
  #loading = false
  #ready = false
  #queued = false
  #shown = ''
  #life = new AbortController()
  #actionsStarted = false

  get sbtc(): string | null { return this.#attribute('sbtc') }
  set sbtc(value: string | null) { this.#set('sbtc', value) }
  get stx(): string | null { return this.#attribute('stx') }
  set stx(value: string | null) { this.#set('stx', value) }
  get goldenRatio(): string | null { return this.#attribute('golden-ratio') }
  set goldenRatio(value: string | null) { this.#set('golden-ratio', value) }
  get address(): string | null { return this.#attribute('address') }
  set address(value: string | null) { this.#set('address', value) }
  get network(): string | null { return this.#attribute('network') }
  set network(value: string | null) { this.#set('network', value) }
  get theme(): string | null { return this.#attribute('theme') }
  set theme(value: string | null) { this.#set('theme', value) }
  get locale(): string | null { return this.#attribute('locale') }
  set locale(value: string | null) { this.#set('locale', value) }
  get actions(): string | null { return this.#attribute('actions') }
  set actions(value: string | null) { this.#set('actions', value) }
  get snapshotUrl(): string | null { return this.#attribute('snapshot-url') }
  set snapshotUrl(value: string | null) { this.#set('snapshot-url', value) }
  get apiUrl(): string | null { return this.#attribute('api-url') }
  set apiUrl(value: string | null) { this.#set('api-url', value) }
  get compact(): boolean { return this.hasAttribute('compact') }
  set compact(value: boolean) { this.toggleAttribute('compact', value) }

  connectedCallback(): void {
    this.#life = new AbortController()
    this.#upgradeProperties()
    this.#build()
    this.#paint()
    void this.#chooseLanguage()
    void this.#readSources()
    if (matchMedia) matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#dress(), { signal: this.#life.signal })
  }

  disconnectedCallback(): void {
    this.#life.abort()
    this.#engine.close()
    this.#actionsStarted = false
  }

  attributeChangedCallback(name: Attribute, old: string | null, value: string | null): void {
    if (old === value || !this.#view) return
    if (name === 'sbtc' || name === 'stx' || name === 'golden-ratio') {
      this.#view.fields[name === 'golden-ratio' ? 'golden' : name].value = value ?? ''
      this.#change()
    } else if (name === 'theme') this.#dress()
    else if (name === 'locale') void this.#chooseLanguage()
    else if (name === 'compact' || name === 'actions') this.#rebuild()
    else void this.#readSources()
  }

  // A property that was set before the class was defined hides its accessor: it is set again.
  #upgradeProperties(): void {
    for (const name of ['sbtc', 'stx', 'goldenRatio', 'address', 'network', 'theme', 'locale', 'actions', 'snapshotUrl', 'apiUrl', 'compact'] as const) {
      if (!Object.hasOwn(this, name)) continue
      const self = this as unknown as Record<string, unknown>
      const value = self[name]
      delete self[name]
      self[name] = value
    }
  }

  #build(): void {
    if (this.#view) return
    // Markup that a server rendered has a root already: its picture is replaced, not doubled.
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(css)
    root.adoptedStyleSheets = [sheet]
    this.#view = createView(this.#words, this.compact, { input: () => this.#change(), load: () => void this.#readChain() })
    const { fields } = this.#view
    fields.sbtc.value = this.sbtc ?? ''
    fields.stx.value = this.stx ?? ''
    fields.golden.value = this.goldenRatio ?? ''
    root.replaceChildren(this.#view.root)
    this.#dress()
    void this.#startActions()
  }

  #rebuild(): void {
    const values = this.#view && Object.entries(this.#view.fields).map(([name, input]) => [name, input.value] as const)
    this.#view = undefined
    this.#actionsStarted = false
    this.#build()
    for (const [name, value] of values ?? []) this.#view!.fields[name as FieldName].value = value
    this.#shown = ''
    this.#paint()
  }

  #dress(): void {
    const dark = this.theme === 'dark' || (this.theme !== 'light' && globalThis.matchMedia?.('(prefers-color-scheme: dark)').matches)
    this.#view?.root.classList.toggle('dark', dark)
  }

  async #chooseLanguage(): Promise<void> {
    const tag = this.locale ?? this.closest('[lang]')?.getAttribute('lang') ?? navigator.language
    const words = await loadWords(tag).catch(() => english)
    if (words === this.#words || !this.isConnected) return
    this.#words = words
    this.#rebuild()
  }

  /** One paint per task, however many attributes change in it. */
  #change(): void {
    if (this.#queued) return
    this.#queued = true
    queueMicrotask(() => {
      this.#queued = false
      this.#paint()
    })
  }

  #typed(): { amounts: Record<FieldName, bigint | undefined>; problems: Partial<Record<FieldName, string>> } {
    const amounts: Record<FieldName, bigint | undefined> = { sbtc: undefined, stx: undefined, golden: undefined }
    const problems: Partial<Record<FieldName, string>> = {}
    for (const name of ['sbtc', 'stx', 'golden'] as const) {
      const result = parseAmount(this.#view!.fields[name].value, decimals[name], this.#words.f.locale)
      if (result.ok) amounts[name] = result.value
      else if (result.code !== 'amount-empty') problems[name] = this.#words.t(`problem.${result.code.slice(7)}` as WidgetKey)
    }
    return { amounts, problems }
  }

  #paint(): void {
    if (!this.#view) return
    const { amounts, problems } = this.#typed()
    const figures: Figures = amounts.golden === undefined ? this.#figures : { ...this.#figures, goldenRatio: amounts.golden, cycle: undefined }
    const question = { sats: amounts.sbtc ?? 0n, microStx: amounts.stx ?? 0n, figures }
    const broken = Object.keys(problems).length > 0
    const show = (answer: ReturnType<typeof calculate>) => {
      this.#view?.paint(paintedOf(this.#words, question, broken ? undefined : answer, {
        problems, say: this.#say, loading: this.#loading, askGolden: this.#figures.goldenRatio === undefined && !this.hasAttribute('golden-ratio'),
      }))
      this.#announce({
        boost: answer.boost?.toString(), rewardSats: answer.rewardSats?.toString(), yearlyRate: answer.yearlyRate?.toString(),
        sats: question.sats.toString(), microStx: question.microStx.toString(), goldenRatio: figures.goldenRatio?.toString(),
      })
    }
    // The first figures must not wait for a worker to start; from then on the maths stays off the main thread wherever the page allows.
    if (this.#ready) this.#engine.ask(question, show)
    else show(calculate(question))
  }

  #announce(detail: BoostDetail): void {
    const key = JSON.stringify(detail)
    if (key === this.#shown) return
    this.#shown = key
    this.#emit(this.#ready ? 'boost-change' : 'boost-ready', detail)
    this.#ready = true
  }

  async #readSources(): Promise<void> {
    const url = this.snapshotUrl
    if (url) {
      try {
        const { readSnapshot } = await import('../snapshot.ts')
        this.#figures = await readSnapshot(new URL(url, document.baseURI), this.#life.signal)
        this.#change()
      } catch (error) {
        if (!this.#life.signal.aborted) this.#fail('snapshot', error)
      }
    }
    if (this.address) await this.#readChain()
  }

  async #readChain(): Promise<void> {
    if (this.#loading) return
    this.#loading = true
    this.#change()
    try {
      const { readChain } = await import('../chain.ts')
      const { figures, holdings } = await readChain({ network: this.network ?? 'mainnet', apiUrl: this.apiUrl, address: this.address, signal: this.#life.signal })
      if (this.#life.signal.aborted) return
      // A snapshot's totals stay where the network could not tell them.
      this.#figures = { ...this.#figures, ...figures }
      if (holdings?.sbtc !== undefined && !this.hasAttribute('sbtc')) this.#view!.fields.sbtc.value = holdings.sbtc
      if (holdings?.stx !== undefined && !this.hasAttribute('stx')) this.#view!.fields.stx.value = holdings.stx
      this.#say = { text: '', bad: false }
    } catch (error) {
      if (!this.#life.signal.aborted) this.#fail(error instanceof Error && error.message === 'address' ? 'address' : 'network', error)
    } finally {
      this.#loading = false
      this.#change()
    }
  }

  async #startActions(): Promise<void> {
    if (this.#actionsStarted || (this.actions !== 'enroll' && this.actions !== 'all')) return
    this.#actionsStarted = true
    const { mountActions } = await import('../actions.ts')
    if (!this.isConnected || !this.#view) return
    mountActions({
      h,
      place: this.#view.actions,
      words: this.#words,
      all: this.actions === 'all',
      network: this.network ?? 'mainnet',
      apiUrl: this.apiUrl,
      signal: this.#life.signal,
      say: (text, bad) => {
        this.#say = { text, bad }
        this.#change()
      },
      emit: (type, detail) => this.#emit(type, detail),
      connected: (address) => {
        this.address = address
      },
    })
  }

  #fail(code: 'snapshot' | 'network' | 'address', error: unknown): void {
    const text = this.#words.t(`problem.${code}`)
    this.#say = { text, bad: true }
    this.#emit('widget-error', { code, message: error instanceof Error ? error.message : text })
    this.#change()
  }

  #emit<K extends keyof BoostEvents>(type: K, detail: BoostEvents[K]): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }

  #attribute(name: Attribute): string | null {
    return this.getAttribute(name)
  }

  #set(name: Attribute, value: string | null): void {
    if (value === null || value === undefined) this.removeAttribute(name)
    else this.setAttribute(name, String(value))
  }
}
