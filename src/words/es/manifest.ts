import type { manifest as english } from '../en/manifest.ts'
import type { Translation } from '../message.ts'

export const manifest: Translation<typeof english> = {
  name: 'Twinstack',
  description:
    'Mira, verifica y exporta tus recompensas de sBTC, STX y DUSK, firma con tu propia cartera y entérate cuando llegan.',
  action: 'Twinstack',
  openPanel: 'Mostrar Twinstack en esta página',
}
