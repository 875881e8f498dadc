// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest'
import { pageLanguageOf } from '../../../src/widget/page-language.ts'

afterEach(() => document.documentElement.removeAttribute('lang'))

it('is the page’s also inside other components, the nearest one first', () => {
  document.documentElement.lang = 'es'
  const outer = document.createElement('div')
  document.body.append(outer)
  const middle = document.createElement('div')
  outer.attachShadow({ mode: 'open' }).append(middle)
  const inner = document.createElement('p')
  middle.attachShadow({ mode: 'closed' }).append(inner)
  expect(pageLanguageOf(inner)).toBe('es')
  middle.lang = 'zh-CN'
  expect(pageLanguageOf(inner)).toBe('zh-CN')
})

it('is the browser’s where the page says none', () => {
  const alone = document.createElement('p')
  expect(pageLanguageOf(alone)).toBe(navigator.language)
})
