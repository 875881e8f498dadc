import type { forms as english } from '../en/forms.ts'
import type { Translation } from '../message.ts'

export const forms: Translation<typeof english> = {
  'accounts.switch': 'Cambiar de cuenta',
  'accounts.title': 'Cuentas',
  'accounts.wallet': 'Cartera conectada',
  'account.multisig': 'Cuenta multifirma',
  'account.contract': 'Cuenta de contrato',
  'accounts.watchOnly': 'Solo observada',
  'accounts.rename': 'Nombrar',
  'accounts.name': 'Nombre para esta dirección',
  'accounts.saveName': 'Guardar',
  'accounts.otherNetwork.title': 'Una dirección de otra red',
  'accounts.otherNetwork':
    'No existe en la red elegida en los ajustes: {network}. Conecta una cartera de esa red o elige otra cuenta.',
  'accounts.forget': 'Olvidar',
  'accounts.forgetNote': 'Olvidar quita una dirección de este navegador. No la da de baja.',
  'accounts.watch': 'Observar esta dirección',
  'accounts.watchLabel': 'Observar cualquier dirección',
  'accounts.watchHint':
    'Ve su impulso y sus recompensas sin su cartera. No puedes firmar por ella.',

  'connect.wallet': 'Conectar cartera',
  'connect.looking': 'Buscando una cartera …',
  'connect.waiting-tab': 'Un clic más',
  'connect.waiting-tab.text':
    'Las carteras solo se abren en páginas web. Hay una página de firma abierta en una pestaña: pulsa allí el botón de Twinstack.',
  'connect.choose-wallet': '¿Qué cartera?',
  'connect.conflict': 'Dos carteras responden con esta identidad: no se puede usar ninguna.',
  'connect.asking': 'Esperando a tu cartera',
  'connect.choose-account': '¿Qué cuenta?',
  'connect.failed': 'No conectada',

  'address.reward': 'Dirección de cobro',
  'address.copy': 'Copiar dirección',
  'address.copied': 'Copiada',
  'address.known': 'Ya has usado esta dirección.',
  'address.compare': 'Nueva aquí: compara cada grupo con la fuente de donde la copiaste.',
  'address.multisig': 'Es una dirección multifirma.',
  'address.contract':
    'Es un contrato. Solo su propio código puede gastar lo que recibe: asegúrate de que puede.',
  'address.lookalike':
    'Cuidado: empieza y termina como una dirección que usas, pero es otra. Es un engaño conocido.',
  'address.empty': 'Escribe una dirección.',
  'address.not-a-principal':
    'No es una dirección de Stacks. Empieza por SP o SM; en redes de prueba, por ST o SN.',
  'address.bad-checksum':
    'Hay un error de escritura en esta dirección: su suma de control no coincide.',
  'address.bad-contract-name': 'El nombre del contrato tras el punto no es válido.',
  'address.wrong-network': 'Esta dirección es de otra red.',
  'address.bitcoin-address':
    'Es una dirección de Bitcoin. sBTC vive en Stacks: escribe una dirección de Stacks.',
  'address.name':
    'Los nombres no se buscan, pues una respuesta falsa desviaría tus recompensas. Escribe la dirección misma.',

  'action.enroll': 'Inscribirse',
  'action.opt-out': 'Darse de baja',
  'action.change-reward-address': 'Cambiar dirección de cobro',
  'action.call': 'Llamada al contrato',
  'action.checkAgain': 'Comprobar de nuevo',

  'input.amount-empty': 'Escribe una cantidad.',
  'input.amount-not-a-number': 'No es un número.',
  'input.amount-too-precise': 'Tiene más decimales que la unidad.',
  'input.amount-too-large': 'Es más de lo que hay.',
  'input.web-address': 'Escribe direcciones web que empiecen por https://',
}
