// What the frameworks' compilers ask the element's types; each wrong line must be an error.
import type { JSX as PreactJsx } from 'preact'
import type { JSX as ReactJsx } from 'react'
import type { SvelteHTMLElements } from 'svelte/elements'
import type { BoostDetail } from 'twinstack/widget'
import 'twinstack/widget/preact'
import 'twinstack/widget/react'
import 'twinstack/widget/svelte'
import 'twinstack/widget/vue'
import type { PoolDetail } from 'twinstack/widget/pool'
import 'twinstack/widget/pool/preact'
import 'twinstack/widget/pool/react'
import 'twinstack/widget/pool/svelte'
import 'twinstack/widget/pool/vue'
import type { YieldDetail } from 'twinstack/widget/yield'
import 'twinstack/widget/yield/preact'
import 'twinstack/widget/yield/react'
import 'twinstack/widget/yield/svelte'
import 'twinstack/widget/yield/vue'
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

const hearYield = ({ detail }: CustomEvent<YieldDetail>): string | undefined => detail.sats
type YieldVue = InstanceType<GlobalComponents['bitcoin-staking-yield']>['$props']
type YieldSvelte = SvelteHTMLElements['bitcoin-staking-yield']
type YieldReact = ReactJsx.IntrinsicElements['bitcoin-staking-yield']
type YieldPreact = PreactJsx.IntrinsicElements['bitcoin-staking-yield']

export const rightYield: [YieldVue, YieldSvelte, YieldReact, YieldPreact] = [
  { stx: '1', snapshotUrl: '/yield.json', class: 'ours', onYieldReady: hearYield },
  { stx: '1', 'snapshot-url': '/yield.json', class: 'ours', 'onyield-ready': hearYield },
  { stx: '1', 'snapshot-url': '/yield.json', className: 'ours', 'onyield-ready': hearYield },
  { stx: '1', 'snapshot-url': '/yield.json', class: 'ours', 'onyield-ready': hearYield },
]

export const wrongYield: [YieldVue, YieldSvelte, YieldReact, YieldPreact] = [
  // @ts-expect-error no such network
  { network: 'local' },
  // @ts-expect-error no such network
  { network: 'local' },
  // @ts-expect-error no such network
  { network: 'local' },
  // @ts-expect-error no such network
  { network: 'local' },
]

const calculator = document.createElement('bitcoin-staking-yield')
// @ts-expect-error a text
calculator.stx = 5
calculator.addEventListener('yield-change', ({ detail }) => detail.microStx.length)

const hearPool = ({ detail }: CustomEvent<PoolDetail>): string | undefined => detail.reward
type PoolVue = InstanceType<GlobalComponents['hyperstaking-pool']>['$props']
type PoolSvelte = SvelteHTMLElements['hyperstaking-pool']
type PoolReact = ReactJsx.IntrinsicElements['hyperstaking-pool']
type PoolPreact = PreactJsx.IntrinsicElements['hyperstaking-pool']

export const rightPool: [PoolVue, PoolSvelte, PoolReact, PoolPreact] = [
  { dusk: '1', nodeUrl: '/node', rewardFee: '5', class: 'ours', onPoolReady: hearPool },
  { dusk: '1', 'node-url': '/node', 'reward-fee': '5', class: 'ours', 'onpool-ready': hearPool },
  { dusk: '1', 'node-url': '/node', className: 'ours', 'onpool-ready': hearPool },
  { dusk: '1', 'node-url': '/node', class: 'ours', 'onpool-ready': hearPool },
]

export const wrongPool: [PoolVue, PoolSvelte, PoolReact, PoolPreact] = [
  // @ts-expect-error no such network
  { network: 'devnet' },
  // @ts-expect-error no such network
  { network: 'devnet' },
  // @ts-expect-error no such network
  { network: 'devnet' },
  // @ts-expect-error no such network
  { network: 'devnet' },
]
