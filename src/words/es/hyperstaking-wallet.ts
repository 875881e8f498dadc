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
  'problem.amount': 'Escribe antes una cantidad.',
  'problem.no-wallet':
    'No se encontró ninguna cartera de Dusk en este navegador. Instala una, recarga la página e inténtalo de nuevo.',
  'problem.wrong-network': 'La cartera está en otra red. Cámbiala allí e inténtalo de nuevo.',
  'problem.wrong-account': 'La cartera usa otra cuenta. Cámbiala allí e inténtalo de nuevo.',
  'problem.rejected': 'La cartera dice que lo rechazaste. Mira su historial antes de reintentar.',
  'problem.wallet': 'La cartera no pudo hacerlo. Mira su historial antes de reintentar.',
  'problem.mismatch': 'La cartera envió otra transacción que la pedida. Revisa su historial.',
  'problem.framed':
    'Las carteras no funcionan dentro de marcos: la página se abre en otra pestaña.',
  'problem.covered': 'Algo tapa este botón o acaba de moverlo. Púlsalo otra vez.',
  'problem.network': 'La red no respondió. Lo que escribiste sigue contando.',
  'problem.no-pool': 'No existe tal pool en esta red.',
  'problem.account': 'No es una cuenta de Dusk.',
}
