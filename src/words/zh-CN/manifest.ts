import type { manifest as english } from '../en/manifest.ts'
import type { Translation } from '../message.ts'

export const manifest: Translation<typeof english> = {
  name: 'Twinstack',
  description:
    '用您的钱包加入 Dual Stacking，查看当前加成与再质押 STX 的效果，奖励到账时收到通知。',
  action: 'Twinstack',
  openPanel: '在此页面显示 Twinstack',
}
