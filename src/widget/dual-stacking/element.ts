import { createTranslate } from '../../words/translate.ts'
import { causeOf } from '../cause.ts'
import { h } from '../dom.ts'
import { pageLanguageOf } from '../page-language.ts'
import { adoptProperties, reflectAttributes } from '../reflect-attributes.ts'
import { verifyChunk } from '../verify-chunk.ts'
import type { BoostField } from './boost-field.ts'
import { startBoostEngine } from './engine.ts'
import { estimateBoost, type BoostEstimate } from './estimate-boost.ts'
import type { BoostDetail, BoostEvents } from './events.ts'
import { fieldNames, readFields, rewriteField } from './fields.ts'
import { builtInFigures, figuresBeforeReading, type BoostFigures } from './figures.ts'
import { observedAttributes, type ObservedAttribute } from './observed-attributes.ts'
import { buildBoostViewModel } from './view-model.ts'
import { createBoostView, type BoostView } from './view.ts'
import { englishBoostWords, loadBoostWords, type BoostWords } from './words.ts'
import css from './boost.css?inline'

/** On a server there is no HTMLElement: importing this there does nothing. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement

const attributeOf = { sbtc: 'sbtc', stx: 'stx', golden: 'golden-ratio' } as const satisfies Record<
  BoostField,
  ObservedAttribute
>

/** Amounts, and a golden ratio that is no network's, to show what the calculator does. */
const examples: Record<BoostField, string> = { sbtc: '0.1', stx: '5000', golden: '191000' }
const EXAMPLE_RATIO = 191_000_000_000n

/** Runs steps one after another, each in a separate task. */
function inTurns(signal: AbortSignal, [first, ...rest]: (() => unknown)[]): void {
  if (!first) return
  setTimeout(() => {
    if (signal.aborted) return
    first()
    inTurns(signal, rest)
  })
}

/** A style sheet belongs to one document. */
const sheets = new WeakMap<Document, CSSStyleSheet>()

/**
 * `<dual-stacking-boost>`: boost, projected reward and yearly rate for the sBTC and STX that are
 * given or typed. Computes without any request; a golden ratio comes from the attribute, a snapshot
 * (`snapshot-url`), or the network when the visitor asks or an `address` is given.
 */
export class DualStackingBoost extends Base {
  static readonly observedAttributes: readonly string[] = observedAttributes

  declare address: string | null
  declare network: string | null
  declare sbtc: string | null
  declare stx: string | null
  declare goldenRatio: string | null
  declare theme: string | null
  declare locale: string | null
  declare actions: string | null
  declare snapshotUrl: string | null
  declare apiUrl: string | null
  declare compact: boolean

  static {
    reflectAttributes(this.prototype, observedAttributes)
  }

  #view: BoostView | undefined
  #words: BoostWords = englishBoostWords
  #engine = startBoostEngine()
  #figures: BoostFigures = builtInFigures
  /** What the wallet's part says, and what is wrong with the figures' source. */
  #say = { text: '', bad: false }
  #trouble = ''
  #reading: AbortController | undefined
  #loading = false
  #queued = false
  #shown: BoostDetail | undefined
  /** From being put into a page until being taken out; a move is neither. */
  #life: AbortController | undefined

  /**
   * The figures on show, as in `boost-ready` and `boost-change`; for pages that listen too late.
   */
  get result(): BoostDetail | undefined {
    return this.#shown
  }

  connectedCallback(): void {
    if (this.#life) return void this.#chooseLanguage()
    const { signal } = (this.#life = new AbortController())
    adoptProperties(this, observedAttributes)
    if (this.#view) {
      this.#view = this.#made(this.#words)
      return this.#start()
    }
    // Reserves the size. The rest is done in turns, so that a slow machine can do something else in
    // between; a server's rendering stays until the last of them.
    if (!this.shadowRoot) this.attachShadow({ mode: 'open' })
    this.#dress()
    inTurns(signal, [
      () => (this.#view = this.#made(this.#words)),
      () => {
        this.#figures = figuresBeforeReading(this.#network)
        this.#start()
      },
    ])
  }

  get #network(): string {
    return this.network ?? 'mainnet'
  }

  #start(): void {
    this.#paint(true)
    this.shadowRoot!.replaceChildren(this.#view!.root)
    void this.#startActions().catch((error: unknown) => this.#fail('network', error))
    void this.#readSources()
    void this.#chooseLanguage()
  }

  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (this.isConnected) return
      this.#life?.abort()
      this.#life = undefined
      this.#reading?.abort()
      this.#engine.close()
    })
  }

  adoptedCallback(): void {
    if (this.shadowRoot) this.#dress()
  }

  attributeChangedCallback(
    name: ObservedAttribute,
    old: string | null,
    value: string | null,
  ): void {
    if (old === value || !this.#view) return
    if (name === 'sbtc' || name === 'stx' || name === 'golden-ratio') {
      const field = name === 'golden-ratio' ? 'golden' : name
      this.#view.fields[field].value = rewriteField(value ?? '', field, this.#words, 'en')
      this.#change()
    } else if (name === 'locale') void this.#chooseLanguage()
    else if (name === 'compact' || name === 'actions') this.#build()
    else if (name !== 'theme') {
      // Figures of another network are no figures of this one.
      if (name !== 'address') this.#take(figuresBeforeReading(this.#network))
      this.#trouble = ''
      this.#reading?.abort()
      this.#loading = false
      this.#change()
      queueMicrotask(() => void this.#readSources())
    }
  }

  /** What stands in for what the page says nothing of, and nobody will be asked for. */
  #example(name: BoostField): string {
    const isSaid = name === 'golden' ? this.snapshotUrl : (this.sbtc ?? this.stx) !== null
    return this.address || isSaid ? '' : examples[name]
  }

  /** A view that is not shown yet, with what the fields of an earlier one hold. */
  #made(words: BoostWords): BoostView {
    const old = this.#view?.fields
    const view = createBoostView(words, this.compact, {
      input: () => this.#change(),
      load: () => void this.#readChain(),
    })
    for (const name of fieldNames) {
      view.fields[name].value = old
        ? rewriteField(old[name].value, name, words, this.#words.f.locale)
        : rewriteField(
            this.getAttribute(attributeOf[name]) ?? this.#example(name),
            name,
            words,
            'en',
          )
    }
    return view
  }

  /** Puts a new view in the place of the one that is shown. */
  #build(words = this.#words): void {
    const old = this.#view!.fields
    const focused = this.shadowRoot!.activeElement
    this.#view = this.#made(words)
    this.#words = words
    this.#paint(true)
    this.shadowRoot!.replaceChildren(this.#view.root)
    for (const name of fieldNames)
      if (focused && focused === old[name]) this.#view.fields[name].focus()
    void this.#startActions().catch((error: unknown) => this.#fail('network', error))
  }

  #dress(): void {
    let sheet = sheets.get(this.ownerDocument)
    if (!sheet) {
      sheet = new (this.ownerDocument.defaultView ?? globalThis).CSSStyleSheet()
      sheet.replaceSync(css)
      sheets.set(this.ownerDocument, sheet)
    }
    this.shadowRoot!.adoptedStyleSheets = [sheet]
  }

  async #chooseLanguage(): Promise<void> {
    const tag = this.locale ?? pageLanguageOf(this)
    const words = await loadBoostWords(tag).catch(() => englishBoostWords)
    if (words.f.locale !== this.#words.f.locale && this.#view?.root.isConnected) this.#build(words)
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

  /**
   * `atOnce`: the view is new and empty, or it is the very first; a worker's answer would come a
   * moment too late.
   */
  #paint(atOnce = false): void {
    if (!this.#view) return
    const { amounts, problems } = readFields(this.#view.fields, this.#words)
    const given = this.hasAttribute('golden-ratio')
    const askGolden =
      this.#figures.life !== 'ended' &&
      (problems.golden !== undefined || (this.#figures.goldenRatio === undefined && !given))
    // A ratio that a visitor typed while none was known gives way to the real one.
    const figures: BoostFigures =
      amounts.golden !== undefined && (given || askGolden)
        ? { ...this.#figures, goldenRatio: amounts.golden, cycle: undefined }
        : this.#figures
    const isExample = askGolden && !given && amounts.golden === EXAMPLE_RATIO
    const question = { sats: amounts.sbtc ?? 0n, microStx: amounts.stx ?? 0n, figures }
    const say = this.#say.text ? this.#say : { text: this.#trouble, bad: true }
    const broken = Object.keys(problems).length > 0
    const show = (answer: BoostEstimate) => {
      // A page is told what is known, not an example.
      const shown = broken || isExample ? {} : answer
      this.#view?.paint(
        buildBoostViewModel(this.#words, question, broken ? undefined : answer, {
          problems,
          say,
          loading: this.#loading,
          askGolden,
          isExample,
          own: this.#network.split('/').slice(1),
        }),
      )
      this.#announce({
        boost: shown.boost?.toString(),
        rewardSats: shown.rewardSats?.toString(),
        yearlyRate: shown.yearlyRate?.toString(),
        sats: question.sats.toString(),
        microStx: question.microStx.toString(),
        goldenRatio: isExample ? undefined : figures.goldenRatio?.toString(),
      })
    }
    if (atOnce) show(estimateBoost(question))
    else this.#engine.ask(question, show)
  }

  #announce(detail: BoostDetail): void {
    const first = !this.#shown
    if (!first && JSON.stringify(detail) === JSON.stringify(this.#shown)) return
    this.#shown = detail
    this.#emit(first ? 'boost-ready' : 'boost-change', detail)
  }

  async #readSources(): Promise<void> {
    if (!this.#life) return
    const { signal } = this.#begin()
    const url = this.snapshotUrl
    if (url) {
      try {
        await verifyChunk('snapshot.js')
        const { readSnapshot } = await import('./snapshot.ts')
        const figures = await readSnapshot(new URL(url, document.baseURI), this.#network, signal)
        if (signal.aborted) return
        this.#take(figures)
        this.#change()
      } catch (error) {
        if (signal.aborted) return
        this.#fail('snapshot', error)
      }
    }
    if (this.address) await this.#readChain(signal)
  }

  /** Other figures; which buttons there are depends on how their programme stands. */
  #take(figures: BoostFigures): void {
    const { life = 'running' } = this.#figures
    this.#figures = figures
    if ((figures.life ?? 'running') !== life && this.actions) this.#build()
  }

  /** A newer reading takes the place of an older one. */
  #begin(): AbortController {
    this.#reading?.abort()
    return (this.#reading = new AbortController())
  }

  async #readChain(signal = this.#begin().signal): Promise<void> {
    this.#loading = true
    this.#change()
    try {
      await verifyChunk('chain.js')
      const { readBoostFigures } = await import('./chain.ts')
      const { figures, holdings } = await readBoostFigures({
        network: this.#network,
        apiUrl: this.apiUrl,
        address: this.address,
      })
      if (signal.aborted) return
      // A snapshot's totals stay where the network could not provide them.
      this.#take({ ...this.#figures, ...figures })
      for (const name of ['sbtc', 'stx'] as const) {
        if (holdings?.[name] !== undefined && !this.hasAttribute(name))
          this.#view!.fields[name].value = rewriteField(holdings[name], name, this.#words, 'en')
      }
      this.#trouble = ''
    } catch (error) {
      if (!signal.aborted)
        this.#fail(
          error instanceof Error && error.message === 'address' ? 'address' : 'network',
          error,
        )
    } finally {
      if (!signal.aborted) {
        this.#loading = false
        this.#change()
      }
    }
  }

  async #startActions(): Promise<void> {
    const view = this.#view!
    if (this.actions !== 'enroll' && this.actions !== 'all') return
    await verifyChunk('actions.js')
    const { mountBoostActions } = await import('./actions.ts')
    if (!this.#life || this.#view !== view) return
    await mountBoostActions({
      h,
      createTranslate,
      place: view.actions,
      f: this.#words.f,
      all: this.actions === 'all',
      life: this.#figures.life ?? 'running',
      where: () => ({ network: this.#network, apiUrl: this.apiUrl }),
      signal: this.#life.signal,
      say: (text) => this.#tell({ text, bad: false }),
      fail: (code, message, error) => {
        this.#tell({ text: message, bad: true })
        this.#emitError(code, message, error)
      },
      emit: (type, detail) => this.#emit(type, detail),
      connected: (address) => {
        this.address = address
      },
    })
  }

  #fail(code: 'snapshot' | 'network' | 'address', error: unknown): void {
    this.#trouble = this.#words.t(`problem.${code}`)
    this.#emitError(code, this.#trouble, error)
    this.#change()
  }

  #tell(say: { text: string; bad: boolean }): void {
    this.#say = say
    this.#change()
  }

  #emitError(code: string, message: string, error: unknown): void {
    this.#emit('widget-error', { code, message, cause: causeOf(error) })
  }

  #emit<K extends keyof BoostEvents>(type: K, detail: BoostEvents[K]): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }
}
