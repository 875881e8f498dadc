import type { glossary as english } from '../en/glossary.ts'
import type { Translation } from '../message.ts'

export const glossary = {
  'term.cycle':
    'Un ciclo de recompensas: 2100 bloques de Bitcoin, unas dos semanas. Las recompensas se anotan por ciclo.',
  'term.half':
    'Un ciclo tiene dos mitades. Tras cada una, cualquiera puede hacer que se calculen sus ingresos y se anoten a la parte de cada cual.',
  'term.prepare':
    'Los últimos 100 bloques de Bitcoin de un ciclo, unas 17 horas, en los que no se puede iniciar, cambiar ni terminar nada. Se puede reclamar.',
  'term.manager':
    'Un contrato con el que bloqueas tus STX. Cobra tu parte del programa, se queda su comisión y te paga. Nunca tiene tus STX.',
  'term.fee':
    'La parte de tus recompensas que se queda el gestor. El programa en sí no cobra ninguna.',
  'term.bond':
    'Una posición de 12 ciclos con sBTC y algunos STX, para direcciones de una lista. Su sBTC gana una tasa objetivo; sus STX, nada.',
  'term.claim':
    'Hacer que se pague una recompensa ganada: primero cobra el gestor del programa; después tú del gestor, o cualquiera por ti.',
  'term.income':
    'El bitcoin de los mineros que ha llegado como sBTC. Los bonos reciben hasta su objetivo, el 15 % del resto queda en reserva, y lo demás se reparte.',
  'term.payout':
    'Los gestores que lo permiten pagan en Bitcoin en vez de sBTC: la comisión que permites se descuenta de la recompensa.',
  'term.unlock':
    'El bloque de Bitcoin en el que tus STX quedan libres. Hasta entonces siguen en tu dirección, bloqueados.',
  'term.paired':
    'STX que un bono necesita junto a su sBTC. Siguen bloqueados hasta el final y no ganan nada.',
  'term.ratio': 'Los STX que cuentan para una dirección, por cada BTC de su sBTC.',
  'term.goldenRatio':
    'La proporción que el 95 % del sBTC inscrito no supera. Con ella se tiene el impulso completo.',
  'term.boost':
    'Cuántas veces la recompensa base gana tu sBTC, de 1 a 10. Crece con la raíz de tu proporción.',
  'term.weight': 'Tu sBTC por su impulso. Las recompensas de un ciclo se reparten según el peso.',
  'term.snapshot': 'Un bloque del ciclo en el que cuentan los saldos. Se paga según su promedio.',
  'term.exchangeRate':
    'DUSK por una participación del pool. Sube con las recompensas y baja con el slashing.',
  'term.faults':
    'Lo que un proveedor hizo mal. Una falta leve bloquea parte del stake un tiempo; una grave puede quemar parte.',
  'term.maturing': 'Stake depositado que gana cuando pasa el límite de su época.',
} as const satisfies Translation<typeof english>
