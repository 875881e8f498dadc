import type { signing as english } from '../en/signing.ts'
import type { Translation } from '../message.ts'

export const signing: Translation<typeof english> = {
  'signing.rejected': 'La cartera dice que lo rechazaste.',
  'signing.wallet-closed': 'La ventana de la cartera se cerró antes de que respondiera.',
  'signing.timeout': 'La cartera no respondió a tiempo. Cierra su ventana si sigue abierta.',
  'signing.wrong-network':
    'Tu cartera y Twinstack están en redes distintas. Cambia la red en tu cartera o en los ajustes e inténtalo de nuevo.',
  'signing.wrong-account': 'La cartera usa otra cuenta. Cámbiala allí e inténtalo de nuevo.',
  'signing.wallet-locked':
    'La cartera está bloqueada, sin configurar o sin conectar a esta página. Desbloquéala e inténtalo de nuevo.',
  'signing.wallet-missing':
    'No se encontró ninguna cartera en esta página. Instala o desbloquea una, recarga la página e inténtalo de nuevo.',
  'signing.tab-closed':
    'La página se cerró o se abandonó antes de que la cartera respondiera. Cierra la ventana de la cartera si sigue abierta.',
  'signing.no-tab':
    'Las carteras solo se abren en páginas web. Abre cualquier sitio web (https) y haz clic allí en el icono de Twinstack.',
  'signing.wallet-error': 'La cartera lo rechazó o informó de un error.',
  'signing.result-mismatch':
    'La cartera devolvió una transacción distinta de la pedida, así que Twinstack no la aceptó. Revisa el historial de tu cartera antes de hacer nada más.',
  'signing.result-unreadable': 'No se pudo leer la respuesta de la cartera.',
  'signing.superseded-contract':
    'Un contrato más nuevo ha sustituido a este, así que no se firmó nada. Cambia al nuevo en los ajustes.',
  'signing.needs-signers':
    'Otros firmantes tienen que aprobarlo aún en la cartera. Después se envía automáticamente y tu inscripción se actualiza aquí.',
  'signing.interrupted': 'El navegador se cerró a la mitad.',
  'signing.old-transaction':
    'La cartera devolvió una transacción anterior, que no responde a esta petición.',
  'signing.not-comparable':
    'La red no muestra todo lo que se envió, así que Twinstack no puede compararlo con tu petición. Revisa el historial de tu cartera.',
  'signing.high-fee': 'La comisión de la transacción es mucho más alta de lo habitual.',
  'signing.sent.never':
    'No se preguntó a ninguna cartera, así que no se envió nada. Puedes intentarlo de nuevo.',
  'signing.sent.looking': 'Comprobando si tu cuenta ha enviado algo…',
  'signing.sent.nothing':
    'Tu cuenta no ha enviado nada desde entonces. Puedes intentarlo de nuevo.',
  'signing.sent.other':
    'Tu cuenta ha enviado otra cosa desde entonces, pero no esto. Puedes intentarlo de nuevo.',
  'signing.sent.unknown':
    'Ahora no se puede comprobar si tu cuenta ha enviado algo. Revisa el historial de tu cartera antes de volver a pedirlo.',

  'activity.created.title': '{action}: abriendo tu cartera',
  'activity.created.text': 'Tu cartera está a punto de abrirse.',
  'activity.asking.title': '{action}: esperando a tu cartera',
  'activity.asking.text': 'Apruébalo en la ventana de tu cartera. Puedes cerrar esta.',
  'activity.submitted.title': '{action}: enviado',
  'activity.submitted.text':
    'Esperando la confirmación. Puedes cerrar esta ventana; el resultado aparecerá aquí.',
  'activity.ahead':
    'Va después de otras transacciones de tu cuenta que aún no existen, así que tiene que esperarlas.',
  'activity.high-fee.title': '{action}: revisa su comisión',
  'activity.high-fee.text':
    'Esto es lo que pediste, pero su comisión supera {bound}, mucho más de lo que la red suele cobrar. Probablemente tu cartera ya la envió: comprueba si aún puede sustituirla por otra con menos comisión.',
  'activity.fee-accepted': 'La comisión está bien',
  'activity.confirmed.title': '{action}: confirmado',
  'activity.confirmed.enroll':
    'Estás inscrito desde el próximo ciclo. Recibirás un aviso cuando llegue una recompensa.',
  'activity.confirmed.opt-out':
    'Te has dado de baja. El ciclo en curso aún te paga si estabas en él.',
  'activity.confirmed.change-reward-address':
    'La nueva dirección de cobro se aplica desde el próximo ciclo.',
  'activity.confirmed.call': 'La llamada tuvo éxito.',
  'activity.aborted.title': '{action}: falló en la cadena',
  'activity.aborted.post-condition':
    'Habría movido algo que no debe mover, así que la red lo revirtió. Solo se gastó la comisión de red. Abre la transacción para ver qué, antes de firmarla de nuevo.',
  'activity.aborted.unknown':
    'El contrato no dio ningún motivo legible. Solo se gastó la comisión de red. Abre la transacción para saber más.',
  'activity.undone.title': '{action}: no ejecutado',
  'activity.aborted.run-time':
    'El contrato se detuvo por un error de ejecución. No se movió nada; solo se gastó la comisión de red. Abre la transacción para saber más antes de firmarla de nuevo.',
  'activity.aborted.skipped':
    'La red la incluyó en un bloque sin ejecutarla. La comisión se gastó y no pasó nada más; puedes firmarla de nuevo.',
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
    'Ningún servidor la tiene ya, pero puede volver. Revisa el historial de tu cartera antes de intentarlo de nuevo.',
  'activity.replaced.title': '{action}: sustituido',
  'activity.replaced.text':
    'Otra transacción de esta cuenta la ha sustituido. Si no la enviaste tú, revisa el historial de tu cartera.',
  'activity.depth': 'Profundidad de su bloque: {blocks}.',
  'activity.doubt':
    'Tu cuenta ya usó el nonce de esta transacción en otra, así que es poco probable que se ejecute. Revisa el historial de tu cartera antes de firmar de nuevo.',
  'activity.quiet':
    'Lleva esperando más de una semana, así que Twinstack ya no la busca. Aún puede ejecutarse. Compruébalo cuando quieras.',
  'activity.look-again': 'Comprobar de nuevo',
  'activity.unknown-state':
    'La red llama a su estado «{state}», que esta versión no conoce. Abre la transacción para saber más.',
  'activity.failed.title': '{action}: no se recibió ninguna transacción',
  'activity.refused.title': '{action}: detenido por tu seguridad',
  'activity.broadcast.pending': 'La transacción que envió la cartera está pendiente.',
  'activity.broadcast.confirmed': 'La transacción que envió la cartera tuvo éxito.',
  'activity.broadcast.aborted': 'La transacción que envió la cartera falló en la cadena.',
  'activity.broadcast.post-condition':
    'La red revirtió la transacción que envió la cartera, porque habría movido algo que no debe mover.',
  'activity.broadcast.run-time':
    'La transacción que envió la cartera se detuvo por un error de ejecución. No movió nada.',
  'activity.broadcast.skipped':
    'La transacción que envió la cartera está en un bloque, pero no llegó a ejecutarse. Solo se gastó su comisión.',
  'activity.broadcast.dropped': 'La red descartó la transacción que envió la cartera.',
  'activity.broadcast.replaced': 'Otra transacción sustituyó a la que envió la cartera.',
  'activity.fee': 'Comisión {fee}',
  'activity.fee-sponsored': 'Comisión {fee}, la paga un patrocinador',
  'activity.nonce': 'nonce {nonce}',
  'activity.retry': 'Intentar de nuevo',
  'activity.dismiss': 'Descartar aviso',
  'activity.checked': 'Ya lo he comprobado',
  'activity.transaction': 'Ver transacción',
  'activity.since': 'Pendiente desde hace {time}. Suele tardar de 1 a 10 minutos.',
}
