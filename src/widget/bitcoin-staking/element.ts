import { parseAmount } from '../../words/format/parse-amount.ts'
import { causeOf } from '../cause.ts'
import { pageLanguageOf } from '../page-language.ts'
import { adoptProperties, reflectAttributes } from '../reflect-attributes.ts'
import { rewriteAmount } from '../rewrite-amount.ts'
import { verifyChunk } from '../verify-chunk.ts'
import { startYieldEngine } from './engine.ts'
import { estimateYield, type YieldEstimate, type YieldQuestion } from './estimate-yield.ts'
import type { YieldDetail, YieldEvents } from './events.ts'
import { exampleFigures } from './example-figures.ts'
import type { YieldFigures } from './figures.ts'
import {
  observedYieldAttributes,
  type ObservedYieldAttribute,
} from './observed-yield-attributes.ts'
import { buildYieldViewModel } from './view-model.ts'
import { createYieldView, type YieldView } from './view.ts'
import { englishYieldWords, loadYieldWords, type YieldWordKey, type YieldWords } from './words.ts'
import css from './yield.css?inline'

/** On a server there is no HTMLElement: importing this there does nothing. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement

const DECIMALS = 6
/** What a reading is refused for. */
const codes = ['manager', 'address'] as const

/** A style sheet belongs to one document. */
const sheets = new WeakMap<Document, CSSStyleSheet>()

/**
 * `<bitcoin-staking-yield>`: sats that STX are expected to earn in a cycle of Bitcoin Staking, how
 * far that may vary, what the site's signer manager keeps of it, and what an address has. Knows no
 * figures without a snapshot (`snapshot-url`) or the network, which is asked when the visitor wants
 * it.
 */
export class BitcoinStakingYield extends Base {
  static readonly observedAttributes: readonly string[] = observedYieldAttributes

  declare stx: string | null
  declare manager: string | null
  declare cycles: string | null
  declare network: string | null
  declare apiUrl: string | null
  declare snapshotUrl: string | null
  declare address: string | null
  declare theme: string | null
  declare locale: string | null
  declare actions: string | null
  declare compact: boolean

  static {
    reflectAttributes(this.prototype, observedYieldAttributes)
  }

  #view: YieldView | undefined
  #words: YieldWords = englishYieldWords
  #engine = startYieldEngine()
  #figures: YieldFigures | null = null
  /** What the wallet's part says, and what is wrong with the figures' source. */
  #say = { text: '', bad: false }
  #trouble = ''
  #reading: AbortController | undefined
  #loading = false
  /** The network has been asked. */
  #asked = false
  #queued = false
  #shown: YieldDetail | undefined
  /** From being put into a page until being taken out; a move is neither. */
  #isIn = false
  /** Of the current buttons: others may replace them. */
  #acting = new AbortController()

  /** The figures on show, as in `yield-ready` and `yield-change`, for pages that listen late. */
  get result(): YieldDetail | undefined {
    return this.#shown
  }

  connectedCallback(): void {
    if (this.#isIn) return void this.#chooseLanguage()
    this.#isIn = true
    adoptProperties(this, observedYieldAttributes)
    // Markup that a server rendered has a root already: its picture is replaced, not doubled.
    if (!this.shadowRoot) this.attachShadow({ mode: 'open' })
    this.#dress()
    // The size is reserved. The rest is done in a task of its own: a slow machine can do something
    // else in between.
    setTimeout(() => {
      if (!this.#isIn) return
      this.#build()
      void this.#readSources()
      void this.#chooseLanguage()
    })
  }

  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (this.isConnected) return
      this.#isIn = false
      this.#reading?.abort()
      this.#acting.abort()
      this.#engine.close()
    })
  }

  adoptedCallback(): void {
    if (this.shadowRoot) this.#dress()
  }

  attributeChangedCallback(
    name: ObservedYieldAttribute,
    old: string | null,
    value: string | null,
  ): void {
    if (old === value || !this.#view) return
    if (name === 'stx') {
      this.#view.stx.value = rewriteAmount(value ?? '', DECIMALS, this.#words.f, 'en')
      this.#change()
    } else if (name === 'locale') void this.#chooseLanguage()
    else if (name === 'compact' || name === 'actions') this.#build()
    else if (name !== 'theme' && name !== 'cycles') {
      // Figures of another network or manager are no figures of this one.
      if (name !== 'address') this.#figures = null
      this.#trouble = ''
      this.#reading?.abort()
      this.#loading = false
      this.#change()
      const asked = this.#asked
      queueMicrotask(() => void this.#readSources(asked))
    }
  }

  /** Puts a new view in the place of the one that is shown, if any. */
  #build(words = this.#words): void {
    const old = this.#view?.stx
    const root = this.shadowRoot!
    const hadFocus = old !== undefined && root.activeElement === old
    const view = createYieldView(words, this.compact, {
      input: () => this.#change(),
      load: () => void this.#readChain(),
    })
    view.stx.value = old
      ? rewriteAmount(old.value, DECIMALS, words.f, this.#words.f.locale)
      : rewriteAmount(this.stx ?? '1000', DECIMALS, words.f, 'en')
    this.#view = view
    this.#words = words
    this.#paint(true)
    root.replaceChildren(view.root)
    if (hadFocus) view.stx.focus()
    void this.#startActions(view).catch((error: unknown) => this.#fail('network', error))
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
    const words = await loadYieldWords(tag).catch(() => englishYieldWords)
    if (words.f.locale !== this.#words.f.locale && this.#view && this.isConnected)
      this.#build(words)
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

  /** `atOnce`: the view is new and empty; a worker's answer would come a moment too late. */
  #paint(atOnce = false): void {
    if (!this.#view) return
    const { t, f } = this.#words
    const typed = parseAmount(this.#view.stx.value, DECIMALS, f.locale)
    const problem = !typed.ok && typed.code !== 'amount-empty'
    const problems = problem ? { stx: t(`problem.${typed.code.slice(7)}` as YieldWordKey) } : {}
    // Where something else than an example is on its way there is none.
    const isExample = !this.#asked && !this.#figures && !this.snapshotUrl && !this.address
    const figures = isExample ? exampleFigures : this.#figures
    const question = { microStx: typed.ok ? typed.value : 0n, figures }
    const show = (answer: YieldEstimate | undefined) => {
      this.#view?.paint(
        buildYieldViewModel(this.#words, question, answer, {
          manager: this.manager ?? '',
          isExample,
          problems,
          say: this.#say.text ? this.#say : { text: this.#trouble, bad: true },
          loading: this.#loading,
        }),
      )
      // A page is told what is known, not an example.
      this.#announce(question, isExample ? undefined : answer)
    }
    if (atOnce) show(estimateYield(question))
    else this.#engine.ask(question, show)
  }

  #announce({ microStx, figures }: YieldQuestion, answer: YieldEstimate | undefined): void {
    const { low, middle, high } = answer?.sats ?? {}
    const fee = figures?.manager?.feeBips ?? undefined
    const detail: YieldDetail = {
      microStx: `${microStx}`,
      sats: middle?.toString(),
      low: low?.toString(),
      high: high?.toString(),
      feeBips: fee?.toString(),
    }
    const first = !this.#shown
    if (!first && JSON.stringify(detail) === JSON.stringify(this.#shown)) return
    this.#shown = detail
    this.#emit(first ? 'yield-ready' : 'yield-change', detail)
  }

  /** `ask`: the network is read because the visitor had requested it before. */
  async #readSources(ask = false): Promise<void> {
    if (!this.#isIn) return
    const { signal } = this.#begin()
    const url = this.snapshotUrl
    if (url) {
      try {
        await verifyChunk('snapshot.js')
        const { readYieldSnapshot } = await import('./snapshot.ts')
        const figures = await readYieldSnapshot(
          new URL(url, document.baseURI),
          this.#source(),
          signal,
        )
        if (signal.aborted) return
        this.#figures = figures
        this.#change()
      } catch (error) {
        if (signal.aborted) return
        this.#fail('snapshot', error)
      }
    }
    if (ask || this.address) await this.#readChain(signal)
  }

  /** A newer reading takes the place of an older one. */
  #begin(): AbortController {
    this.#reading?.abort()
    return (this.#reading = new AbortController())
  }

  async #readChain(signal = this.#begin().signal, fresh = false): Promise<void> {
    this.#loading = this.#asked = true
    this.#change()
    try {
      await verifyChunk('chain.js')
      const { readYieldFigures } = await import('./chain.ts')
      const figures = await readYieldFigures(this.#source(), { fresh })
      if (signal.aborted) return
      this.#figures = figures
      this.#trouble = ''
      if (!figures.state) this.#fail('network', undefined)
    } catch (error) {
      if (!signal.aborted)
        this.#fail(codes.find((code) => code === causeOf(error)) ?? 'network', error)
    } finally {
      if (!signal.aborted) {
        this.#loading = false
        this.#change()
      }
    }
  }

  #source() {
    const { apiUrl, manager, address } = this
    return { network: this.network ?? 'mainnet', apiUrl, manager, address }
  }

  async #startActions(view: YieldView): Promise<void> {
    this.#acting.abort()
    if (this.actions !== 'stake' && this.actions !== 'all') return
    const { signal } = (this.#acting = new AbortController())
    await verifyChunk('actions.js')
    const { mountYieldActions } = await import('./actions.ts')
    if (signal.aborted) return
    await mountYieldActions({
      view,
      signal,
      f: this.#words.f,
      all: this.actions === 'all',
      place: () => ({ ...this.#source(), cycles: this.cycles }),
      microStx: () => {
        const typed = parseAmount(view.stx.value, DECIMALS, this.#words.f.locale)
        return typed.ok ? typed.value : 0n
      },
      say: (text) => this.#tell({ text, bad: false }),
      fail: (code, message, error) => {
        this.#tell({ text: message, bad: true })
        this.#emitError(code, message, error)
      },
      emit: (type, detail) => this.#emit(type, detail),
      connected: (address) => {
        this.address = address
      },
      again: () => void this.#readChain(this.#begin().signal, true),
    })
  }

  #fail(code: 'snapshot' | 'network' | (typeof codes)[number], error: unknown): void {
    this.#trouble = this.#words.t(`problem.${code}`)
    this.#emitError(code, this.#trouble, error)
    this.#change()
  }

  #tell(say: { text: string; bad: boolean }): void {
    this.#say = say
    this.#change()
  }

  #emitError(code: string, message: string, error: unknown): void {
    this.#emit('yield-error', { code, message, cause: causeOf(error) })
  }

  #emit<K extends keyof YieldEvents>(type: K, detail: YieldEvents[K]): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }
}
