// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import { FullAddress } from '../../../../src/ui/parts/full-address.tsx'
import { catalogue } from '../../../../src/words/en/index.ts'
import { click, findControl, mount } from '../../../support/render.tsx'

const address = 'SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7'
const other = 'SP1HFCRKEJ8BYW4D0E3FAWHFDX8A25PPAA83HWWZ9'

describe('a whole address', () => {
  it('is copied as one word, and says so until it is another', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    const root = await mount(<FullAddress copy address={address} />)
    await click(root, catalogue['address.copy'])
    expect(writeText).toHaveBeenCalledExactlyOnceWith(address)
    findControl(root, catalogue['address.copied'])
    await mount(<FullAddress copy address={other} />, root)
    findControl(root, catalogue['address.copy'])
  })

  it('says where the browser does not let it be copied, and is copied later', async () => {
    const writeText = vi
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValueOnce(new Error('not allowed'))
    const root = await mount(<FullAddress copy address={address} />)
    const status = root.querySelector('[role=status]')!
    await click(root, catalogue['address.copy'])
    expect(status.textContent).toBe(catalogue['address.notCopied'])
    writeText.mockResolvedValue()
    await click(root, catalogue['address.copy'])
    expect(status.textContent).toBe('')
    findControl(root, catalogue['address.copied'])
  })
})
