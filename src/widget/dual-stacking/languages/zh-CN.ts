import { createFormat } from '../../../words/format/format.ts'
import { widget } from '../../../words/zh-CN/widget.ts'

export const section = widget
export const format = createFormat('zh-CN', 'sats')
