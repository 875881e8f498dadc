// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { boostFrame } from '../../../../src/widget/frame/boost-frame.ts'
import { frameHosts } from '../../../../src/widget/frame/frame-hosts.ts'
import { applyOptions, parseOptions, withoutStyles } from '../../../../src/widget/frame/options.ts'
import { isStyleValue } from '../../../../src/widget/frame/style-options.ts'

const parse = (query: string) =>
  parseOptions(boostFrame, new URLSearchParams(query), frameHosts(null))

it('takes colors, corners and fonts from an address, and nothing that could be more', () => {
  expect(parse('accent=%230b57d0&bar-to=%23FC0&radius=4px&font=Georgia,%20serif')).toEqual({
    accent: '#0b57d0',
    'bar-to': '#FC0',
    radius: '4px',
    font: 'Georgia, serif',
  })
  expect(parse('accent=red&radius=1e9px&font=url(x)&bar-from=%23fff;color:red')).toEqual({})
  expect(isStyleValue('stx', '#ffffff')).toBe(false)
})

it('sets them as variables, and takes them away again', () => {
  const element = document.createElement('div')
  applyOptions(element, boostFrame, { accent: '#0b57d0', stx: '5' })
  expect(element.style.getPropertyValue('--twinstack-accent')).toBe('#0b57d0')
  expect([element.getAttribute('stx'), element.hasAttribute('accent')]).toEqual(['5', false])
  applyOptions(element, boostFrame, withoutStyles({ accent: '#0b57d0', stx: '5' }))
  expect(element.style.getPropertyValue('--twinstack-accent')).toBe('')
  expect(element.getAttribute('stx')).toBe('5')
})
