import type { store as english } from '../en/store.ts'
import type { Translation } from '../message.ts'

export const store: Translation<typeof english> = {
  staking: 'Mira cuánto deberían ganar tus STX, y cóbralo',
  'staking-what-if-more': 'Prueba con más STX, más ciclos u otro gestor antes de firmar',
  'staking-managers': 'Compara todos los gestores firmantes por lo que te dejan',
  rewards: 'Cada recompensa, verificada al sat y lista para exportar',
  'hyper-position': 'Haz staking de DUSK en pools y mira lo que ganaron de verdad',
  tile: 'Recompensas de staking, verificadas',
}
