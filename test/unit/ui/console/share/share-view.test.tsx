// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import { readAddLink } from '../../../../../src/app/dual-stacking/programme/add-link.ts'
import { findDeployment, unlistedDeployment } from '../../../../../src/chain/stacks/deployments.ts'
import { ShareView } from '../../../../../src/ui/console/share/share-view.tsx'
import { operator as op } from '../../../../../src/words/en/operator.ts'
import { click, mount, settle, typeText } from '../../../../support/render.tsx'

const contract = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM.our-programme'
const own = unlistedDeployment('testnet', contract)
const text = (root: HTMLElement) => root.textContent ?? ''
const share = (page: string | null, deployment = own) =>
  mount(<ShareView deployment={deployment} page={page} version="0.1.0" />)

it('gives the link, which the extension follows, and copies it', async () => {
  const writeText = vi.fn(async () => undefined)
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } })
  const root = await share('https://ours.example/add.html')
  await click(root, `${op['share.copy']} ${op['share.link.name']}`)
  const [[link]] = writeText.mock.calls as unknown as [[string]]
  expect(readAddLink(link)).toEqual({ network: 'testnet', contract, apiBases: [] })
  expect(text(root)).toContain(op['share.copied'])
  vi.unstubAllGlobals()
})

it('says what to do where the browser does not allow copying', async () => {
  const refuse = { writeText: async () => Promise.reject(new Error('not allowed')) }
  vi.stubGlobal('navigator', { ...navigator, clipboard: refuse })
  const root = await share('https://ours.example/add.html')
  await click(root, `${op['share.copy']} ${op['share.keeper.name']}`)
  expect(text(root)).toContain(op['share.notCopied'])
  vi.unstubAllGlobals()
})

it('draws the link as a QR code, dark on light, with the margin that scanners need', async () => {
  const root = await share('https://ours.example/add.html')
  await vi.waitFor(() => expect(root.querySelector('svg.qr path')!.getAttribute('d')).toMatch(/h1/))
  const [, , size] = root.querySelector('svg.qr')!.getAttribute('viewBox')!.split(' ').map(Number)
  expect((size! - 8 - 17) % 4).toBe(0)
  expect(root.querySelector('svg.qr path')!.getAttribute('d')).toMatch(/^M4 4h1v1h-1z/)
  expect(root.querySelector('svg.qr title')!.textContent).toBe(op['share.qr'])
})

it('opens the builder beside the page, with the same programme', async () => {
  const root = await share('https://ours.example/x/add.html')
  expect(root.querySelector('a')!.href).toBe(
    `https://ours.example/x/index.html#network=testnet&contract=${contract}`,
  )
})

it('has no link before it knows a page, and none that nobody would follow', async () => {
  const root = await share(null)
  expect(root.querySelector('.qr')).toBeNull()
  const field = root.querySelector('input')!
  await typeText(field, 'http://ours.example')
  expect(text(root)).toContain(op['share.page.bad'])
  expect(root.querySelector('.qr')).toBeNull()
  await typeText(field, 'https://ours.example')
  await settle()
  expect(text(root)).toContain('https://ours.example/add.html#network=testnet')
})

it('shows the embedded network only by a page on this machine', async () => {
  const embedded = findDeployment('embedded-live')!
  const root = await share('https://ours.example/add.html', embedded)
  expect(text(root)).toContain(op['share.page.notLocal'])
  await typeText(root.querySelector('input')!, 'http://127.0.0.1:3999/demo')
  expect(text(root)).toContain('http://127.0.0.1:3999/demo/add.html#network=devnet')
})
