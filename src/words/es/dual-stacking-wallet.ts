import type { dualStackingWallet as english } from '../en/dual-stacking-wallet.ts'
import type { Translation } from '../message.ts'

export const dualStackingWallet: Translation<typeof english> = {
  enroll: 'Inscribirse con la cartera',
  optOut: 'Darse de baja',
  change: 'Cambiar dirección de cobro',
  rewardAddress: 'Dirección de cobro (déjala vacía para usar la tuya)',
  waiting: 'Confirma en tu cartera… No se mueve ningún activo. Surte efecto en el próximo ciclo.',
  connecting: 'Buscando tu cartera…',
  checking: 'Firmado. Comprobando lo que recibió la red…',
  submitted: 'Enviado. Esperando a la red…',
  stop: 'Dejar de esperar',
  looking: 'Comprobando si tu cuenta ha enviado algo…',
  found: 'Esto ya se había enviado. El resultado aparecerá aquí.',
  highFee: 'Revisa su comisión: es mucho más alta de lo que la red suele cobrar.',
  sponsored: 'Comisión {fee}, la paga un patrocinador.',
  signs: 'Firma: {account}',
  another: 'Usar otra cuenta',
  shows:
    'Su ventana muestra a {host}, esta página, como solicitante y {function} como función; no se transfiere nada más que la comisión de red. Tiene que firmar esta cuenta: {account}. Si muestra otra, cancela allí y elige esta en la cartera.',
  'sent.never': 'No se pidió ninguna firma, así que no se envió nada.',
  'sent.nothing': 'Tu cuenta no ha enviado nada desde entonces; puedes intentarlo de nuevo.',
  'sent.other':
    'Tu cuenta ha enviado otra cosa desde entonces, no esto; puedes intentarlo de nuevo.',
  'sent.unknown':
    'No se pudo comprobar si tu cuenta ha enviado algo. Revisa el historial de tu cartera antes de intentarlo de nuevo.',
  confirmed: 'Confirmado.',
  undone: 'Su bloque se deshizo. Esperando otro…',
  landed: 'Recompensa recibida: {sats}.',
  'problem.own': 'Es el propio contrato. Elige otra dirección.',
  'problem.no-wallet':
    'No se encontró ninguna cartera de Stacks en este navegador. Instala Leather o Xverse e inténtalo de nuevo.',
  'problem.rejected': 'La cartera dice que lo rechazaste.',
  'problem.stopped': 'Dejaste de esperar. Cierra la ventana de la cartera si sigue abierta.',
  'problem.old': 'La cartera devolvió una transacción anterior, que no responde a esta petición.',
  'problem.cannot-look':
    'No se pudo comprobar si esto ya se envió, así que no se pregunta otra vez a la cartera. Revisa su historial o inténtalo más tarde.',
  'problem.wallet': 'La cartera falló.',
  'problem.other-network':
    'La cuenta de la cartera está en otra red. Cámbiala allí e inténtalo de nuevo.',
  'problem.wrong-account':
    'La cartera usa otra cuenta. Haz clic otra vez para conectar con ella, o cámbiala allí.',
  'problem.other-account':
    'La cartera firmó con otra cuenta, {signed}. La llamada es para esa, no para {account}.',
  'problem.window-closed': 'La ventana de la cartera se cerró antes de responder.',
  'problem.mismatch':
    'La cartera devolvió una transacción distinta de la pedida. Revisa el historial de tu cartera.',
  'problem.failed': 'La red rechazó la transacción: {reason}',
  'problem.framed':
    'Las carteras no funcionan dentro de marcos: la página para firmar se abre en otra pestaña.',
  'problem.covered':
    'Este botón estaba tapado o acaba de moverse. Haz clic otra vez cuando se vea entero.',
  'problem.unseen':
    'La red aún no ha visto la transacción. Revisa el historial de tu cartera antes de intentarlo de nuevo.',
  'problem.already-enrolled': 'Esta dirección ya está inscrita. No hay nada que firmar.',
  'problem.not-enrolled': 'Esta dirección no está inscrita. No hay nada que firmar.',
  'problem.below-minimum': 'Para inscribirse hacen falta {minimum}; esta dirección tiene {have}.',
  'problem.too-little': 'Para inscribirse hace falta más sBTC del que tiene esta dirección.',
  'problem.blacklisted':
    'El administrador del contrato puso esta dirección en la lista negra, así que no puede inscribirse.',
  'problem.closed': 'Este contrato ya no admite inscripciones.',
  'problem.unread':
    'No se pudieron cargar los datos de la red, así que no se firma nada. Inténtalo más tarde.',
  'problem.address': 'Escribe una dirección de esta red.',
  'problem.aborted':
    'El contrato rechazó la transacción sin un motivo legible. Solo se gastó la comisión de red.',
  'problem.post-condition':
    'Habría movido algo que no debe mover, así que la red lo revirtió. Solo se gastó la comisión de red. Búscala en un explorador antes de firmar de nuevo.',
  'problem.run-time':
    'El contrato se detuvo por un error de ejecución. Solo se gastó la comisión de red. Búscala en un explorador antes de firmar de nuevo.',
  'problem.skipped':
    'La red incluyó la transacción en un bloque sin ejecutarla. La comisión se gastó y no pasó nada más; puedes firmar de nuevo.',
  'problem.unknown':
    'La red llama «{state}» al estado de la transacción. Búscala en un explorador.',
  'problem.doubt':
    'Esta cuenta usó el nonce de la transacción en otra. Revisa el historial de tu cartera antes de firmar de nuevo.',
  'problem.waiting':
    'Lleva mucho tiempo pendiente. Revisa el historial de tu cartera antes de firmar de nuevo.',
  'problem.dropped':
    'La red descartó la transacción, normalmente por una comisión baja. No se gastó nada; inténtalo de nuevo.',
  'problem.replaced':
    'Otra transacción de esta cuenta la ha sustituido. Revisa el historial de tu cartera.',
}
