import type { hyperstakingWallet as english } from '../en/hyperstaking-wallet.ts'
import type { Translation } from '../message.ts'

export const hyperstakingWallet: Translation<typeof english> = {
  deposit: 'Depositar',
  withdraw: 'Retirar',
  withdrawAll: 'Retirar todo',
  claim: 'Cobrar',
  waiting: 'Mira tu cartera …',
  checking: 'Comprobando con la red …',
  moves:
    'Mueve {amount} DUSK de tu cuenta a {pool}. Comisión de red: {gas} DUSK como máximo; una llamada fallida cuesta todo.',
  gets: 'Recibes {amount} DUSK de {pool}. Comisión de red: {gas} DUSK como máximo; una llamada fallida cuesta todo.',
  signs: 'Lo que se firma: contrato {contract}, función {method}.',
  signsAccount: 'Nombra a {account} como quien te recomendó, de forma definitiva.',
  conflict: 'Dos carteras responden con una misma identidad: no se puede usar ninguna.',
  fee: 'De ello, {fee} DUSK es la comisión del pool.',
  feePublished:
    'De ello, {fee} DUSK es la comisión del pool, según la han publicado sus operadores.',
  risk: 'Una red puede desactivar las llamadas a contratos: una vez, durante unas cuatro semanas, nadie pudo salir de un pool. Si un provisioner es penalizado, lo soportan todos los del pool. El pool lo llevan otros.',
  notExact:
    'Comprobado hasta donde se sabe: el código de este pool no es público y aún puede fallar.',
  confirm: 'Abrir la cartera',
  understood: 'Lo sé; abrir la cartera',
  cancel: 'Cancelar',
  submitted: 'Enviado. Esperando a la red …',
  executed: 'En un bloque. Vale definitivamente cuando el bloque sea final …',
  confirmed: 'Definitivo.',
  landed: 'El pool ganó una recompensa: unos {lux} DUSK son tuyos.',
  walletGone: 'La cartera muestra ahora otra cuenta o red. Conecta de nuevo.',
  stop: 'Terminar la espera',
  looking: 'Comprobando si tu cuenta ha enviado algo…',
  found: 'Esto ya se había enviado. Ahora se sigue.',
  signer:
    'Tiene que firmar esta cuenta: {account}. Si la ventana de la cartera muestra otra, cancela allí y elige esta en la cartera.',
  requestedBy: 'La cartera nombra a {host} como quien lo pide: la página en la que estás.',
  highFee:
    'Esto es lo que pediste, pero puede costar hasta {fee} DUSK, mucho más de lo anunciado. Probablemente tu cartera ya lo envió: mira si aún puede sustituirlo por otro con menos comisión.',
  feeAccepted: 'La comisión está bien',
  'sent.never': 'No se pidió ninguna firma, así que no se envió nada.',
  'sent.nothing': 'Tu cuenta no ha enviado nada desde entonces; puedes intentarlo de nuevo.',
  'sent.other':
    'Tu cuenta ha enviado otra cosa desde entonces, no esto; puedes intentarlo de nuevo.',
  'sent.unknown':
    'Ahora no se puede comprobar si tu cuenta ha enviado algo: mira el historial de tu cartera antes de reintentar.',
  'problem.amount': 'Escribe antes una cantidad.',
  'problem.no-wallet':
    'No se encontró ninguna cartera de Dusk en este navegador. Instala una, recarga la página e inténtalo de nuevo.',
  'problem.wrong-network': 'La cartera está en otra red. Cámbiala allí e inténtalo de nuevo.',
  'problem.wrong-account': 'La cartera usa otra cuenta. Cámbiala allí e inténtalo de nuevo.',
  'problem.rejected': 'La cartera dice que lo rechazaste.',
  'problem.wallet': 'La cartera se negó o informó de un error.',
  'problem.closed': 'La ventana de la cartera se cerró antes de que respondiera.',
  'problem.stopped': 'Terminaste la espera. Si la ventana de la cartera sigue abierta, ciérrala.',
  'problem.locked':
    'La cartera está bloqueada, sin configurar o sin conectar a esta página. Desbloquéala allí.',
  'problem.gone': 'La cartera ya no está en esta página. Recarga la página.',
  'problem.unreadable': 'No se pudo leer la respuesta de la cartera.',
  'problem.old': 'Lo que llegó es una transacción anterior, no una respuesta a esto.',
  'problem.cannot-look':
    'Ahora no se puede comprobar si esto ya se envió, así que no se pregunta otra vez a la cartera. Mira su historial o inténtalo más tarde.',
  'problem.unseen':
    'La red no muestra la transacción. Mira el historial de tu cartera antes de intentarlo de nuevo.',
  'problem.not-comparable':
    'La red no cuenta lo suficiente de la transacción para compararla con lo que pediste. Mira el historial de tu cartera antes de intentarlo de nuevo.',
  'problem.shows-other':
    'La cartera muestra ahora {shown} en esta página, pero tiene que firmar {account}. Elige esa en la cartera.',
  'problem.other-account':
    'La cartera firmó con otra cuenta, {signed}. Cuenta para esa, no para {account}.',
  'problem.mismatch': 'La cartera envió otra transacción que la pedida. Revisa su historial.',
  'problem.framed':
    'Las carteras no funcionan dentro de marcos: la página se abre en otra pestaña.',
  'problem.covered': 'Algo tapa este botón o acaba de moverlo. Púlsalo otra vez.',
  'problem.network': 'La red no respondió. Lo que escribiste sigue contando.',
  'problem.no-pool': 'No existe tal pool en esta red.',
  'problem.account': 'No es una cuenta de Dusk.',
}
