import { createFormat } from '../../ui/format/format.ts'
import { widget } from '../../ui/messages/es/widget.ts'

export const section = widget
export const format = createFormat('es', 'sats')
