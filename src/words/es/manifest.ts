import type { manifest as english } from '../en/manifest.ts'
import type { Translation } from '../message.ts'

export const manifest: Translation<typeof english> = {
  name: 'Twinstack',
  description:
    'Inscríbete en Dual Stacking desde tu cartera, mira tu impulso y lo que sumaría más STX, y entérate cuando llegan recompensas.',
  action: 'Twinstack',
  openPanel: 'Mostrar Twinstack en esta página',
}
