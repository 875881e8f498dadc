import type { bitcoinStakingNotices as english } from '../en/bitcoin-staking-notices.ts'
import type { Translation } from '../message.ts'

export const bitcoinStakingNotices = {
  'staking-notice.claimable.title': 'Recompensas por reclamar',
  'staking-notice.claimable': '{address} ya puede reclamar {amount}.',
  'staking-notice.landed.title': 'Recompensas recibidas',
  'staking-notice.landed': '{amount} por el ciclo {cycle}, pagados a {address}',
  'staking-notice.payout-accepted.title': 'Pagado en Bitcoin',
  'staking-notice.payout-accepted':
    '{amount} por el ciclo {cycle} de {address}: se ha aceptado el pago a tu dirección de Bitcoin.',
  'staking-notice.payout-rejected.title': 'Pago en Bitcoin rechazado',
  'staking-notice.payout-rejected':
    'No se ha perdido nada: {amount} de {address} esperan en {manager}. Cualquiera puede hacer que se devuelvan como sBTC llamando a reclaim-failed-withdrawal con la solicitud {request}.',
  'staking-notice.half-late.title': 'Un cálculo se retrasa',
  'staking-notice.half-late':
    'Una mitad del ciclo {cycle} terminó hace unos {time} y aún no se ha calculado. Cualquiera puede hacerlo; después {address} podrá reclamar sus recompensas.',
  'staking-notice.fee-rises.title': 'La comisión de tu gestor va a subir',
  'staking-notice.fee-rises':
    '{manager} cobra ahora {fee}, y {later} desde el ciclo {cycle}. Hasta entonces puedes cambiar de gestor.',
  'staking-notice.fee-rose.title': 'La comisión de tu gestor ha subido',
  'staking-notice.fee-rose':
    '{manager} cobra ahora {fee} (antes {before}), también en los ciclos que nadie ha reclamado.',
  'staking-notice.manager-below.title': 'Tu gestor no llega al mínimo',
  'staking-notice.manager-below':
    '{manager} tiene {stx} en el ciclo {cycle}. Con menos de 50 000 STX, lo bloqueado con él no gana nada.',
  'staking-notice.last-chance.title': 'Última ocasión para prolongar tu bloqueo',
  'staking-notice.last-chance':
    'Los {stx} de {address} se desbloquean tras el ciclo {cycle} y después no ganan nada. Aún puedes prolongarlo durante unos {time}.',
  'staking-notice.stake-ended.title': 'Tu bloqueo ha terminado',
  'staking-notice.stake-ended': 'Los {stx} de {address} están desbloqueados y no ganan nada.',
  'staking-notice.unstaked.title': 'Desbloqueados',
  'staking-notice.unstaked': 'Los {stx} de {address} están desbloqueados.',
  'staking-notice.bond-ended.title': 'Tu bono ha terminado',
  'staking-notice.bond-ended':
    '{amount} de {address} esperan en el bono {bond} hasta que los retires. No ganan nada, y nadie los devuelve por ti.',
} as const satisfies Translation<typeof english>
