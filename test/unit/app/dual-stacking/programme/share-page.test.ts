import { expect, it } from 'vitest'
import {
  pageBeside,
  readSharePage,
} from '../../../../../src/app/dual-stacking/programme/share-page.ts'

it.each([
  ['https://ours.example', 'https://ours.example/add.html'],
  ['https://ours.example/staking', 'https://ours.example/staking/add.html'],
  [' https://ours.example/staking/ ', 'https://ours.example/staking/add.html'],
  ['https://ours.example/staking/index.html?lang=es', 'https://ours.example/staking/add.html'],
  ['https://ours.example/add', 'https://ours.example/add'],
  ['https://me:secret@ours.example/add.html?a=1#b', 'https://ours.example/add.html'],
])('the page that hands a programme over is found from %s', (typed, page) => {
  expect(readSharePage(typed)).toBe(page)
})

it('is none where no address was typed', () => {
  expect(readSharePage('')).toBeNull()
  expect(readSharePage('ours.example')).toBeNull()
})

it('lies beside another page of the site', () => {
  expect(pageBeside('https://ours.example/x/sign.html?a=1')).toBe('https://ours.example/x/add.html')
  expect(pageBeside(null)).toBeNull()
})
