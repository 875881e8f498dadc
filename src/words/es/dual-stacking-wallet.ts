import type { dualStackingWallet as english } from '../en/dual-stacking-wallet.ts'
import type { Translation } from '../message.ts'

export const dualStackingWallet: Translation<typeof english> = {
  enroll: 'Inscribirse con la cartera',
  optOut: 'Darse de baja',
  change: 'Cambiar dirección de cobro',
  rewardAddress: 'Dirección de cobro (la tuya, si se deja vacía)',
  waiting: 'Mira tu cartera … No se mueve nada tuyo. Cuenta desde el próximo ciclo.',
  connecting: 'Buscando tu cartera …',
  checking: 'Firmado. Comprobando lo que recibió la red …',
  submitted: 'Enviado. Esperando a la red …',
  stop: 'Terminar la espera',
  looking: 'Comprobando si tu cuenta ha enviado algo …',
  found: 'Esto ya se había enviado. Ahora se sigue.',
  highFee: 'Mira su comisión: es mucho más alta de lo que la red suele cobrar.',
  'sent.nothing': 'Tu cuenta no ha enviado nada desde entonces; puedes intentarlo de nuevo.',
  'sent.other':
    'Tu cuenta ha enviado otra cosa desde entonces, no esto; puedes intentarlo de nuevo.',
  'sent.unknown':
    'Ahora no se puede comprobar si tu cuenta ha enviado algo: mira el historial de tu cartera antes de reintentar.',
  confirmed: 'Confirmado.',
  undone: 'El bloque que la contenía se deshizo. Esperando otro …',
  landed: 'Llegó una recompensa de {sats}.',
  'problem.own': 'Es el propio contrato. Elige otra dirección.',
  'problem.no-wallet':
    'No se encontró ninguna cartera de Stacks en este navegador. Instala Leather o Xverse e inténtalo de nuevo.',
  'problem.rejected': 'La cartera dice que lo rechazaste.',
  'problem.stopped': 'Terminaste la espera. Si la ventana de la cartera sigue abierta, ciérrala.',
  'problem.old': 'Lo que llegó es una transacción anterior, no una respuesta a esto.',
  'problem.cannot-look':
    'Ahora no se puede comprobar si esto ya se envió, así que no se pregunta otra vez a la cartera. Mira su historial o inténtalo más tarde.',
  'problem.wallet': 'La cartera no pudo hacerlo.',
  'problem.mismatch':
    'La cartera respondió con otra transacción que la pedida. Revisa el historial de tu cartera.',
  'problem.failed': 'La red rechazó la transacción: {reason}',
  'problem.framed':
    'Las carteras no funcionan dentro de marcos: la página para firmar se abre en otra pestaña.',
  'problem.covered': 'Algo tapa este botón o acaba de moverlo. Púlsalo otra vez.',
  'problem.unseen':
    'La red aún no ha visto la transacción. Mira el historial de tu cartera antes de intentarlo de nuevo.',
  'problem.already-enrolled': 'Esta dirección ya está inscrita. No hay nada que firmar.',
  'problem.not-enrolled': 'Esta dirección no está inscrita. No hay nada que firmar.',
  'problem.below-minimum': 'Para inscribirse hacen falta {minimum}; esta dirección tiene {have}.',
  'problem.too-little': 'Para inscribirse hace falta más sBTC del que tiene esta dirección.',
  'problem.blacklisted':
    'El administrador del contrato ha vetado esta dirección: no puede inscribirse.',
  'problem.closed': 'Este contrato ya no admite inscripciones: elige otra red.',
  'problem.unread': 'Ahora no se puede leer la red, así que no se firma nada. Inténtalo más tarde.',
  'problem.address': 'No es una dirección de esta red.',
  'problem.aborted':
    'El contrato rechazó la transacción y no dio ningún motivo legible. Solo se gastó la comisión de red.',
  'problem.post-condition':
    'Habría movido algo que no debe mover, así que la red la deshizo. Solo se gastó la comisión de red.',
  'problem.run-time':
    'El contrato se detuvo por un error de ejecución. Solo se gastó la comisión de red.',
  'problem.skipped':
    'La red incluyó la transacción en un bloque sin ejecutarla. La comisión está gastada y no ha pasado nada más; puedes firmar de nuevo.',
  'problem.unknown':
    'La red llama «{state}» al estado de la transacción. Búscala en un explorador.',
  'problem.doubt':
    'Esta cuenta usó el número de la transacción para otra. Mira el historial de tu cartera antes de firmar de nuevo.',
  'problem.waiting':
    'Lleva mucho tiempo esperando un bloque. Mira el historial de tu cartera antes de firmar de nuevo.',
  'problem.dropped':
    'La red descartó la transacción, normalmente por una comisión baja. No se gastó nada; inténtalo de nuevo.',
  'problem.replaced':
    'Otra transacción de esta cuenta ocupó su lugar. Mira el historial de tu cartera.',
}
