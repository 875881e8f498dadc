// What the frameworks' compilers ask the element's types; each wrong line must be an error.
import type { JSX as PreactJsx } from 'preact'
import type { JSX as ReactJsx } from 'react'
import type { SvelteHTMLElements } from 'svelte/elements'
import type { BoostDetail } from 'twinstack/widget'
import 'twinstack/widget/preact'
import 'twinstack/widget/react'
import 'twinstack/widget/svelte'
import 'twinstack/widget/vue'
import type { GlobalComponents } from 'vue'

const hear = ({ detail }: CustomEvent<BoostDetail>): string | undefined => detail.boost
type Vue = InstanceType<GlobalComponents['dual-stacking-boost']>['$props']
type Svelte = SvelteHTMLElements['dual-stacking-boost']
type React = ReactJsx.IntrinsicElements['dual-stacking-boost']
type Preact = PreactJsx.IntrinsicElements['dual-stacking-boost']

export const right: [Vue, Svelte, React, Preact] = [
  { sbtc: '1', goldenRatio: '191000', actions: 'all', class: 'ours', onBoostReady: hear },
  { sbtc: '1', 'golden-ratio': '191000', actions: 'all', class: 'ours', 'onboost-ready': hear },
  { sbtc: '1', 'golden-ratio': '191000', actions: 'all', className: 'ours', 'onboost-ready': hear },
  { sbtc: '1', 'golden-ratio': '191000', actions: 'all', class: 'ours', 'onboost-ready': hear },
]

export const wrong: [Vue, Svelte, React, Preact][] = [
  [
    // @ts-expect-error no such choice
    { actions: 'everything' },
    // @ts-expect-error no such choice
    { actions: 'everything' },
    // @ts-expect-error no such choice
    { actions: 'everything' },
    // @ts-expect-error no such choice
    { actions: 'everything' },
  ],
  [
    // @ts-expect-error another event
    { onWalletConnect: hear },
    // @ts-expect-error another event
    { 'onwallet-connect': hear },
    // @ts-expect-error another event
    { 'onwallet-connect': hear },
    // @ts-expect-error another event
    { 'onwallet-connect': hear },
  ],
]

const element = document.createElement('dual-stacking-boost')
// @ts-expect-error a text
element.stx = 5
element.addEventListener('reward-landed', ({ detail }) => detail.sats.length)
// @ts-expect-error no such field
element.addEventListener('reward-landed', ({ detail }) => detail.amount)
