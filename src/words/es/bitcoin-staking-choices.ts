import type { bitcoinStakingChoices as english } from '../en/bitcoin-staking-choices.ts'
import type { Translation } from '../message.ts'

export const bitcoinStakingChoices = {
  'staking.whatIf': '¿Y si bloqueas más?',
  'staking.whatIf.stx': 'STX bloqueados',
  'staking.whatIf.cycles': 'Durante tantos ciclos desde el próximo',
  'staking.whatIf.cycles.unit': 'ciclos',
  'staking.whatIf.anyManager': 'Cualquiera, sin su comisión',
  'staking.whatIf.calculating': 'Calculando…',
  'staking.whatIf.invite': 'Mueve un control para ver qué traerían más STX o más ciclos.',
  'staking.whatIf.starts':
    'Gana desde el ciclo {cycle}, el {date}. Primeras recompensas hacia el {claim}.',
  'staking.whatIf.from': 'Desde el ciclo {cycle}, el {date}.',
  'staking.whatIf.changes':
    '{change} por ciclo respecto a ahora, desde el ciclo {cycle}, el {date}.',
  'staking.whatIf.half': 'Por mitad',
  'staking.whatIf.cycle': 'Por ciclo',
  'staking.whatIf.year': 'Por año',
  'staking.whatIf.total': 'En {cycles}, hasta el {date}',
  'staking.whatIf.range': 'de {low} a {high}',
  'staking.whatIf.tooEarly': 'desconocido: aún hay pocas mitades',
  'staking.whatIf.fee': '{fee}, ya descontada',
  'staking.whatIf.fee.none': 'sin descontar: elige un gestor',
  'staking.whatIf.measured':
    'La más lenta, la media y la más rápida de las últimas {count} mitades, hasta el {date}. Las recompensas no están garantizadas.',
  'staking.whatIf.below':
    'Por debajo de {stx}, lo bloqueado con un gestor no gana nada. Con lo tuyo, a este aún le faltarían {missing}.',
  'staking.whatIf.fewer-stx':
    'Un stake en curso no se puede reducir. Para bloquear menos, desbloquea, espera al final del ciclo y bloquea de nuevo.',
  'staking.whatIf.fewer-cycles':
    'Un stake en curso no se puede acortar. Desbloquear lo termina con el ciclo actual.',
  'staking.whatIf.stake': 'Bloquear así',
  'staking.whatIf.change': 'Cambiar mi stake a esto',
  'staking.whatIf.curve':
    'Sats previstos por ciclo para cantidades de 0 a {stx}, donde son de {low} a {high}.',
  'staking.whatIf.curve.you': 'Ahora: {stx} traen {sats}.',
  'staking.whatIf.curve.what': 'A prueba: {stx} traen {sats}.',
  'staking.assumptions': 'Qué se supone',
  'staking.assumption.income':
    'Los ingresos siguen como en las últimas {count} mitades: bloques de Bitcoin {from} a {to}, hasta el {date}.',
  'staking.assumption.unknown-income':
    'Se han calculado muy pocas mitades para saber cuánto trae una.',
  'staking.assumption.shares': 'Los demás bloquean tanto como en el ciclo {cycle}.',
  'staking.assumption.shares.now':
    'Los demás bloquean tanto como hasta ahora para el ciclo {cycle}; aún puede cambiar.',
  'staking.assumption.bonds':
    'Los bonos que cobran antes siguen igual: {bonds}. Uno nuevo baja las recompensas.',
  'staking.assumption.noBonds': 'No hay bonos, que cobrarían antes.',
  'staking.assumption.fee': 'La comisión del gestor sigue en el {fee}.',
  'staking.assumption.fee.unknown':
    'La comisión del gestor es desconocida, y también lo que queda.',
  'staking.assumption.below-threshold':
    'Al gestor le faltan {stx}: lo bloqueado con él no gana nada hasta que los tenga.',
  'staking.assumption.calls-in-time':
    'Cada mitad se calcula a tiempo, el gestor reclama y nada se detiene.',
  'staking.assumption.not-compounded': 'Las recompensas son sBTC y no se reinvierten.',

  'staking.managers': 'Gestores firmantes',
  'staking.managers.open': 'Comparar todos los gestores',
  'staking.managers.intro':
    'Contratos que llevan otros: cada uno cobra tus recompensas del programa y se queda su comisión. Nadie paga por aparecer aquí.',
  'staking.managers.amount': 'Para bloquear',
  'staking.managers.sort': 'Ordenar por',
  'staking.managers.sort.pay': 'Recompensas',
  'staking.managers.sort.fee': 'Comisión',
  'staking.managers.sort.size': 'Tamaño',
  'staking.managers.sort.name': 'Nombre',
  'staking.managers.filters': 'Mostrar solo los que',
  'staking.managers.filter.takes-stakes': 'aceptan más STX',
  'staking.managers.filter.known-code': 'tienen código conocido',
  'staking.managers.filter.anyone-claims': 'dejan reclamar a cualquiera',
  'staking.managers.filter.pays-bitcoin': 'pagan en Bitcoin',
  'staking.managers.filter.large-enough': 'tienen 50 000 STX',
  'staking.managers.loading': '{loaded} de {all} cargados…',
  'staking.managers.missing': {
    one: '{count} gestor sin cargar.',
    other: '{count} gestores sin cargar.',
  },
  'staking.managers.silent': 'La red no respondió por todos ellos.',
  'staking.managers.unread': 'La lista de gestores aún no se ha cargado.',
  'staking.managers.hidden':
    'Ocultos por lo que muestras: {hidden}, de ellos {unknown} porque se desconoce.',
  'staking.managers.order':
    'La lista se ordena solo por lo que eliges. Lo desconocido va al final y lo igual, por nombre.',
  'staking.managers.direct':
    'Los cambios de comisión y cobros son los hechos directamente; los cobros a través de otro contrato no se ven.',
  'staking.managers.inTime':
    'Cada una de las últimas {halves} mitades se calculó por separado. Esto afecta por igual a todos los gestores.',
  'staking.managers.late':
    'De las últimas {halves} mitades, {late} se calcularon tarde, junto con otra posterior. Esto afecta por igual a todos los gestores.',
  'staking.managers.compare': 'Lado a lado',
  'staking.managers.compareOne': 'Comparar {name}',
  'staking.managers.compareHint': 'Marca dos gestores para verlos lado a lado.',
  'staking.managers.clear': 'cerrar',
  'staking.managers.yours': 'el tuyo',
  'staking.managers.rowFee': 'comisión {fee}',
  'staking.managers.rowFee.unknown': 'comisión desconocida',
  'staking.managers.notLoaded': 'aún sin cargar',
  'staking.managers.flag.no-holder-claims': 'los titulares no reclaman',
  'staking.managers.flag.takes-no-stakes': 'no acepta más STX',
  'staking.managers.flag.unusual-fee': 'comisión inusual',
  'staking.managers.flag.fee-rises': 'la comisión sube',
  'staking.managers.flag.unknown-code': 'código desconocido',
  'staking.managers.flag.below-minimum': 'menos de 50 000 STX',
  'staking.managers.changes': 'Cambios de comisión',
  'staking.managers.change': '{date}: {old} → {new}',
  'staking.managers.change.later': 'desde el ciclo {cycle}',
  'staking.managers.none': 'ninguno visto',
  'staking.managers.claims': 'Quién puede reclamar por ti',
  'staking.managers.claims.anyone': 'cualquiera',
  'staking.managers.claims.bounded': 'cualquiera; en Bitcoin, desde la cantidad que fijes',
  'staking.managers.claims.you': 'solo tú',
  'staking.managers.claims.nobody': 'nadie: paga cuando quiere',
  'staking.managers.takes': 'Acepta más STX',
  'staking.managers.share': '{share} de todo lo bloqueado',
  'staking.managers.margin': 'Frente a los 50 000 STX que necesita',
  'staking.managers.margin.times': '{times} veces eso',
  'staking.managers.margin.above': '{stx} más',
  'staking.managers.margin.below': 'le faltan {stx}: no se gana nada',
  'staking.managers.record': 'Ha cobrado',
  'staking.managers.record.halves': 'en {claimed} de {halves} mitades',
  'staking.managers.record.usual': 'casi siempre {time} tras la mitad; la última vez, el {date}',
  'staking.managers.choose': 'Bloquear con él',
  'staking.managers.move': 'Mover mi stake a él',

  'staking.bonds': 'Bonos a los que entrar',
  'staking.bonds.what':
    'Un bono toma sBTC y STX durante 12 ciclos, solo de direcciones invitadas. Cobra antes que los demás.',
  'staking.bonds.starts': 'El bono {bond} empieza',
  'staking.bonds.rate': 'Objetivo anual sobre su sBTC',
  'staking.bonds.paired': 'STX por cada sBTC, que no ganan nada',
  'staking.bonds.locked': 'STX bloqueados hasta',
  'staking.bonds.full': 'Contiene hasta ahora',
  'staking.bonds.capacity': 'de {sats} como máximo',
  'staking.bonds.allowance': 'Puedes aportar',
  'staking.bonds.uninvited': 'nada: no estás en su lista',
  'staking.bonds.ask': '¿Está invitada esta dirección?',
  'staking.bonds.enter': 'Entrar en el bono {bond}',
  'staking.bonds.sats': 'sBTC por aportar',
  'staking.bonds.atMost': '{sats} como máximo.',
  'staking.bonds.stx': 'STX por bloquear con él',
  'staking.bonds.stx.hint': 'Lo que exceda de lo que pide el bono tampoco gana nada.',
  'staking.bonds.target': 'Objetivo por ciclo, antes de la comisión del gestor',
  'staking.does.enter-bond': 'Aporta {sats} al bono {bond} y bloquea {stx} con él.',
  'staking.does.move-bond': 'Tu bono se cobra a través de {manager}.',
  'staking.counts.bond': 'Del {start} al {end}.',
  'staking.undo.bond':
    'El sBTC se puede retirar fuera de la fase de preparación; se pierde la mitad en curso, y no se puede añadir más. Los STX siguen bloqueados hasta el final.',
  'staking.undo.move-bond': 'Cambia de gestor otra vez, desde el ciclo siguiente.',
  'staking.moves.bond': 'Salen exactamente {sats} de tu dirección y se bloquean {stx}.',
  'staking.window.bond':
    '{sats} de ti (condición exacta). Bloquea {stx} (condición Staking, exacta).',
} as const satisfies Translation<typeof english>
