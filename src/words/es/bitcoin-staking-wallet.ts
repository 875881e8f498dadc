import type { bitcoinStakingWallet as english } from '../en/bitcoin-staking-wallet.ts'
import type { Translation } from '../message.ts'

export const bitcoinStakingWallet: Translation<typeof english> = {
  stake: 'Poner en staking con la cartera',
  claim: 'Cobrar recompensas',
  cancel: 'Cancelar',
  agree: 'Lo entiendo, abrir la cartera',
  reading: 'Cargando tu posición…',
  signer: 'Firma esta cuenta: {account}',
  through: 'Gestor firmante, fijado por este sitio: {manager}. Su comisión ahora: {fee}.',
  viaPool:
    'Este gestor recibe el staking a través de su propio pool: tu cartera muestra el contrato {pool}. La posición es tuya.',
  payer: 'Gestor firmante: {manager}.',
  unknownFee: 'desconocida',
  waiting: 'Confirma en tu cartera…',
  shows:
    'Su ventana muestra {host}, esta página, como solicitante y {function} como función; transferencias: {moves} Debe firmar esta cuenta: {account}. Si muestra otra, cancela allí y elige esta en la cartera.',
  more: 'Queda más por cobrar: haz clic otra vez para el siguiente ciclo.',
  'problem.no-manager': 'Este sitio no ha fijado ningún gestor firmante.',
  'problem.amount': 'Escribe cuántos STX quieres poner en staking.',
  'problem.nothing': 'No hay nada que cobrar ahora.',
  'problem.changed': 'Esto ha cambiado entretanto. Haz clic otra vez para verlo como está ahora.',
}
