import type { signer as english } from '../en/signer.ts'
import type { Translation } from '../message.ts'

export const signer: Translation<typeof english> = {
  'signing.stopped':
    'Dejaste de esperar. Cierra la ventana de la cartera si sigue abierta: lo que apruebes allí se envía igualmente y aparece aquí.',

  'window.title': 'Qué muestra la ventana de tu cartera',
  'window.account': 'Firma',
  'window.network': 'Red',
  'window.function': 'Función',
  'window.deploys': 'Despliega',
  'window.contract': 'Contrato',
  'window.moves': 'Transferencias',
  'window.moves.nothing': 'Ninguna, solo la comisión de red.',
  'window.moves.sats':
    '{sats}. Una cartera que no conoce el token muestra «{raw}» de otra cosa, como «SBT».',
  'window.moves.bounded': 'Solo lo que permiten las poscondiciones.',
  'window.from': 'Solicitado por',
  'window.from.host': '{host}: la página web en la que se abre, no Twinstack.',
  'window.from.page': 'La página web en la que se abre, no Twinstack.',
  'window.other':
    'La cuenta la elige la cartera. Si muestra otra, cancela allí y elige esta en la cartera.',
  'window.ledger':
    'La clave está en un Ledger: activa la firma ciega en su aplicación Stacks, versión 0.26.19 o posterior.',
  'window.ledger.hint':
    'Con un Ledger, activa la firma ciega en su aplicación Stacks, versión 0.26.19 o posterior.',

  'activity.asking.address':
    'Se abre dos veces: primero para tu cuenta en esta página, que debe ser la de abajo, y luego para firmar.',
  'activity.asking.none':
    'Si no hay ninguna ventana de la cartera abierta, deja de esperar e inténtalo de nuevo.',
  'activity.stop': 'Dejar de esperar',
  'activity.switch': 'Continuar con esa cuenta',
  'activity.signed': 'Firmó',
  'activity.answered': 'En la cartera',
  'activity.needed': 'Debe firmar',
  'activity.shows-other.title': '{action}: la cartera tiene otra cuenta',
  'activity.shows-other.text':
    'En esta página la cartera tiene una cuenta distinta de la que debe firmar, así que no se le pidió. Elige la cuenta correcta en la cartera e inténtalo de nuevo, o continúa con la cuenta que tiene.',
  'activity.other-account.title': '{action}: firmó otra cuenta',
  'activity.other-account.pending':
    'La cartera firmó con otra cuenta. La llamada está pendiente para esa cuenta, no para la que debía firmar.',
  'activity.other-account.enroll':
    'La cartera firmó con otra cuenta, que ahora está inscrita. Nada ha cambiado para la que debía firmar.',
  'activity.other-account.opt-out':
    'La cartera firmó con otra cuenta, que ahora está dada de baja. Nada ha cambiado para la que debía firmar. Para deshacerlo, continúa con esa cuenta e inscríbela.',
  'activity.other-account.change-reward-address':
    'La cartera firmó con otra cuenta, cuya dirección de cobro ha cambiado. Nada ha cambiado para la que debía firmar.',
  'activity.other-account.call':
    'La cartera firmó con otra cuenta y la llamada tuvo éxito para ella, no para la que debía firmar.',
  'activity.other-account.aborted':
    'La cartera firmó con otra cuenta y la llamada falló en la cadena: esa cuenta solo gastó la comisión de red. Nada ha cambiado para la que debía firmar.',
  'activity.other-account.dropped':
    'La cartera firmó con otra cuenta y la red descartó esa transacción. Nada ha cambiado para la que debía firmar.',
  'activity.other-account.replaced':
    'La cartera firmó con otra cuenta y otra transacción sustituyó a esa. Nada ha cambiado para la que debía firmar.',
}
