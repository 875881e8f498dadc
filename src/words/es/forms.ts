import type { forms as english } from '../en/forms.ts'
import type { Translation } from '../message.ts'

export const forms: Translation<typeof english> = {
  'accounts.switch': 'Cambiar de cuenta',
  'accounts.title': 'Cuentas',
  'accounts.wallet': 'Cartera conectada',
  'account.multisig': 'Cuenta multifirma',
  'account.contract': 'Cuenta de contrato',
  'accounts.watchOnly': 'Solo observada',
  'accounts.rename': 'Cambiar nombre',
  'accounts.name': 'Nombre para esta dirección',
  'accounts.saveName': 'Guardar',
  'accounts.otherNetwork.title': 'Dirección en otra red',
  'accounts.otherNetwork':
    'Esta dirección no existe en {network}, la red elegida en los ajustes. Conecta una cartera de esa red o cambia de cuenta.',
  'accounts.forget': 'Quitar',
  'accounts.forgetNote': 'Quitar una dirección solo afecta a este navegador. No te da de baja.',
  'accounts.watch': 'Observar esta dirección',
  'accounts.watchLabel': 'Observar cualquier dirección',
  'accounts.watchHint':
    'Ve su impulso y sus recompensas sin cartera. Para firmar hace falta la cartera.',

  'connect.wallet': 'Conectar cartera',
  'connect.looking': 'Buscando una cartera…',
  'connect.waiting-tab': 'Un clic más',
  'connect.waiting-tab.text':
    'Las carteras solo se abren en páginas web. Ve a la página de firma en la otra pestaña y haz clic allí en el icono de Twinstack.',
  'connect.choose-wallet': 'Elige una cartera',
  'connect.conflict':
    'Dos carteras responden con esta identidad, así que no se puede usar ninguna. Desactiva una de ellas y recarga la página.',
  'connect.asking': 'Esperando a tu cartera',
  'connect.choose-account': 'Elige una cuenta',
  'connect.failed': 'No conectada',

  'address.reward': 'Dirección de cobro',
  'address.copy': 'Copiar dirección',
  'address.copied': 'Copiada',
  'address.notCopied':
    'No se ha copiado. Selecciónala y cópiala: este navegador no permite copiar aquí.',
  'address.known': 'Ya has usado esta dirección.',
  'address.compare':
    'No has usado antes esta dirección. Compara cada grupo con la fuente de donde la copiaste.',
  'address.multisig': 'Es una dirección multifirma.',
  'address.contract':
    'Es un contrato. Solo su código puede mover lo que recibe, así que asegúrate de que puede.',
  'address.lookalike':
    'Atención: empieza y termina como una dirección que usas, pero es otra. Es una estafa conocida (envenenamiento de direcciones).',
  'address.empty': 'Escribe una dirección.',
  'address.not-a-principal':
    'No es una dirección de Stacks. Empieza por SP o SM; en redes de prueba, por ST o SN.',
  'address.bad-checksum':
    'Dirección no válida: la suma de control no coincide. Comprueba si hay una errata.',
  'address.bad-contract-name': 'El nombre del contrato tras el punto no es válido.',
  'address.wrong-network': 'Esta dirección es de otra red.',
  'address.bitcoin-address':
    'Es una dirección de Bitcoin. sBTC está en Stacks: escribe una dirección de Stacks.',
  'address.name':
    'No se admiten nombres (BNS), porque una consulta errónea desviaría tus recompensas. Escribe la dirección completa.',

  'action.enroll': 'Inscribirse',
  'action.enroll.again': 'Inscribirse de nuevo',
  'action.opt-out': 'Darse de baja',
  'action.change-reward-address': 'Cambiar dirección de cobro',
  'action.call': 'Llamada al contrato',
  'action.checkAgain': 'Reintentar',

  'input.amount-empty': 'Escribe una cantidad.',
  'input.amount-not-a-number': 'Escribe un número.',
  'input.amount-too-precise': 'Demasiados decimales.',
  'input.amount-too-large': 'Más que el suministro total.',
  'input.web-address': 'Escribe direcciones web que empiecen por https://',
}
