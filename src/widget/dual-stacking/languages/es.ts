import { widget } from '../../../words/es/widget.ts'
import { createFormat } from '../../../words/format/format.ts'

export const section = widget
export const format = createFormat('es', 'sats')
