import { createFormat } from '../../ui/format/format.ts'
import { widget } from '../../ui/messages/zh-CN/widget.ts'

export const section = widget
export const format = createFormat('zh-CN', 'sats')
