import type { signing as english } from '../en/signing.ts'
import type { Translation } from '../message.ts'

export const signing: Translation<typeof english> = {
  'signing.rejected': 'La cartera dice que lo rechazaste.',
  'signing.wallet-closed': 'La ventana de la cartera se cerró antes de que respondiera.',
  'signing.timeout': 'La cartera no respondió a tiempo. Si su ventana sigue abierta, ciérrala.',
  'signing.wrong-network': 'La cartera está en otra red. Cámbiala allí e inténtalo de nuevo.',
  'signing.wrong-account': 'La cartera usa otra cuenta. Cámbiala allí e inténtalo de nuevo.',
  'signing.wallet-locked':
    'La cartera está bloqueada, sin configurar o sin conectar a esta página. Desbloquéala e inténtalo de nuevo.',
  'signing.wallet-missing':
    'No se encontró ninguna cartera en esta página. Instala o desbloquea una, recarga la página e inténtalo de nuevo.',
  'signing.tab-closed':
    'La página se cerró o se abandonó antes de que la cartera respondiera. Si la ventana de la cartera sigue abierta, ciérrala.',
  'signing.no-tab':
    'Las carteras solo se abren en páginas web. Abre cualquier página https y pulsa allí el botón de Twinstack.',
  'signing.wallet-error': 'La cartera se negó o informó de un error.',
  'signing.result-mismatch':
    'Lo que volvió no es lo que se pidió, así que no se da por tuyo. Revisa el historial de tu cartera antes de hacer nada más.',
  'signing.result-unreadable': 'No se pudo leer la respuesta de la cartera.',
  'signing.superseded-contract':
    'Este contrato fue sustituido por otro más nuevo, así que no se firmó nada. Elige el nuevo en los ajustes.',
  'signing.needs-signers':
    'Faltan otras firmas en la cartera. Cuando estén, se enviará sola a la red y aquí se verá en tu inscripción.',
  'signing.interrupted': 'El navegador se detuvo a la mitad.',
  'signing.old-transaction':
    'Lo que llegó es una transacción anterior, que no responde a esta petición.',
  'signing.not-comparable':
    'La red no deja leer todo lo que se envió, así que no se puede comparar con lo pedido. Revisa el historial de tu cartera.',
  'signing.high-fee': 'La comisión de la transacción es mucho más alta de lo habitual.',
  'signing.sent.never':
    'No se preguntó a ninguna cartera, así que no se envió nada. Puedes intentarlo de nuevo.',
  'signing.sent.looking': 'Se está comprobando si tu cuenta ha enviado algo …',
  'signing.sent.nothing':
    'Tu cuenta no ha enviado nada desde entonces. Puedes intentarlo de nuevo.',
  'signing.sent.other':
    'Tu cuenta ha enviado otra cosa desde entonces, pero no esto. Puedes intentarlo de nuevo.',
  'signing.sent.unknown':
    'Ahora no se puede comprobar si tu cuenta ha enviado algo. Revisa el historial de tu cartera antes de volver a pedirlo.',

  'activity.created.title': '{action}: abriendo tu cartera',
  'activity.created.text': 'Tu cartera está a punto de abrirse.',
  'activity.asking.title': '{action}: esperando a tu cartera',
  'activity.asking.text': 'Busca su ventana. Puedes cerrar esta: no se pierde nada.',
  'activity.submitted.title': '{action}: enviado',
  'activity.submitted.text':
    'Esperando los próximos bloques. Puedes cerrar esta ventana: Twinstack sigue mirando, y aquí se verá cuando esté hecho.',
  'activity.ahead':
    'Va después de otras transacciones de tu cuenta que aún no existen, y no se ejecuta antes que ellas.',
  'activity.high-fee.title': '{action}: mira su comisión',
  'activity.high-fee.text':
    'Esto es lo que pediste, pero su comisión supera {bound}, mucho más de lo que la red suele cobrar. Probablemente tu cartera ya la envió: mira si aún puede sustituirla por otra con menos comisión.',
  'activity.fee-accepted': 'La comisión está bien',
  'activity.confirmed.title': '{action}: hecho',
  'activity.confirmed.enroll':
    'Estás inscrito desde el próximo ciclo. Se te avisa cuando llegue una recompensa.',
  'activity.confirmed.opt-out': 'Te has dado de baja. El ciclo en curso aún paga si estabas en él.',
  'activity.confirmed.change-reward-address':
    'La nueva dirección de cobro cuenta desde el próximo ciclo.',
  'activity.confirmed.call': 'La llamada se ejecutó.',
  'activity.aborted.title': '{action}: rechazado por el contrato',
  'activity.aborted.post-condition':
    'Habría movido algo que no debe mover, así que la red la deshizo. Solo se gastó la comisión de red. Abre la transacción para ver qué, antes de firmarla de nuevo.',
  'activity.aborted.unknown':
    'El contrato no dio ningún motivo legible. Solo se gastó la comisión de red. Abre la transacción para saber más.',
  'activity.undone.title': '{action}: no ejecutado',
  'activity.aborted.run-time':
    'El contrato se detuvo por un error de ejecución. No se movió nada; solo se gastó la comisión de red. Abre la transacción para saber más antes de firmarla de nuevo.',
  'activity.aborted.skipped':
    'La red la incluyó en un bloque sin ejecutarla. La comisión está gastada y no ha pasado nada más; puedes firmarla de nuevo.',
  'activity.dropped.title': '{action}: descartado',
  'activity.dropped.other':
    'La red descartó la transacción, normalmente por una comisión baja. No se gastó nada; inténtalo de nuevo.',
  'activity.dropped.too-expensive':
    'La red la consideró demasiado costosa de ejecutar y la descartó. No se gastó nada; inténtalo más tarde.',
  'activity.dropped.too-old':
    'Esperó un bloque demasiado tiempo, normalmente por una comisión baja. No se gastó nada; inténtalo con una comisión mayor.',
  'activity.dropped.problematic':
    'La red no podía ejecutarla con seguridad y la descartó. No se gastó nada. Puede que vuelva, así que espera un poco antes de firmarla de nuevo.',
  'activity.dropped.vanished':
    'Ningún servidor la conoce ya, pero puede volver. Mira el historial de tu cartera antes de intentarlo de nuevo.',
  'activity.replaced.title': '{action}: sustituido',
  'activity.replaced.text':
    'Otra transacción de esta cuenta ocupó su lugar. Si no la enviaste tú, mira el historial de tu cartera.',
  'activity.depth': 'Profundidad de su bloque: {blocks}.',
  'activity.doubt':
    'Tu cuenta ya usó el número de esta transacción en otra, así que difícilmente se ejecutará. Mira el historial de tu cartera antes de firmar de nuevo.',
  'activity.unknown-state':
    'La red llama a su estado «{state}», que esta versión no conoce. Abre la transacción para saber más.',
  'activity.failed.title': '{action}: no llegó ninguna transacción',
  'activity.refused.title': '{action}: detenido por tu seguridad',
  'activity.broadcast.pending': 'Lo que envió la cartera espera un bloque.',
  'activity.broadcast.confirmed': 'Lo que envió la cartera se ejecutó.',
  'activity.broadcast.aborted': 'Lo que envió la cartera fue rechazado por su contrato.',
  'activity.broadcast.post-condition':
    'Lo que envió la cartera se deshizo, porque habría movido algo que no debe mover.',
  'activity.broadcast.run-time':
    'Lo que envió la cartera se detuvo por un error de ejecución. No movió nada.',
  'activity.broadcast.skipped':
    'Lo que envió la cartera está en un bloque, pero no llegó a ejecutarse. Solo se gastó su comisión.',
  'activity.broadcast.dropped': 'La red descartó lo que envió la cartera.',
  'activity.broadcast.replaced': 'Lo que envió la cartera fue sustituido por otra transacción.',
  'activity.fee': 'Comisión {fee}',
  'activity.nonce': 'nonce {nonce}',
  'activity.retry': 'Intentar de nuevo',
  'activity.dismiss': 'Descartar aviso',
  'activity.transaction': 'Transacción',
  'activity.since': 'Desde hace {time}.',
}
