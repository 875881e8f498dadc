import type { manifest as english } from '../en/manifest.ts'
import type { Translation } from '../message.ts'

export const manifest: Translation<typeof english> = {
  name: 'Twinstack',
  description:
    '查看、验证并导出您的 sBTC、STX 与 DUSK 质押奖励，用自己的钱包签名，奖励到账时收到通知。',
  action: 'Twinstack',
  openPanel: '在此页面显示 Twinstack',
}
