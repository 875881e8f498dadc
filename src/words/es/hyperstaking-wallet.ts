import type { hyperstakingWallet as english } from '../en/hyperstaking-wallet.ts'
import type { Translation } from '../message.ts'

export const hyperstakingWallet: Translation<typeof english> = {
  connect: 'Conectar la cartera',
  connected: 'Conectada: {account}',
  disconnect: 'Desconectar',
  deposit: 'Depositar',
  withdraw: 'Retirar',
  withdrawAll: 'Retirar todo',
  claim: 'Cobrar',
  waiting: 'Confirma en tu cartera…',
  checking: 'Comprobando con la red…',
  moves:
    'Envía {amount} DUSK de tu cuenta a {pool}. Comisión de red: {gas} DUSK como máximo; una llamada fallida la cuesta entera.',
  gets: 'Recibes {amount} DUSK de {pool}. Comisión de red: {gas} DUSK como máximo; una llamada fallida la cuesta entera.',
  signs: 'Firmas: contrato {contract}, función {method}.',
  signsAccount: 'Nombra a {account} tu referidor, de forma definitiva.',
  conflict:
    'Dos carteras responden con una misma identidad, así que no se puede usar ninguna. Desactiva una y recarga la página.',
  fee: 'De esa cantidad, {fee} DUSK son la comisión del pool.',
  feePublished: 'De esa cantidad, {fee} DUSK son la comisión del pool, según sus operadores.',
  risk: 'La red puede desactivar las llamadas a contratos: una vez, durante unas cuatro semanas, nadie pudo retirar. Si un provisioner sufre slashing, todos los del pool comparten la pérdida. El pool lo gestiona un tercero.',
  notExact:
    'No se conoce ningún motivo para que esta llamada falle. El código del pool no es público, así que aún puede fallar.',
  confirm: 'Continuar en la cartera',
  understood: 'Lo entiendo, continuar',
  cancel: 'Cancelar',
  submitted: 'Enviado. Esperando a la red…',
  executed: 'Incluido en un bloque. Esperando a que sea final…',
  confirmed: 'Finalizado.',
  landed: 'Recompensa del pool: tu parte son unos {lux} DUSK.',
  walletGone: 'La cartera muestra ahora otra cuenta o red. Conecta de nuevo.',
  stop: 'Dejar de esperar',
  looking: 'Comprobando si tu cuenta ha enviado algo…',
  found: 'Esto ya se había enviado. El resultado aparecerá aquí.',
  signer:
    'Debe firmar esta cuenta: {account}. Si la ventana de la cartera muestra otra, cancela allí y elige esta en la cartera.',
  requestedBy: 'La cartera muestra a {host} como solicitante: la página en la que estás.',
  highFee:
    'Esto es lo que pediste, pero puede costar hasta {fee} DUSK, mucho más de lo anunciado. Probablemente tu cartera ya lo envió: comprueba si aún puede sustituirlo por otro con menos comisión.',
  feeAccepted: 'La comisión está bien',
  'sent.never': 'No se pidió ninguna firma, así que no se envió nada.',
  'sent.nothing': 'Tu cuenta no ha enviado nada desde entonces; puedes intentarlo de nuevo.',
  'sent.other':
    'Tu cuenta ha enviado otra cosa desde entonces, no esto; puedes intentarlo de nuevo.',
  'sent.unknown':
    'No se pudo comprobar si tu cuenta ha enviado algo. Revisa el historial de tu cartera antes de intentarlo de nuevo.',
  'problem.amount': 'Escribe antes una cantidad.',
  'problem.no-wallet':
    'No se encontró ninguna cartera de Dusk en este navegador. Instala una, recarga la página e inténtalo de nuevo.',
  'problem.wrong-network': 'La cartera está en otra red. Cámbiala allí e inténtalo de nuevo.',
  'problem.wrong-account': 'La cartera usa otra cuenta. Cámbiala allí e inténtalo de nuevo.',
  'problem.rejected': 'La cartera dice que lo rechazaste.',
  'problem.wallet': 'La cartera falló.',
  'problem.closed': 'La ventana de la cartera se cerró antes de que respondiera.',
  'problem.stopped': 'Dejaste de esperar. Cierra la ventana de la cartera si sigue abierta.',
  'problem.locked':
    'La cartera está bloqueada, sin configurar o sin conectar a esta página. Desbloquéala allí.',
  'problem.gone': 'La cartera ya no está en esta página. Recarga la página.',
  'problem.unreadable': 'No se pudo leer la respuesta de la cartera.',
  'problem.old': 'La cartera devolvió una transacción anterior, que no responde a esta petición.',
  'problem.cannot-look':
    'No se pudo comprobar si esto ya se envió, así que no se pregunta otra vez a la cartera. Revisa su historial o inténtalo más tarde.',
  'problem.unseen':
    'La red no muestra la transacción. Revisa el historial de tu cartera antes de intentarlo de nuevo.',
  'problem.not-comparable':
    'La red no muestra lo suficiente de la transacción para compararla con tu petición. Revisa el historial de tu cartera antes de intentarlo de nuevo.',
  'problem.shows-other':
    'La cartera muestra ahora {shown} en esta página, pero debe firmar {account}. Elige esa en la cartera.',
  'problem.other-account':
    'La cartera firmó con otra cuenta, {signed}. La llamada es de esa, no de {account}.',
  'problem.mismatch':
    'La cartera envió una transacción distinta de la pedida. Revisa su historial.',
  'problem.framed':
    'Las carteras no funcionan dentro de marcos: la página se abre en otra pestaña.',
  'problem.covered':
    'Este botón estaba tapado o acaba de moverse. Haz clic otra vez cuando se vea entero.',
  'problem.network': 'La red no respondió. Se siguen usando los datos que escribiste.',
  'problem.no-pool': 'No existe tal pool en esta red.',
  'problem.account': 'No es una cuenta de Dusk.',
}
