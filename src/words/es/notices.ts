import type { notices as english } from '../en/notices.ts'
import type { Translation } from '../message.ts'

export const notices: Translation<typeof english> = {
  'notice.reward.title': 'Recompensa recibida',
  'notice.reward': '{amount} por el ciclo {cycle}, pagados a {address}',
  'notice.rewardUnknown': '{amount}, pagados a {address}',
  'notice.not-enrolled.title': 'Sin inscribir en el próximo ciclo',
  'notice.not-enrolled':
    '{address} no está inscrita en el ciclo {cycle}, que empieza en unos {time}.',
  'notice.boost-below.title': 'Tu impulso ha bajado',
  'notice.boost-below': '{address} está ahora en {boost}.',
  'notice.golden-ratio.title': 'La proporción áurea ha cambiado',
  'notice.golden-ratio': 'Ciclo {cycle}: {ratio} STX/BTC (antes {before}).',
  'notice.payment-late.title': 'Un pago se retrasa',
  'notice.payment-late':
    'La recompensa del ciclo {cycle} para {address} debía llegar hace unos {time}. Se pagará en cuanto alguien ejecute los pasos que faltan del ciclo.',
  'notice.view': 'Ver',
  'notice.dismiss': 'Descartar',
}
